import { expect, it } from 'vitest';
import { planProofs } from '../../../src/author/plan.ts';
import { lesson, pack, step } from '../course/support.ts';

const course = pack(lesson('one', [step('a'), step('b')]), lesson('two', [step('c')]));
const tried = new Map([['one', [{ step: 'a', tries: [] }]]]);
const plan = (...refs: readonly (readonly [string, string])[]) =>
  planProofs(
    course,
    tried,
    refs.map(([inLesson, id]) => ({ lesson: inLesson, step: id })),
  ).map(({ lesson: { id }, only, tried: makes }) => ({ id, only, makes: makes.length }));

it('is all lessons where nothing is named', () => {
  expect(plan()).toEqual([
    { id: 'one', only: undefined, makes: 1 },
    { id: 'two', only: undefined, makes: 0 },
  ]);
});

it('is only the steps that are named, and a whole lesson where all of its are', () => {
  expect(plan(['one', 'b'], ['two', 'c'])).toEqual([
    { id: 'one', only: ['b'], makes: 1 },
    { id: 'two', only: undefined, makes: 0 },
  ]);
});
