import { describe, expect, it } from 'vitest';
import { lineWidth, plainText } from '../../../src/markdown/index.ts';
import { editLine, emptyLine } from '../../../src/terminal/line-editor.ts';
import { drawFrame } from '../../../src/ui/frame.ts';
import { keymap } from '../../../src/ui/keymap.ts';
import { modeOf } from '../../../src/ui/modes.ts';
import { createLine, koreanPack, topicsPack } from './support/course.ts';
import { ended, phase, ref, runOf, situations, viewOf } from './support/states.ts';

const sizes = [
  [60, 16],
  [80, 24],
  [100, 24],
  [120, 40],
  [200, 60],
] as const;
const packs = { English: topicsPack(), Korean: koreanPack() };
const textOf = (...args: Parameters<typeof viewOf>) => plainText(drawFrame(viewOf(...args)).rows);
const rowsOf = (...args: Parameters<typeof viewOf>) => textOf(...args).split('\n');

describe.each(Object.entries(packs))('every screen in %s', (_, pack) => {
  describe.each(sizes)('at %i x %i', (columns, rows) => {
    it.each(Object.keys(situations))('fits: %s', (name) => {
      const state = viewOf(situations[name] ?? [], { pack, columns, rows });
      const frame = drawFrame(state);
      expect(frame.rows).toHaveLength(rows - 1);
      for (const row of frame.rows) expect(lineWidth(row)).toBeLessThanOrEqual(columns);
      const footer = plainText(frame.rows.slice(-1));
      expect(footer).toContain('? help');
      expect(footer).toMatch(/q (or Ctrl\+C )?quit$/);
      expect(footer).not.toContain('~');
      if (frame.cursor) {
        expect(frame.cursor.x).toBeLessThan(columns);
        expect(frame.cursor.y).toBeLessThan(rows - 1);
      }
    });

    it('says where the learner is', () => {
      const [header = ''] = rowsOf([], { pack, columns, rows });
      expect(header).toContain(`step 1/${pack.lessons[0]?.steps.length}`);
      expect(header).toContain('0 %');
      expect(header).toContain('native');
      expect(header).toContain('broker off');
    });
  });
});

describe('the footer', () => {
  it.each(Object.keys(situations))('never shows half a hint: %s', (name) => {
    const actions = situations[name] ?? [];
    for (let columns = 60; columns <= 140; columns += 1) {
      const state = viewOf(actions, { columns });
      const footer = plainText(drawFrame(state).rows.slice(-1));
      const whole = new Set(
        keymap
          .filter((binding) => binding.modes.includes(modeOf(state)))
          .map((binding) => `${binding.name()} ${binding.label?.(state)}`),
      );
      const parts = footer.trim().split(/ {3}/);
      for (const part of parts) {
        const isTail = ['? help', 'q quit', 'q or Ctrl+C quit', 'Esc then ? help'].includes(part);
        expect(isTail || whole.has(part), `"${part}" at ${columns}`).toBe(true);
      }
    }
  });

  it('names the main action', () => {
    const main = (name: string) => rowsOf(situations[name] ?? []).at(-1);
    expect(main('nothing done')).toContain('Enter run ');
    expect(main('failed')).toContain('Enter run again');
    expect(main('passed')).toContain('Enter next');
    expect(main('blocked')).toContain('Enter start the broker again');
    expect(main('typing into a producer')).toContain('Enter send');
    expect(main('running')).not.toContain('Enter');
    expect(main('running')).toContain('Ctrl+C stop');
  });
});

describe('below the smallest size', () => {
  it.each([
    [59, 16],
    [60, 15],
    [20, 5],
    [1, 2],
  ])('asks for more room at %i x %i', (columns, rows) => {
    const state = viewOf([], { columns, rows });
    const frame = drawFrame(state);
    expect(frame.rows.length).toBeLessThanOrEqual(rows - 1);
    for (const row of frame.rows) expect(lineWidth(row)).toBeLessThanOrEqual(columns);
    if (columns > 50) expect(plainText(frame.rows)).toContain(`enlarge the terminal (now ${columns}x${rows})`);
  });
});

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
    expect(rows[2]?.indexOf('| $ kafka-topics.sh')).toBe(60);
    for (const row of rows.slice(1, -2)) expect(row[60]).toBe('|');
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
    for (const row of prose) expect(row.length).toBeLessThanOrEqual(81);
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

describe('lines that are typed', () => {
  const typed = (text: string) => editLine(emptyLine(), { type: 'insert', text });

  it('put the cursor behind Korean text, counted in cells', () => {
    const state = viewOf([
      { type: 'focused', focus: 'command' },
      { type: 'command-edited', line: typed('한글 a') },
    ]);
    const { rows, cursor } = drawFrame(state);
    expect(cursor).toEqual({ x: 3 + 6, y: 21 });
    expect(plainText(rows.slice(21, 22))).toBe(' $ 한글 a');
  });

  it('stand right under the output of the command that reads them', () => {
    const state = viewOf([
      ...(situations['typing into a producer'] ?? []),
      { type: 'input-edited', line: typed('안녕') },
    ]);
    const { rows, cursor } = drawFrame(state);
    const at = plainText(rows).split('\n').indexOf(' > 안녕');
    expect(cursor).toEqual({ x: 7, y: at });
  });

  it('stay on the screen however long they are', () => {
    for (const columns of [60, 120]) {
      const state = viewOf(
        [
          { type: 'focused', focus: 'command' },
          { type: 'command-edited', line: typed('가'.repeat(300)) },
        ],
        { columns },
      );
      expect(drawFrame(state).cursor?.x).toBeLessThan(columns);
    }
  });
});

describe('overlays', () => {
  it('show the command alone, from column 0, whole', () => {
    const rows = rowsOf(situations['copy'] ?? [], { columns: 60, rows: 16 });
    expect(rows[0]).toMatch(/^kafka-topics\.sh --bootstrap-server localhost:9092 --create \\$/);
    const command = rows
      .slice(0, -1)
      .join('\n')
      .trim()
      .replaceAll(/ \\\n\s*/g, ' ');
    expect(command).toBe(createLine);
  });

  it('tell what a locked step waits for', () => {
    expect(textOf(situations['map'] ?? [])).toContain('Locked. First comes: Topics / Create a topic.');
  });

  it('explain every key that has an effect on the step', () => {
    const text = textOf(situations['help'] ?? [], { columns: 120, rows: 60 });
    for (const key of [
      'Enter',
      'Ctrl+C',
      'Ctrl+D',
      'h ',
      's ',
      'l ',
      'r ',
      'n ',
      'p ',
      'y ',
      '/ ',
      '! ',
      '? ',
      'q ',
      'Tab',
    ]) {
      expect(text).toMatch(new RegExp(`^ {3}${key.replace(/[+/!?]/g, '\\$&')}`, 'm'));
    }
  });

  it('say how the course ended', () => {
    const text = textOf([phase('create', 'passed'), { type: 'overlay-shown', overlay: { kind: 'finished' } }]);
    expect(text).toContain('You have finished the course.');
    expect(text).toContain('0 of 6 steps passed.');
  });
});

describe('a quiz', () => {
  const open = { type: 'opened', ref: ref('quiz') } as const;
  it('marks the cursor and what is chosen', () => {
    const text = textOf([open, { type: 'quiz-moved', to: 1 }, { type: 'quiz-chosen', chosen: [1] }]);
    expect(text).toContain(' > 2 (x) its place in its partition');
    expect(text).toContain('   1 ( ) its place in the whole topic');
  });

  it('comments on what was chosen, and gives nothing away', () => {
    const text = textOf([open, { type: 'quiz', ref: ref('quiz'), chosen: [0], right: false }, phase('quiz', 'failed')]);
    expect(text).toContain('✗ not this one');
    expect(text).toContain('Each partition counts for itself.');
    expect(text).not.toContain('It starts at 0');
  });
});
