import { describe, expect, it } from 'vitest';
import type { UiAction } from '../../../src/ui/actions.ts';
import { lesson, packOf, prose, step } from './support/course.ts';
import { ended, phase, ref, rowsOf, runOf, situations, textOf, type viewOf } from './support/states.ts';

describe('the panes', () => {
  it('give the lesson all the room while there is no output', () => {
    const text = textOf([]);
    expect(text).toContain('Everything in Kafka lies in a topic.');
    expect(text).toContain('order holds only inside');
    expect(text).not.toContain('output');
  });

  it('say how much of the lesson is below', () => {
    expect(textOf([], { columns: 60, rows: 16 })).toMatch(/^── \d+ more lines: Down ─+$/m);
  });

  it('show the lesson from the heading of the step beside its output', () => {
    const [, , first] = rowsOf(situations['running'] ?? []);
    expect(first).toContain('Create a topic');
  });

  it('stand side by side from 100 columns on', () => {
    const rows = rowsOf(situations['failed'] ?? [], { columns: 120, rows: 40 });
    expect(rows[2]?.indexOf('│ $ kafka-topics.sh')).toBe(70);
    expect(rows[1]?.[70]).toBe('┬');
    for (const row of rows.slice(2, -2)) expect(row[70]).toMatch(/[│├┤┼]/);
  });

  it('are joined to rules, not to a thematic break of the lesson', () => {
    const pack = packOf(
      lesson('topics', 'Topics', [step('create', 'Create', { body: [prose('One.\n\n---\n\nTwo.')] })]),
    );
    const rows = rowsOf(situations['failed'] ?? [], { columns: 120, rows: 40, pack });
    const broken = rows.find((row) => /^ ─{20}/.test(row));
    expect(broken?.[70]).toBe('│');
  });

  it.each(['typing into a producer', 'background beside a run', 'failed'])('end in one line: %s', (name) => {
    const rows = rowsOf(situations[name] ?? [], { columns: 120, rows: 40 });
    expect(rows[37]).toMatch(/^─+.*─┴─+$/);
    expect(rows[36]).not.toMatch(/┴/);
  });

  it('say that output has a beginning, and the key that goes there', () => {
    const flood = situations['a flood'] ?? [];
    expect(textOf(flood)).toMatch(/ more above: Tab, PgUp {2}output ──$/m);
    expect(textOf([...flood, { type: 'focused', focus: 'work' }])).toMatch(/ more above: PgUp {2}\[output\] ──$/m);
  });

  it('keep prose at most 80 wide', () => {
    const rows = rowsOf([], { columns: 200, rows: 60 });
    const prose = rows.filter((row) => /^ (A|number|the|Everything|It) /.test(row));
    expect(prose.length).toBeGreaterThan(2);
    for (const row of prose) expect(row.replace(/│.*$/, '').trimEnd().length).toBeLessThanOrEqual(81);
  });

  it('show what ran, what really ran, remarks and the time', () => {
    const text = textOf([...(situations['running'] ?? []), ended(1, 1_130)]);
    expect(text).toMatch(/\$ kafka-topics\.sh --bootstrap-server localhost:9092 .* 1\.1 s/);
    expect(text).toContain('java org.apache.kafka.tools.TopicCommand');
    expect(text).toContain('note: docker exec was left out');
  });

  it('follow the tail of a flood', () => {
    expect(textOf(situations['a flood'] ?? [])).toContain('2999 ');
  });

  it('leave half of a small pane to the output of a command that was typed', () => {
    const list = (count: number) => [
      ...(situations['failed'] ?? []),
      ...runOf(
        2,
        'create',
        Array.from({ length: count }, (_, index) => `topic-${index}`),
        {
          typed: true,
          line: 'kafka-topics.sh --list',
        },
      ),
      ended(2),
    ];
    const few = textOf(list(1), { columns: 60, rows: 16 });
    expect(few).toMatch(/\$ kafka-topics\.sh --list.*\n topic-0\n/);
    expect(few).toMatch(/\d+ more lines: Tab, Down/);
    const many = textOf(list(40), { columns: 60, rows: 16 });
    expect(many).toMatch(/topic-38\n topic-39\n/);
    expect(many).toContain('topic quickstart-events');
    expect(textOf([...list(40), phase('create', 'passed')], { columns: 60, rows: 16 })).toContain('Enter goes on');
  });

  it('jump to the end when a command is typed, wherever they were scrolled to', () => {
    const up: UiAction = { type: 'scrolled', pane: 'work', scroll: { at: 'top' } };
    const flood = situations['a flood'] ?? [];
    const next = (typed: boolean) => runOf(2, 'create', ['the answer'], { typed });
    expect(textOf([...flood, up, ...next(true)])).toContain('the answer');
    expect(textOf([...flood, up, ...next(false)])).not.toContain('the answer');
  });

  it('align what was expected, found, why and what to try', () => {
    const rows = rowsOf(situations['failed'] ?? [], { columns: 120, rows: 40 }).map((row) => row.slice(61));
    const at = (word: string) => rows.find((row) => row.trim().startsWith(word))?.indexOf(word);
    expect(rows.some((row) => row.includes('✗ not yet  topic quickstart-events'))).toBe(true);
    for (const word of ['found', 'because', 'try']) expect(at(word)).toBe(at('expected'));
  });

  it('show the seconds of a check that waits, and how to end it', () => {
    const text = textOf(situations['waiting'] ?? []);
    expect(text).toContain('- waiting  topic quickstart-events');
    expect(text).toContain('2 leaders, for 0.4 s');
    expect(text).toContain('Ctrl+C stops waiting');
  });

  it('explain a service that failed, and name the key', () => {
    const text = textOf(situations['a service failed'] ?? []);
    expect(text).toContain('! Port 9092 is taken.');
    expect(text).toContain('why       Another program listens there.');
    expect(text).toContain('next      Stop that program.');
    expect(text).toContain('Enter tries again');
  });

  it('show how far a download is', () => {
    expect(textOf(situations['a service comes'] ?? [])).toContain('34 of 130 MB, 1 min 15 s left');
  });

  it('give a background command a pane of its own', () => {
    const text = textOf(situations['background beside a run'] ?? []);
    expect(text).toMatch(/reader \(background\) {2}running/);
    expect(text).toContain('record 49');
    expect(text).toContain('Created topic');
  });

  it('say nothing of an exit that went well, and all of one that did not', () => {
    const exit = (end: Partial<Extract<Parameters<typeof viewOf>[0][number], { type: 'run-ended' }>['end']>) =>
      textOf([
        ...runOf(1, 'create', ['out']),
        { type: 'run-ended', run: 1, end: { exit: 0, timedOut: false, stopped: false, ms: 20_000, ...end } },
      ]);
    expect(exit({})).not.toContain('exit code');
    expect(exit({ exit: 1 })).toContain('ended with exit code 1');
    expect(exit({ exit: 1 })).not.toContain('the output begins');
    expect(exit({ exit: undefined, timedOut: true })).toContain('stopped after 20 s: it did not end by itself');
    expect(exit({ exit: undefined, stopped: true })).toMatch(/^ stopped$/m);
  });

  it('repeat the first line of a long output that did not end well, for it says why', () => {
    const usage = Array.from({ length: 200 }, (_, index) => `--option-${index}`);
    const text = textOf([
      ...runOf(1, 'create', ['', 'Options --property and --reader-property cannot be specified together.', ...usage]),
      { type: 'run-ended', run: 1, end: { exit: 1, timedOut: false, stopped: false, ms: 900 } },
    ]);
    expect(text.replaceAll(/\s+/g, ' ')).toContain('ended with exit code 1 the output begins: Options --property and');
  });

  describe('of background commands', () => {
    const other = { type: 'opened', ref: ref('group', 'groups') } as const;
    const reader = runOf(7, 'create', ['record 1'], { kind: 'background', id: 'reader' });
    const stopped = {
      type: 'run-ended',
      run: 7,
      end: { exit: 143, timedOut: false, stopped: true, ms: 1_000 },
    } as const;

    it('say that they were stopped', () => {
      expect(textOf([...reader, stopped])).toMatch(/reader \(background\) {2}stopped/);
    });

    it('go with their lesson', () => {
      expect(textOf([...reader, other])).toContain('reader (background)');
      expect(textOf([...reader, other, stopped])).not.toContain('reader (background)');
    });

    it('keep only their titles beside a quiz', () => {
      const quiz = { type: 'opened', ref: ref('quiz') } as const;
      expect(textOf([...reader, { type: 'opened', ref: ref('why') }])).toContain('record 1');
      const text = textOf([...reader, quiz]);
      expect(text).toContain('reader (background)');
      expect(text).not.toContain('record 1');
    });
  });

  it('drop remarks on another lesson', () => {
    const remark = { type: 'notice', level: 'info', text: 'A remark.' } as const;
    expect(textOf([remark, { type: 'opened', ref: ref('why') }])).toContain('A remark.');
    expect(textOf([remark, { type: 'opened', ref: ref('group', 'groups') }])).not.toContain('A remark.');
  });
});
