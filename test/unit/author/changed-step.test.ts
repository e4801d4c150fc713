import { expect, it } from 'vitest';
import { changedStep } from '../../../src/author/changed-step.ts';
import { lesson, pack, step } from '../course/support.ts';

const text = (source: string) => ({ body: [{ kind: 'markdown', source } as const] });
const before = pack(lesson('one', [step('a'), step('b', text('old'))]), lesson('two', [step('c')]));

it('is none where only places have changed', () => {
  const lower = { position: { path: 'lesson.md', line: 9, column: 1 } };
  const after = pack(
    lesson('one', [step('a', lower), step('b', { ...lower, ...text('old') })]),
    lesson('two', [step('c')]),
  );
  expect(changedStep(before, after)).toBeUndefined();
});

it('is the first that says or does something else, or is new', () => {
  const changed = pack(lesson('one', [step('a'), step('b', text('new'))]), lesson('two', [step('c', text('new'))]));
  expect(changedStep(before, changed)).toEqual({ lesson: 'one', step: 'b' });
  const longer = pack(lesson('one', [step('a'), step('b', text('old'))]), lesson('two', [step('c'), step('d')]));
  expect(changedStep(before, longer)).toEqual({ lesson: 'two', step: 'd' });
});

it('is the first of a lesson that is new or begins in another way', () => {
  const renamed = pack(
    lesson('one', [step('a'), step('b', text('old'))], { title: 'New' }),
    lesson('two', [step('c')]),
  );
  expect(changedStep(before, renamed)).toEqual({ lesson: 'one', step: 'a' });
  expect(changedStep(before, pack(...before.lessons, lesson('three', [step('e')])))).toEqual({
    lesson: 'three',
    step: 'e',
  });
});
