import { describe, expect, it } from 'vitest';
import { ended, rowsOf, runOf, situations, textOf, type viewOf } from './support/states.ts';

describe('the panes', () => {
  it('give the lesson all the room while there is no output', () => {
    const text = textOf([]);
    expect(text).toContain('Everything in Kafka lies in a topic.');
    expect(text).toContain('order holds only inside');
    expect(text).not.toContain('output');
  });

  it('say how much of the lesson is below', () => {
    expect(textOf([], { columns: 60, rows: 16 })).toMatch(/^-- \d+ more lines: Down -+$/m);
  });

  it('show the lesson from the heading of the step beside its output', () => {
    const [, , first] = rowsOf(situations['running'] ?? []);
    expect(first).toContain('Create a topic');
  });

  it('stand side by side from 100 columns on', () => {
    const rows = rowsOf(situations['failed'] ?? [], { columns: 120, rows: 40 });
    expect(rows[2]?.indexOf('| $ kafka-topics.sh')).toBe(70);
    for (const row of rows.slice(1, -2)) expect(row[70]).toBe('|');
  });

  it.each(['typing into a producer', 'background beside a run', 'failed'])('end in one line: %s', (name) => {
    const rows = rowsOf(situations[name] ?? [], { columns: 120, rows: 40 });
    expect(rows[37]).toMatch(/^-+.*-\|-+$/);
    expect(rows[36]).not.toMatch(/\|-+$/);
  });

  it('say that output has a beginning, and the key that goes there', () => {
    const flood = situations['a flood'] ?? [];
    expect(textOf(flood)).toMatch(/ more above: Tab, PgUp {2}output --$/m);
    expect(textOf([...flood, { type: 'focused', focus: 'work' }])).toMatch(/ more above: PgUp {2}\[output\] --$/m);
  });

  it('keep prose at most 80 wide', () => {
    const rows = rowsOf([], { columns: 200, rows: 60 });
    const prose = rows.filter((row) => /^ (A|number|the|Everything|It) /.test(row));
    expect(prose.length).toBeGreaterThan(2);
    for (const row of prose) expect(row.replace(/\|.*$/, '').trimEnd().length).toBeLessThanOrEqual(81);
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
    expect(exit({ exit: undefined, timedOut: true })).toContain('stopped after 20 s: it did not end by itself');
    expect(exit({ exit: undefined, stopped: true })).toMatch(/^ stopped$/m);
  });
});
