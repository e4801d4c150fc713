import { describe, expect, it } from 'vitest';
import type { Segment } from '../../../src/lesson/types.ts';
import { command, lesson, packOf, prose, shellBlock, step } from './support/course.ts';
import { enter, key, started } from './support/keyboard.ts';
import { ended, phase, ref, runOf, textOf } from './support/states.ts';

const long = prose(Array.from({ length: 20 }, (_, index) => `Paragraph ${index}.`).join('\n\n'));
const line = 'kafka-topics.sh --list';
const packWith = (...body: readonly Segment[]) =>
  packOf(lesson('topics', 'Topics', [step('create', 'Create', { kind: 'run', body, runs: [shellBlock(line)] })]));
const below = packWith(long, command(line), long);
const above = packWith(command(line), long);

const opened = (pack: typeof below) => {
  const board = started([], { pack });
  board.session.open(ref('create'));
  board.session.asked.splice(0);
  return board;
};

describe('Enter on a step whose command is not in sight', () => {
  it('turns the pages until it is, and then runs it', () => {
    const { session, press, store } = opened(below);
    expect(textOf([], { pack: below })).toContain('Enter read on');
    for (let page = 0; page < 10 && !store.get().isRead; page++) press(enter);
    expect(session.asked).toEqual([]);
    press(enter);
    expect(session.asked).toEqual(['perform']);
  });

  it('runs it at once for who has gone to the end, also when back at the beginning', () => {
    const { session, press } = opened(below);
    press(key('end'), 'g', enter);
    expect(session.asked).toEqual(['perform']);
  });

  it('runs it at once for who went only as far as the command', () => {
    const { session, press, store } = opened(below);
    for (let row = 0; row < 200 && !store.get().isRead; row++) press('j');
    expect(textOf([], { pack: below })).not.toContain(line);
    press(enter);
    expect(session.asked).toEqual(['perform']);
  });

  it('runs it again at once where it was tried, however little of the text is in sight', () => {
    const { session, press } = opened(below);
    session.emit(phase('create', 'running'), ...runOf(1, 'create', ['no']), ended(1), phase('create', 'failed'));
    press(enter);
    expect(session.asked).toEqual(['perform']);
  });

  it('does not mind what stands below the command', () => {
    const { session, press } = opened(above);
    press(enter);
    expect(session.asked).toEqual(['perform']);
  });
});

describe('Enter on a step that is only read', () => {
  const pages = packOf(
    lesson('topics', 'Topics', [step('why', 'Why', { kind: 'reading', body: [long] }), step('next', 'Next')]),
  );

  it('turns the pages and then leads on, also where a line has come below the text since its end was seen', () => {
    const board = started([], { pack: pages });
    const { session, press, store } = board;
    session.open(ref('why'));
    session.asked.splice(0);
    for (let page = 0; page < 10 && !store.get().isRead; page++) press(enter);
    expect(session.asked).toEqual([]);
    session.emit({ type: 'notice', level: 'warning', text: 'Something else has happened meanwhile.' });
    press(enter);
    expect(session.asked).toEqual(['perform']);
  });
});
