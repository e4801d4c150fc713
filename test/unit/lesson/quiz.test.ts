import { describe, expect, test } from 'vitest';
import { stepErrors, stepOf } from './support.ts';

describe('a quiz', () => {
  test('options keep their markdown; an indented quote is feedback; prose around it stays', () => {
    const step = stepOf(`Which one?

- [ ] A **queue** that
  forgets
  > No: reading deletes
  > nothing.
- [x] A \`log\`

  > Right.
  >
  > And it stays.
* plain

Then go on.
`);
    expect(step.quiz).toEqual({
      options: [
        { text: 'A **queue** that\nforgets', correct: false, feedback: 'No: reading deletes\nnothing.' },
        { text: 'A `log`', correct: true, feedback: 'Right.\n\nAnd it stays.' },
      ],
    });
    expect(step.body).toEqual([{ kind: 'markdown', source: 'Which one?\n\n* plain\n\nThen go on.' }]);
    expect(step.kind).toBe('quiz');
  });

  test('several can be right; X is x; a link is no mark', () => {
    expect(stepOf('- [X] a\n- [x] [b](c)\n').quiz?.options).toEqual([
      { text: 'a', correct: true },
      { text: '[b](c)', correct: true },
    ]);
    expect(stepOf('- [x](https://kafka.apache.org)\n- [x][1]\n').kind).toBe('reading');
  });

  test.each([
    ['none right', 'a\n\n- [ ] b\n- [ ] c\n', ['3:1 No option is right; mark the right one with [x].']],
    ['one option', '- [x] b\n', ['1:1 A quiz has at least two options.']],
    [
      'a mark too many',
      '- [x] b\n- [ x ] c\n',
      ['2:3 An option starts with [ ] or, if it is right, with [x], and a space after it.'],
    ],
    [
      'a mark without a space in it',
      '- [x] b\n- [] c\n',
      ['2:3 An option starts with [ ] or, if it is right, with [x], and a space after it.'],
    ],
    [
      'no space after the mark',
      '- [x] b\n- [ ]c\n',
      ['2:3 An option starts with [ ] or, if it is right, with [x], and a space after it.'],
    ],
    ['no mark', '- [x] b\n- c\n', ['2:1 In a quiz every item starts with [ ] or [x].']],
    ['empty option', '- [x] b\n- [ ]\n', ['2:3 The option is empty.']],
    [
      'a quote that is not indented',
      '- [x] b\n> Yes.\n\n- [ ] c\n> No.\n',
      [
        '1:1 A quiz has at least two options.',
        '4:1 A step has one quiz. Is a quote under an option not indented?',
        '4:1 A quiz has at least two options.',
        '4:1 No option is right; mark the right one with [x].',
      ],
    ],
    [
      'two quotes',
      '- [x] b\n  > c\n\n  > d\n- [ ] e\n',
      ['4:3 An option is one paragraph, with at most one indented quote under it as its feedback.'],
    ],
    [
      'two paragraphs',
      '- [x] b\n\n  c\n- [ ] e\n',
      ['3:3 An option is one paragraph, with at most one indented quote under it as its feedback.'],
    ],
  ])('%s', (_name, content, errors) => {
    expect(stepErrors(content)).toEqual(errors);
  });
});
