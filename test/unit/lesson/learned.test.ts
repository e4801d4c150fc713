import { describe, expect, test } from 'vitest';
import { errorsOf, fence, frontMatter, run, stepErrors, stepHead, stepOf } from './support.ts';

const learned = (...lines: readonly string[]): string => fence('text learned', ...lines);
const long = 'a'.repeat(60);

describe('what was learned', () => {
  test('is one line, and no part of what the reader sees', () => {
    const step = stepOf(`Prose.\n\n${run}${learned('  Names', 'matter: `orders`. ')}`);
    expect(step.learned).toBe('Names matter: `orders`.');
    expect(JSON.stringify(step.body)).not.toContain('matter');
  });

  test('may be said of a quiz, in so many characters', () => {
    const step = stepOf(`- [ ] a\n- [x] b\n\n${learned(long, `${'b'.repeat(58)}.`)}`);
    expect(step).toMatchObject({ kind: 'quiz', learned: `${long} ${'b'.repeat(58)}.` });
    expect([...(step.learned ?? '')]).toHaveLength(120);
  });

  test('is absent where nothing is said', () => {
    expect(stepOf(run)).not.toHaveProperty('learned');
  });
});

describe('it is told where it', () => {
  test.each([
    ['is empty', run + learned(' '), ['4:1 There is no sentence in this learned block.']],
    ['stands twice', run + learned('a') + learned('b'), ['7:1 A step has one learned block, with one sentence.']],
    [
      'is too long, at the first character too many',
      run + learned(long, `${'b'.repeat(59)}cd`),
      ['6:60 This sentence is too long from here on: 122 characters, and 120 are the most. It is read at a glance.'],
    ],
    [
      'is in another language',
      run + fence('markdown learned', 'a'),
      ['4:4 A learned block is written in text, not in "markdown". [Did you mean text learned?]'],
    ],
    [
      'has an option',
      run + fence('text learned x', 'a'),
      ['4:17 The option "x" is unknown here. [This block takes no options.]'],
    ],
    [
      'would never be shown',
      `Prose.\n\n${learned('a')}`,
      ['3:1 What was learned is told when a step is passed; this one is only read, and goes on to the next at once.'],
    ],
    [
      'hides in a hint',
      `${run}<details>\n<summary>H</summary>\n\n${learned('a')}\n</details>\n`,
      [expect.stringMatching(/^7:1 /)],
    ],
  ])('%s', (_name, content, errors) => {
    expect(stepErrors(content)).toEqual(errors);
  });

  test('stands before the first step', () => {
    expect(errorsOf(frontMatter + learned('a') + stepHead + run)).toEqual([expect.stringMatching(/^9:1 /)]);
  });
});
