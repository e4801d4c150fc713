import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parseLesson } from '../../../src/lesson/parse-lesson.ts';
import { parseTries } from '../../../src/lesson/tries.ts';
import { check, fence, frontMatter, lessonOf, path, stepHead } from './support.ts';

const mistakes = fence(
  'yaml mistakes',
  '- when: { topic: order }',
  '  say: The topic is called order.',
  '- when: { topic: Orders }',
  '  say: The topic is called Orders.',
);
const given = fence('text file=list.txt edit', 'one', 'two');
const solved = fence('text solution file=list.txt', 'one', 'two', 'three: $&');
const lesson = lessonOf(
  `${frontMatter}${stepHead}${given}\n${check('- topic: orders')}\n${solved}\n${mistakes}\n## B\n<!-- step: b -->\n\nRead.\n`,
);

const parse = (...lines: readonly string[]) => {
  const { tried, errors } = parseTries({ path: '/pack/topics/tries.yaml', text: lines.join('\n') }, lesson);
  return {
    tried,
    errors: errors.map(
      ({ position, message, suggestion }) =>
        `${position.line}:${position.column} ${message}${suggestion ? ` [${suggestion}]` : ''}`,
    ),
  };
};
const deedsOf = (...lines: readonly string[]) => {
  const { tried, errors } = parse('- step: a', '  tries:', '    - says: The topic is called order.', ...lines);
  expect(errors).toEqual([]);
  return tried[0]?.tries[0]?.deeds;
};
const deedError = (...lines: readonly string[]) =>
  parse('- step: a', '  tries:', '    - says: The topic is called order.', '      do:', ...lines).errors;

describe('tries.yaml', () => {
  it('is as its description shows it', async () => {
    const root = new URL('../../../', import.meta.url);
    const read = (path: string) => readFile(new URL(path, root), 'utf8');
    const [yaml] = /(?<=```yaml\n)- step:.*?(?=```)/s.exec(await read('docs/proving-lessons.md')) ?? [''];
    const { lesson: example } = parseLesson({ path, text: await read('template/01-first/lesson.md') });
    if (!example) throw new Error('the template has no lesson');
    const { tried, errors } = parseTries({ path: '/tries.yaml', text: yaml }, example);
    expect(errors).toEqual([]);
    expect(tried[0]?.tries.map(({ deeds }) => deeds.length)).toEqual([1, 2]);
  });

  it('names a mistake by how its sentence begins', () => {
    const { tried, errors } = parse('- step: a', '  tries:', '    - says: The topic is called Or', '      do: echo');
    expect(errors).toEqual([]);
    const position = { path: '/pack/topics/tries.yaml', line: 3, column: 7 };
    expect(tried).toEqual([
      {
        step: 'a',
        tries: [{ say: 'The topic is called Orders.', mistake: 1, deeds: [{ kind: 'type', line: 'echo' }], position }],
      },
    ]);
  });

  it('takes one deed or a list', () => {
    expect(deedsOf('      do: kafka-topics.sh --list')).toEqual([{ kind: 'type', line: 'kafka-topics.sh --list' }]);
    expect(
      deedsOf(
        '      do:',
        '        - echo',
        '        - background: cat',
        '        - stop: reader',
        '        - press: enter',
      ),
    ).toEqual([
      { kind: 'type', line: 'echo' },
      { kind: 'background', line: 'cat' },
      { kind: 'stop', id: 'reader' },
      { kind: 'enter' },
    ]);
  });

  it('writes files: whole, as the lesson gives or finishes them, with one text replaced', () => {
    expect(
      deedsOf(
        '      do:',
        '        - { file: new/list.txt, text: "" }',
        '        - given: list.txt',
        '        - { given: list.txt, replace: two, with: 2 }',
        '        - { solution: list.txt, replace: one, with: "$&" }',
      ),
    ).toEqual([
      { kind: 'file', name: 'new/list.txt', text: '' },
      { kind: 'file', name: 'list.txt', text: 'one\ntwo\n' },
      { kind: 'file', name: 'list.txt', text: 'one\n2\n' },
      { kind: 'file', name: 'list.txt', text: '$&\ntwo\nthree: $&\n' },
    ]);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['no list', ['step: a'], ['1:1 A list is expected here: each item has a step and its tries.']],
    ['an empty list', ['[]'], ['1:1 At least one item is expected here.']],
    [
      'a step that is not there',
      ['- step: aa', '  tries: [{ says: x, do: y }]'],
      ['1:9 This lesson has no step "aa".'],
    ],
    [
      'a step without mistakes',
      ['- step: b', '  tries: []'],
      ['1:9 The step b has no mistakes.', '2:10 At least one item is expected here.'],
    ],
    ['no tries', ['- step: a'], ['1:3 The key "tries" is missing.']],
    ['another key', ['- step: a', '  triees: []'], ['2:3 The key "triees" is unknown here. [Did you mean tries?]']],
    [
      'a mistake that is not there',
      ['- step: a', '  tries: [{ says: A topic, do: y }]'],
      [
        '2:19 No mistake of this step begins like this. [They begin: "The topic is called order.", "The topic is called Orders.".]',
      ],
    ],
    [
      'several that begin like this',
      ['- step: a', '  tries: [{ says: The topic is, do: y }]'],
      ['2:19 2 mistakes of this step begin like this; write more of the sentence.'],
    ],
    [
      'nothing done',
      ['- step: a', '  tries: [{ says: The topic is called order. }]'],
      ['2:11 The key "do" is missing.'],
    ],
  ])('refuses %s', (_, lines, expected) => expect(parse(...lines).errors).toEqual(expected));

  it.each<[string, string, string]>([
    [
      'an unknown deed',
      '{ typo: x }',
      '5:13 "typo" is nothing that a learner does. [Known here: background, stop, press, file, given, solution.]',
    ],
    [
      'two deeds in one',
      '{ stop: x, press: enter }',
      '5:22 One thing after the other: stop and press are two items of the list.',
    ],
    ['another key', '{ press: space }', '5:20 Only "press: enter" is known.'],
    ['a file without text', '{ file: list.txt }', '5:11 The key "text" is missing.'],
    [
      'a file outside',
      '{ file: ../list.txt, text: x }',
      '5:19 The path "../list.txt" leaves the folder; .. is not allowed.',
    ],
    [
      'a file nobody gives',
      '{ given: lists.txt }',
      '5:20 Neither the step a nor one before it gives the file "lists.txt". [Did you mean list.txt?]',
    ],
    [
      'a file nobody finishes',
      '{ solution: other.md }',
      '5:23 Neither the step a nor one before it has a solution for the file "other.md".',
    ],
    [
      'a text that is not in it',
      '{ given: list.txt, replace: three, with: 3 }',
      '5:39 The file "list.txt" does not have this text.',
    ],
    [
      'half a replacement',
      '{ given: list.txt, with: 3 }',
      '5:30 replace and with go together: the text in the file, and what takes its place.',
    ],
    ['a list of lists', '[echo]', '5:11 A text is expected here; put it in quotes if it is one.'],
  ])('refuses %s', (_, deed, expected) => expect(deedError(`        - ${deed}`)).toEqual([expected]));
});
