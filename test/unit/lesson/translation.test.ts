import { describe, expect, test } from 'vitest';
import { parseLesson } from '../../../src/lesson/parse-lesson.ts';
import { compareLessons } from '../../../src/lesson/translation.ts';
import { check, fence, frontMatter, run } from './support.ts';

const mistakes = fence(
  'yaml mistakes',
  '- when: { topic: u }',
  '  say: It is called t.',
  '  try: kafka-topics.sh --list',
);
const hint = '<details>\n<summary>Hint</summary>\n\nLook.\n\n</details>\n';
const learned = fence('text learned', 'Names matter.');
const quiz = '## Q\n<!-- step: q -->\n\n- [ ] a\n\n  > no\n\n- [x] b\n\n  > yes\n';
const original = [
  `${frontMatter}Intro.\n\n## A\n<!-- step: a -->\n\nText.\n\n`,
  fence('text', 'shown'),
  run,
  check('- topic: t', '  partitions: 2'),
  mistakes,
  hint,
  learned,
  quiz,
].join('\n');

/** `LINE | message [suggestion]` of each difference of a translation. */
function differences(change: (text: string) => string, from = original): readonly string[] {
  const [wanted, found] = [from, change(from)].map((text) => parseLesson({ path: '/l.md', text, folder: 'l' }));
  if (!wanted || !found) throw new Error('nothing to compare');
  return compareLessons(wanted, found).map(
    ({ excerpt, message, suggestion }) => `${excerpt} | ${message}${suggestion ? ` [${suggestion}]` : ''}`,
  );
}

describe('a translation may', () => {
  test.each<[string, (text: string) => string]>([
    ['be the same', (text) => text],
    [
      'have other sentences and titles',
      (text) => text.replace('Intro.', '소개.').replace('## A', '## 가').replace('Look.', '보세요.'),
    ],
    ['have another title and summary', (text) => text.replace(/title: .*\nsummary: .*/, 'title: 가\nsummary: 나')],
    ['have other text in what is only shown', (text) => text.replace('```text\nshown', '```\n보임')],
    [
      'say a mistake in other words and lines',
      (text) => text.replace('say: It is called t.', 'say: >-\n    이름은\n    t입니다.'),
    ],
    ['have the keys of a mistake in another order', (text) => text.replace(/( {2}say: .*\n)( {2}try: .*\n)/, '$2$1')],
    ['say what was learned in other words', (text) => text.replace('Names matter.', '이름이\n중요합니다.')],
    ['have other feedback', (text) => text.replace('> no', '> 아니요\n  > 정말')],
  ])('%s', (_name, change) => {
    expect(differences(change)).toEqual([]);
  });
});

describe('it is told at its line where a translation', () => {
  const line = 'This line is not as in the original. Blocks are not translated, but for what say tells.';
  test.each<[string, (text: string) => string, readonly string[]]>([
    [
      'changes what is not a sentence at the top',
      (text) => text.replace('minutes: 10', 'minutes: 12'),
      [
        'minutes: 12 | Only title and summary are translated; "minutes" has to be as in the original. [In the original it is: minutes: 10]',
      ],
    ],
    [
      'changes a command',
      (text) => text.replace('kafka-topics.sh --list', 'kafka-topics.sh --describe'),
      [`kafka-topics.sh --describe | ${line} [In the original it is: kafka-topics.sh --list]`],
    ],
    [
      'changes a check',
      (text) => text.replace('partitions: 2', 'partitions: 3'),
      [`  partitions: 3 | ${line} [In the original it is: partitions: 2]`],
    ],
    [
      'leaves out the end of a block',
      (text) => text.replace('  partitions: 2\n', ''),
      [`\`\`\` | ${line} [In the original it is: partitions: 2]`],
    ],
    [
      'changes when a mistake is told',
      (text) => text.replace('{ topic: u }', '{ topic: v }'),
      [`- when: { topic: v } | ${line} [In the original it is: - when: { topic: u }]`],
    ],
    [
      'changes what is to be tried',
      (text) => text.replace('try: kafka-topics.sh --list', 'try: x'),
      [`  try: x | ${line} [In the original it is: try: kafka-topics.sh --list]`],
    ],
    [
      'has another kind of block',
      (text) => text.replace('```sh run', '```sh run timeout=5s'),
      [
        '```sh run timeout=5s | The original has no block "sh run timeout=5s" here. [The block that comes here is "sh run".]',
      ],
    ],
    [
      'leaves a block out',
      (text) => text.replace(mistakes, ''),
      [
        '```text learned | The original has no block "text learned" here. [The block that comes here is "yaml mistakes".]',
      ],
    ],
    [
      'does not say what was learned',
      (text) => text.replace(learned, ''),
      ['## A | The block "text learned" of the original is missing in this step.'],
    ],
    [
      'leaves a hint out',
      (text) => text.replace(hint, ''),
      ['## A | The original has 1 hint in this step, the translation 0.'],
    ],
    [
      'marks another option',
      (text) => text.replace('[ ]', '[x]'),
      ['- [x] a | In the original this option is wrong: [ ].'],
    ],
    [
      'leaves feedback out',
      (text) => text.replace('  > yes\n', ''),
      ['- [x] b | In the original this option has feedback, a quote under it.'],
    ],
    [
      'has an option more',
      (text) => `${text}\n- [ ] c\n`,
      ["- [ ] a | The original's quiz has 2 options, the translation's 3."],
    ],
    [
      'renames a step',
      (text) => text.replace('step: q', 'step: r'),
      ['<!-- step: r --> | The original has no step r. [Did you mean q?]'],
    ],
    [
      'leaves the last step out',
      (text) => text.replace(quiz, ''),
      [' | The step q of the original is missing before this.'],
    ],
    [
      'has steps of its own',
      (text) => `${text}\n## Z\n<!-- step: z -->\n\nText.\n`,
      ['<!-- step: z --> | The original has no step z.'],
    ],
  ])('%s', (_name, change, told) => {
    expect(differences(change)).toEqual(told);
  });

  test('has the steps in another order', () => {
    const step = (id: string) => `## ${id}\n<!-- step: ${id} -->\n\nText.\n\n`;
    const text = frontMatter + step('a') + step('b') + step('c');
    const swapped = frontMatter + step('a') + step('c') + step('b');
    expect(differences(() => swapped, text)).toEqual([
      '<!-- step: c --> | The step c stands in another place in the original.',
    ]);
  });
});
