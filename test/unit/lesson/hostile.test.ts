import { describe, expect, test } from 'vitest';
import { formatAuthorErrors } from '../../../src/lesson/author-error.ts';
import { parseLesson } from '../../../src/lesson/parse-lesson.ts';
import { decodeText } from '../../../src/lesson/read-text.ts';
import { check, fence, frontMatter, lessonOf, run, stepHead } from './support.ts';

/** Parses and formats; whatever the text is, nothing may be thrown, and every place has to exist in the text. */
function survive(text: string): void {
  const { lesson, errors } = parseLesson({ path: '/lesson.md', text, folder: 'x' }, { checkCommand: () => undefined });
  expect(lesson === undefined).toBe(errors.length > 0);
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  const misplaced = errors.filter(
    ({ position: { line, column }, excerpt }) =>
      excerpt !== lines[line - 1] || column < 1 || column > excerpt.length + 1,
  );
  expect(misplaced).toEqual([]);
  expect(formatAuthorErrors(errors).length).toBeLessThan(20_000);
}

// Each of these takes well under a second; the limit is for a machine that does much else.
const limit = { timeout: 60_000 };

describe('long and deep text ends in an answer', limit, () => {
  const prose = [
    'a',
    '[',
    '`',
    '> ',
    '- ',
    '<',
    '<!--',
    '<details>\n',
    '\\',
    '\n',
    '## A\n',
    '- [ ] a\n',
    '```sh run\n',
    'a\n---\n',
  ];
  test.each(prose)('100 KB of %j', (part) => {
    survive(frontMatter + stepHead + part.repeat(100_000 / part.length));
  });

  const yaml = ['- ', '[', '{a: ', '? ', '"', '- a: ', '*a ', '&a ', 'a: 1\n', '- topic: x\n', '- topic: x\n  zz: y\n'];
  test.each(yaml)('30 KB of YAML %j', (part) => {
    survive(frontMatter + stepHead + run + check(part.repeat(30_000 / part.length)));
  });

  test.each(['\\', '"a\\\n', 'a \\\n', 'x\n'])('100 KB of shell %j', (part) => {
    survive(frontMatter + stepHead + fence('sh run', part.repeat(100_000 / part.length)));
  });

  test('a line of 1 MB', () => {
    const line = 'wörd '.repeat(200_000);
    expect(lessonOf(`${frontMatter}${stepHead}${line}\n`).steps).toHaveLength(1);
    survive(`${frontMatter}${stepHead}\`\`\`sh run ${line}\nx\n\`\`\`\n`);
  });

  test('10,000 steps', () => {
    const steps = Array.from(
      { length: 10_000 },
      (_, index) => `## Step ${index}\n<!-- step: s${index} -->\n\n${run}${check(`- topic: t${index}`)}`,
    );
    const { errors, outline } = parseLesson({ path: '/lesson.md', text: frontMatter + steps.join('') });
    expect(outline).toHaveLength(500);
    expect(errors.map(({ message }) => message)).toEqual([
      'A lesson has at most 500 steps; make several lessons of it.',
    ]);
  });
});

describe('changed at random, a lesson is still read or refused', limit, () => {
  const seed =
    frontMatter +
    '# Title\n\nIntro.\n\n' +
    stepHead +
    fence('properties file=a.properties edit', 'a=1') +
    fence('sh run timeout=20s id=x', 'kafka-topics.sh \\', '  --list') +
    fence('text stdin', 'hello') +
    check('- topic: t', '  config: { a: 1.0 }', '- output: { matches: "^a" }', '- { records: t, values: [a, b] }') +
    fence('yaml mistakes', '- when: [{ topic: u }]', '  say: Oh.') +
    '<details>\n<summary>Hint</summary>\n\nLook.\n\n</details>\n\n## Quiz\n<!-- step: q -->\n\n- [ ] a\n  > no\n- [x] b\n';
  const pieces = [
    '\n',
    '```',
    '~~~',
    '---',
    '- ',
    '> ',
    '##',
    '<!--',
    '-->',
    '<details>',
    '</details>',
    '\t',
    '  ',
    '"',
    "'",
    '[',
    '{',
    '}',
    ':',
    '*',
    '&',
    '!',
    '|',
    '\\',
    '=',
    '\u0000',
    '\uFFFF',
    '\ud800',
    '\r',
    '가',
    '__proto__',
    '<<',
  ];

  /** xorshift32: the same changes on every machine */
  function* random(state: number): Generator<number, never> {
    let x = state;
    for (;;) {
      x ^= x << 13;
      x ^= x >>> 17;
      x ^= x << 5;
      yield (x >>> 0) / 2 ** 32;
    }
  }

  test.each([1, 2, 3, 4])('seed %i', (start) => {
    const numbers = random(start * 7919);
    const below = (limit: number) => Math.floor(numbers.next().value * limit);
    for (let round = 0; round < 250; round++) {
      let text = seed;
      for (let change = below(4) + 1; change > 0; change--) {
        const at = below(text.length);
        const kind = below(4);
        const piece = pieces[below(pieces.length)] ?? '';
        if (kind === 0) text = text.slice(0, at) + piece + text.slice(at);
        else if (kind === 1) text = text.slice(0, at) + text.slice(at + below(20));
        else if (kind === 2) text = text.slice(0, at) + piece + text.slice(at + piece.length);
        else text = text.slice(0, at) + text.slice(below(text.length)).slice(0, 60) + text.slice(at);
      }
      survive(text);
    }
  });

  test('bytes changed at random are read or refused', () => {
    const numbers = random(42);
    for (let round = 0; round < 300; round++) {
      const bytes = Buffer.from(`${seed}토픽`);
      for (let change = 0; change < 3; change++) {
        bytes[Math.floor(numbers.next().value * bytes.length)] = Math.floor(numbers.next().value * 256);
      }
      const result = decodeText('/x', bytes);
      if (result.ok) survive(result.text);
      else expect(result.error.position.column).toBeLessThanOrEqual(result.error.excerpt.length + 1);
    }
  });
});
