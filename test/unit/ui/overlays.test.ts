import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/markdown/index.ts';
import { drawFrame } from '../../../src/ui/frame.ts';
import { courseOf, createLine, topicsPack } from './support/course.ts';
import { mapShown, phase, ref, rowsOf, situations, textOf, typed, viewOf } from './support/states.ts';

describe('lines that are typed', () => {
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
      .slice(0, rows.indexOf(''))
      .join('\n')
      .replaceAll(/ \\\n\s*/g, ' ');
    expect(command).toBe(createLine);
  });

  it('tell what a locked step waits for', () => {
    const text = textOf(situations['map, asking about a locked step'] ?? []);
    expect(text).toContain('Locked: an earlier step is not done yet, Topics / Create a topic.');
    expect(text).toContain('1 earlier step of this lesson is then done for you');
    expect(text).toContain('Enter open it anyway');
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
    const end = { type: 'overlay-shown', overlay: { kind: 'finished' } } as const;
    // The last step may have been opened ahead.
    const text = textOf([phase('create', 'passed'), end]);
    expect(text).toContain('That was the last step.');
    expect(text).toContain('0 of 6 steps passed.');
    expect(text).toContain('6 steps are not done yet');
    const pack = topicsPack();
    const keys = pack.lessons.flatMap((each) => each.steps.map((step) => [`${each.id}/${step.id}`, 'passed'] as const));
    const done = textOf([{ type: 'course', course: courseOf(pack, Object.fromEntries(keys)) }, end]);
    expect(done).toContain('You have finished the course.');
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

  it('that was skipped says which answers are right, and why the others are not', () => {
    const text = textOf([open, { type: 'quiz-chosen', chosen: [0] }, phase('quiz', 'skipped')]);
    expect(text).toMatch(/2 \( \) its place in its partition\s+✓ right\s+It starts at 0 and never changes\./);
    expect(text.match(/✓ right/g)).toHaveLength(1);
    expect(text).toMatch(/1 \(x\) its place in the whole topic\s+✗ not this one\s+Each partition counts for itself\./);
  });

  it('that was answered explains every option, and says first that it is passed', () => {
    const right = { type: 'quiz', ref: ref('quiz'), chosen: [1], right: true } as const;
    const text = textOf([open, { type: 'quiz-moved', to: 1 }, right, phase('quiz', 'passed')]);
    expect(text).toMatch(
      /✓ Passed\. Enter goes on\.[\s\S]*✗ not this one\s+Each partition[\s\S]*✓ right\s+It starts at 0/,
    );
  });
});

describe('the map', () => {
  it('marks a step that was changed after it was passed', () => {
    const pack = topicsPack();
    const course = courseOf(pack, { 'topics/create': 'passed', 'topics/why': 'passed' });
    const old = course.steps['topics/why'];
    if (!old) throw new Error('no record');
    const steps = { ...course.steps, 'topics/why': { ...old, hash: 'another' } };
    const text = textOf([{ type: 'course', course: { ...course, steps } }, mapShown({})]);
    expect(text).toMatch(/✓ passed {3}Why partitions +\(changed since\)/);
    expect(text).toMatch(/✓ passed {3}Create a topic +you are here *\n/);
  });

  it('has a lesson with errors in its place, which the cursor passes over', () => {
    const pack = { ...topicsPack(), broken: [{ index: 0, folder: '01-broken', errors: [] }] };
    const rows = rowsOf([mapShown({})], { pack });
    const broken = rows.findIndex((row) => /1 {2}01-broken +cannot be opened/.test(row));
    expect(broken).toBeGreaterThan(0);
    expect(rows.slice(broken).findIndex((row) => /2 {2}Topics/.test(row))).toBe(1);
    expect(rows.slice(broken).find((row) => row.includes('>'))).toContain('Create a topic');
  });
});
