import { describe, expect, test } from 'vitest';
import { check, errorsOf, fence, frontMatter, lessonOf, run, stepErrors, stepHead, stepOf } from './support.ts';

const exercise = check('- topic: t');
const solution = fence('sh solution', 'ls');
const quiz = '- [ ] wrong\n- [x] right\n';
const hint = '<details>\n<summary>Hint</summary>\n\nLook.\n\n</details>\n';

describe('kinds', () => {
  test.each([
    ['reading', 'Prose.\n'],
    ['reading', fence('sh', 'only shown')],
    ['reading', fence('text file=x', 'a')],
    ['run', run],
    ['run', run + exercise],
    ['run', run + exercise + solution],
    ['exercise', exercise + solution],
    ['quiz', quiz],
  ])('%s', (kind, content) => {
    expect(stepOf(content).kind).toBe(kind);
  });
});

describe('parts that do not fit together', () => {
  const needsSolution =
    'A check without a run block is an exercise, and an exercise needs a solution block: what skip and the headless run perform.';
  test.each([
    ['check alone', exercise, [`1:1 ${needsSolution}`]],
    [
      'solution alone',
      `Prose.\n\n${solution}`,
      ['3:1 A solution needs a check block that tells whether the exercise is solved.'],
    ],
    [
      'mistakes alone',
      run + fence('yaml mistakes', '- { when: { exit: 1 }, say: Oh. }'),
      ['4:1 Mistakes are looked at when a check fails; this step has no check block.'],
    ],
    ['quiz and run', run + quiz, ['4:1 A step with a quiz cannot have a run block; make two steps of it.']],
    ['quiz and check', quiz + exercise, ['1:1 A step with a quiz cannot have a check block; make two steps of it.']],
    [
      'quiz and solution',
      quiz + solution,
      ['1:1 A step with a quiz cannot have a solution block; make two steps of it.'],
    ],
    ['nothing', '', ['-2:1 There is nothing in this step.']],
    ['only a hint', hint, ['-2:1 There is nothing in this step.']],
    [
      'a background block of a later step',
      `${run}${check('- background: b')}## B\n<!-- step: b -->\n\n${fence('sh run background id=b', 'x')}`,
      ['5:15 No background block before this has the id "b".'],
    ],
  ])('%s', (_name, content, errors) => {
    expect(stepErrors(content)).toEqual(errors);
  });

  test('a background block of this step or an earlier one can be checked', () => {
    const two = `${fence('sh run background id=b', 'x')}${check('- background: b')}## B\n<!-- step: b -->\n\n${run}${check('- background: b')}`;
    expect(lessonOf(frontMatter + stepHead + two).steps).toHaveLength(2);
  });

  test('a block that is wrong is not also told to be missing', () => {
    expect(stepErrors(solution + fence('yaml chek', '- exit: 0'))).toEqual([
      '4:9 "chek" is not a role. [Did you mean check?]',
    ]);
    expect(stepErrors(fence('sh run backgroud', 'x') + exercise)).toHaveLength(1);
  });
});

describe('ids', () => {
  const step = (head: string) => errorsOf(`${frontMatter}${head}\n\nProse.\n`);
  test.each([
    [
      'missing',
      '## Create a topic!',
      ['9:1 The step has no id. [Write <!-- step: create-a-topic --> right under the heading.]'],
    ],
    [
      'another comment',
      '## 토픽\n<!-- setp: a -->',
      ['9:1 The step has no id. [Write <!-- step: my-step --> right under the heading.]'],
    ],
    [
      'ill-formed',
      '## A\n<!-- step: Create_It -->',
      ['10:12 The id "Create_It" may only have a-z, 0-9 and -. [Did you mean create-it?]'],
    ],
    ['empty', '## A\n<!-- step: -->', ['10:12 The id "" may only have a-z, 0-9 and -. [Did you mean a?]']],
    [
      'further down',
      '## A\n\nProse.\n\n<!-- step: a -->',
      ['13:1 The id of a step stands right under its ## heading, and only there.'],
    ],
    [
      'two',
      '## A\n<!-- step: a -->\n<!-- step: b -->',
      ['11:1 The id of a step stands right under its ## heading, and only there.'],
    ],
    [
      'above the heading',
      '<!-- step: a -->\n\n## A\n<!-- step: a -->',
      ['9:1 The id of a step stands right under its ## heading, and only there.'],
    ],
    [
      'used twice',
      '## A\n<!-- step: a -->\n\nx\n\n## B\n<!-- step: a -->',
      ['15:12 The id a belongs to the step at line 10 already.'],
    ],
    ['no title', '##\n<!-- step: a -->', ['9:1 The step has no title.']],
  ])('%s', (_name, head, errors) => {
    expect(step(head)).toEqual(errors);
  });

  test.each(['<!-- step: a-1 -->', '<!--step:a-1-->', '\n<!--   step :  a-1   -->'])('%j is right', (comment) => {
    expect(lessonOf(`${frontMatter}## A\n${comment}\n\nProse.\n`).steps[0]?.id).toBe('a-1');
  });
});

describe('headings', () => {
  test('only ## starts a step, and only outside of other blocks', () => {
    const step = stepOf('### Part\n\n> ## quoted\n\n- ## listed\n\n```text\n## fenced\n```\n');
    expect(step.body.map(({ kind }) => kind)).toEqual(['markdown', 'code']);
  });

  test('a title has its place at the top', () => {
    expect(stepErrors('Prose.\n\n# Another\n')).toEqual([
      '3:1 Only the title at the top has one #; steps have ##, headings inside a step ###.',
    ]);
  });

  test('prose with a ruler right under it is a heading, which is told', () => {
    expect(stepErrors('Prose.\n\nMore\n---\n\nEnd.\n')).toEqual([
      '3:1 The step has no id. [Write <!-- step: more --> right under the heading.]',
      '4:1 A line of dashes makes the line above it a heading. Write ## for a step, or put an empty line before a ruler.',
    ]);
  });
});

describe('hints', () => {
  test('are taken out of the body in order, with the fences in them', () => {
    const step = stepOf(
      `One.\n\n${hint}\nTwo.\n\n<details open>\n  <summary>The <b>whole</b> command</summary>\n\n\`\`\`sh\nls\n\`\`\`\n\n- a\n</details>\nThree.\n`,
    );
    expect(step.hints).toEqual([
      { title: 'Hint', source: 'Look.' },
      { title: 'The whole command', source: '```sh\nls\n```\n\n- a' },
    ]);
    expect(step.body).toEqual([{ kind: 'markdown', source: 'One.\n\nTwo.\n\nThree.' }]);
  });

  test('on one line', () => {
    expect(stepOf('a\n\n<details><summary>H</summary>x</details> b\n')).toMatchObject({
      hints: [{ title: 'H', source: 'x' }],
      body: [{ kind: 'markdown', source: 'a\n\n b' }],
    });
  });

  test.each([
    [
      'never closed',
      'a\n\n<details>\n<summary>H</summary>\n\nb\n',
      ['3:1 <details> is never closed in this part; put </details> on a line of its own.'],
    ],
    [
      'closed in a line of prose',
      'a\n\n<details>\n<summary>H</summary>\n\nb</details>\n',
      ['3:1 <details> is never closed in this part; put </details> on a line of its own.'],
    ],
    ['closed but not opened', 'a\n\n</details>\n', ['3:1 </details> closes nothing.']],
    [
      'one in another',
      'a\n\n<details>\n<summary>H</summary>\n\nb\n\n<details>\n<summary>I</summary>\nc\n</details>\n',
      ['8:1 A hint cannot stand inside another hint. Is a </details> missing above?'],
    ],
    [
      'no summary',
      'a\n\n<details>\n\nb\n\n</details>\n',
      ['3:1 A hint starts with its title: <summary>Hint</summary>.'],
    ],
    ['empty', 'a\n\n<details>\n<summary>H</summary>\n\n</details>\n', ['3:1 There is nothing in this hint.']],
    [
      'a role in it',
      `a\n\n<details>\n<summary>H</summary>\n\n${solution}\n</details>\n`,
      ['6:1 A hint is only shown; a block with a role cannot stand in it.'],
    ],
    ['a comment never closed', 'a\n\n<!-- b\n', ['3:1 This comment is never closed; everything after it is hidden.']],
    ['pre never closed', 'a\n\n<pre>\nb\n', ['3:1 <pre> is never closed; everything after it belongs to it.']],
  ])('%s', (_name, content, errors) => {
    expect(stepErrors(content)).toEqual(errors);
  });

  test('neither code nor a comment opens one', () => {
    const step = stepOf('`<details>`\n\n<!-- <details> -->\n\n```html\n<details>\n```\n');
    expect(step.hints).toEqual([]);
    expect(step.body).toHaveLength(2);
  });
});

describe('the introduction', () => {
  const intro = (text: string) => lessonOf(`${frontMatter}${text}\n\n${stepHead}Prose.\n`).intro;
  const introErrors = (text: string) =>
    errorsOf(`${frontMatter}${text}\n\n${stepHead}Prose.\n`).map((error) =>
      error.replace(/^\d+/, (line) => String(Number(line) - 8)),
    );

  test('is prose and shown code; title and comments are left out, details stay', () => {
    expect(
      intro(
        '<!-- note -->\n# Title\n\nHello.\n\n```text\na\n```\n\n<details>\n<summary>More</summary>\n\nx\n\n</details>',
      ),
    ).toEqual([
      { kind: 'markdown', source: 'Hello.' },
      { kind: 'code', language: 'text', role: 'shown', text: 'a' },
      { kind: 'markdown', source: '<details>\n<summary>More</summary>\n\nx\n\n</details>' },
    ]);
    expect(intro('')).toEqual([]);
  });

  test.each([
    [
      'a run block',
      fence('sh run', 'ls'),
      ['1:1 Nothing runs before the first step. Put this block below a ## heading.'],
    ],
    [
      'a file',
      fence('text file=x', 'ls'),
      ['1:1 Nothing runs before the first step. Put this block below a ## heading.'],
    ],
    ['an unknown role', fence('sh rnu', 'ls'), ['1:7 "rnu" is not a role. [Did you mean run?]']],
    ['a quiz', '- [x] a\n- [ ] b', ['1:1 A quiz belongs to a step. Put it below a ## heading.']],
    [
      'details never closed',
      '<details>\n<summary>H</summary>\n\nx',
      ['1:1 <details> is never closed in this part; put </details> on a line of its own.'],
    ],
    [
      'a title after prose',
      'a\n\n# Title',
      ['3:1 Only the title at the top has one #; steps have ##, headings inside a step ###.'],
    ],
  ])('%s in it is told', (_name, text, errors) => {
    expect(introErrors(text)).toEqual(errors);
  });

  test('a fence never closed takes the steps with it', () => {
    expect(errorsOf(`${frontMatter}\`\`\`sh\nls\n\n## A\n<!-- step: a -->\n`)).toEqual([
      '9:1 This block is never closed; end it with a line ```.',
    ]);
  });
});
