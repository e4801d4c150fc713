import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '../../../src/session/events.ts';
import { offerTo } from '../../../src/ui/stuck.ts';
import { courseOf, lesson, packOf, record, shellBlock, step } from './support/course.ts';
import { ended, phase, ref, runOf, textOf, viewOf } from './support/states.ts';

const hints = ['one', 'two'].map((source) => ({ title: 'Hint', source }));
const solution = [shellBlock('kafka-topics.sh --create --topic orders')];
const pack = packOf(
  lesson('topics', 'Topics', [
    step('create', 'Create', { kind: 'exercise', hints, solution }),
    step('run', 'Run', { kind: 'run', hints, runs: solution }),
    step('why', 'Why'),
  ]),
);

const attempts = (count: number, id = 'create'): SessionEvent => ({
  type: 'course',
  course: { ...courseOf(pack), steps: { [`topics/${id}`]: { ...record('tried'), attempts: count } } },
});
/** Lines of the learner's own, each at its end. */
const typed = (count: number): SessionEvent[] =>
  Array.from({ length: count }, (_, index) => [
    ...runOf(index + 1, 'create', [], { typed: true }),
    ended(index + 1),
  ]).flat();
const looked = (status: 'pass' | 'fail'): SessionEvent => ({
  type: 'check',
  ref: ref('create'),
  index: 0,
  label: 'topic orders',
  state: { status, expected: 'exists', actual: 'no such topic' },
});
const shown = (count: number): SessionEvent => ({ type: 'hint', ref: ref('create'), shown: count });
const watching = phase('create', 'watching');
const offer = (...actions: readonly SessionEvent[]) => offerTo(viewOf(actions, { pack }));

describe('what is offered to a learner who does not get on', () => {
  it.each<[string, readonly SessionEvent[], unknown]>([
    ['nothing at first', [watching], undefined],
    ['nothing after one attempt', [attempts(1), watching], undefined],
    ['a hint after two attempts', [attempts(2), watching], { kind: 'hint', left: 2 }],
    ['nothing after two commands', [watching, ...typed(2)], undefined],
    ['a hint after three commands', [watching, ...typed(3)], { kind: 'hint', left: 2 }],
    ['the other hint', [attempts(2), watching, shown(1)], { kind: 'hint', left: 1 }],
    ['the solution once all hints are shown', [attempts(2), watching, shown(1), shown(2)], { kind: 'solution' }],
    ['no solution to who only looks at the hints', [watching, shown(1), shown(2)], undefined],
    ['the solution after four attempts', [attempts(4), watching], { kind: 'solution' }],
    ['the solution after six commands', [watching, ...typed(6)], { kind: 'solution' }],
    ['nothing once it is passed', [attempts(4), phase('create', 'passed')], undefined],
    ['nothing while it is checked', [attempts(4), phase('create', 'checking')], undefined],
  ])('%s', (_name, actions, wanted) => {
    expect(offer(...actions)).toEqual(wanted);
  });

  it('counts anew from a check that holds now', () => {
    expect(offer(watching, looked('fail'), ...typed(3), looked('pass'))).toBeUndefined();
    expect(offer(watching, looked('fail'), ...typed(3), looked('fail'))).toEqual({ kind: 'hint', left: 2 });
  });

  it('counts anew in another step', () => {
    const opened: SessionEvent = { type: 'opened', ref: ref('run') };
    expect(offer(watching, ...typed(3), opened, phase('run', 'failed'))).toBeUndefined();
    expect(offer(opened, attempts(2, 'run'), phase('run', 'failed'))).toEqual({ kind: 'hint', left: 2 });
  });

  it('is one line, with the key and how many hints are left; the footer names the key of the solution', () => {
    const failed = looked('fail');
    expect(textOf([attempts(2), failed, watching], { pack })).toContain('Stuck? h shows a hint, 2 are left.');
    const text = textOf([attempts(2), failed, watching, shown(1), shown(2)], { pack });
    expect(text).toContain('Stuck? a shows the solution and its reasons.');
    expect(text).toContain('a solution');
    expect(textOf([failed, watching], { pack })).not.toMatch(/Stuck|a solution/);
  });
});
