import { describe, expect, test } from 'vitest';
import type { Step } from '../../../src/lesson/types.ts';
import { check, errorsOf, fence, lessonOf, frontMatter as plainMatter, run, stepHead } from './support.ts';

const frontMatter = plainMatter.replace('services: [broker]\n', 'services: [broker]\nowns: { files: [report.md] }\n');
const stepOf = (content: string): Step => {
  const [step] = lessonOf(frontMatter + stepHead + content).steps;
  if (!step) throw new Error('no step');
  return step;
};
/** The content's first line is line 1. */
const stepErrors = (content: string): readonly string[] =>
  errorsOf(frontMatter + stepHead + content).map((line) =>
    line.replace(/^\d+/, (number) => String(Number(number) - 12)),
  );

const solution = fence('sh solution', 'ls');
const panel = (id: string, ...more: readonly string[]): readonly string[] => [
  `- id: ${id}`,
  `  title: The ${id}`,
  `  symptom: Nobody sees ${id}.`,
  `  report: ${id} was away.`,
  ...(more.length > 0 ? more : ['  check:', `    - topic: ${id}`]),
];
const board = (...lines: readonly string[]): string => fence('yaml board', ...lines);

describe('a board', () => {
  test('is an exercise; its checks and mistakes know their panel', () => {
    const step = stepOf(
      board(
        ...panel(
          'a',
          '  check:',
          '    - topic: a',
          '    - group: g',
          '  mistakes:',
          '    - when: { exit: 1 }',
          '      say: Oh.',
        ),
        ...panel('b'),
      ) + solution,
    );
    expect(step.kind).toBe('exercise');
    expect(step.checks.map(({ subject }) => subject)).toEqual(['topic', 'group', 'topic']);
    expect(step.board).toEqual([
      { id: 'a', title: 'The a', symptom: 'Nobody sees a.', report: 'a was away.', checks: [0, 1] },
      { id: 'b', title: 'The b', symptom: 'Nobody sees b.', report: 'b was away.', checks: [2] },
    ]);
    expect(step.mistakes).toEqual([{ when: [{ subject: 'output', exit: 1 }], say: 'Oh.', panel: 'a' }]);
    expect(step.body).toEqual([]);
  });

  test.each([
    [
      'not a list',
      board('id: a') + solution,
      ['2:1 A board is a list of panels: each item starts with a dash and has id, title, symptom, check and report.'],
    ],
    ['empty', board('[]') + solution, ['1:1 At least one item is expected here.']],
    [
      'without a check',
      board('- { id: a, title: A, symptom: S, report: R }') + solution,
      ['2:3 The key "check" is missing.'],
    ],
    [
      'an empty check',
      board('- { id: a, title: A, symptom: S, report: R, check: [] }') + solution,
      ['2:52 At least one item is expected here.'],
    ],
    [
      'an unknown key',
      board(...panel('a', '  symptoms: x', '  check: [{ topic: a }]')) + solution,
      ['6:3 The key "symptoms" is unknown here. [Did you mean symptom?]'],
    ],
    [
      'a bad id',
      board(...panel('a'), '- { id: A b, title: A, symptom: S, report: R, check: [{ topic: t }] }') + solution,
      ['8:9 The id "A b" may only have a-z, 0-9 and -. [Did you mean a-b?]'],
    ],
    ['an id twice', board(...panel('a'), ...panel('a')) + solution, ['8:7 "a" stands in this list twice.']],
    [
      'a wrong assertion',
      board(...panel('a', '  check: [{ topik: a }]')) + solution,
      ['6:13 The item has no subject; it starts with "topik". [Did you mean topic?]'],
    ],
    [
      'a mistake without say',
      board(...panel('a', '  check: [{ topic: a }]', '  mistakes:', '    - when: { exit: 1 }')) + solution,
      ['8:7 The key "say" is missing.'],
    ],
    [
      'mistakes that are no list',
      board(...panel('a', '  check: [{ topic: a }]', '  mistakes: no')) + solution,
      ['7:13 Mistakes are a list: each item starts with a dash and has when and say.'],
    ],
    [
      'no solution',
      board(...panel('a')),
      ['1:1 A board is an exercise, and an exercise needs a solution block: what skip and the headless run perform.'],
    ],
    [
      'two of them',
      board(...panel('a')) + board(...panel('b')) + solution,
      ['9:1 A step has one board; put all panels into it.'],
    ],
    [
      'options',
      fence('yaml board x', ...panel('a')) + solution,
      ['1:15 The option "x" is unknown here. [This block takes no options.]'],
    ],
    [
      'not yaml',
      fence('json board', ...panel('a')) + solution,
      ['1:4 A board block is written in yaml, not in "json". [Did you mean yaml board?]'],
    ],
  ])('%s', (_name, content, errors) => {
    expect(stepErrors(content)).toEqual(errors);
  });

  test.each([
    ['run', run],
    ['check', check('- topic: t')],
    ['mistakes', fence('yaml mistakes', '- { when: { exit: 1 }, say: Oh. }')],
  ])('beside a %s block', (kind, block) => {
    expect(stepErrors(block + board(...panel('a')) + solution)).toEqual([
      `1:1 A step with a board is passed by its panels; this ${kind} block belongs into one of them or into another step.`,
    ]);
  });

  test('changes the hash, its words do not', () => {
    const one = stepOf(board(...panel('a')) + solution).hash;
    expect(stepOf(board(...panel('b')) + solution).hash).not.toBe(one);
    expect(stepOf(board(...panel('a')).replace('Nobody sees', 'Nobody can see') + solution).hash).toBe(one);
  });
});

describe('a hint for a panel', () => {
  const hint = (attributes: string): string =>
    `<details${attributes}>\n<summary>Where</summary>\n\nLook.\n\n</details>\n`;

  test('knows it', () => {
    const { hints } = stepOf(board(...panel('a')) + solution + hint(' panel="a"') + hint(''));
    expect(hints).toEqual([
      { title: 'Where', source: 'Look.', panel: 'a' },
      { title: 'Where', source: 'Look.' },
    ]);
  });

  test.each([
    [
      'that is not there',
      board(...panel('archive')) + solution,
      ['12:1 This step has no panel "archiv". [Did you mean archive?]'],
    ],
    ['in a step without a board', run, ['4:1 This step has no panel "archiv".']],
  ])('%s', (_name, content, errors) => {
    expect(stepErrors(content + hint(' panel="archiv"'))).toEqual(errors);
  });
});

test('a lesson with a board owns its report, and one with a setup asks for services', () => {
  const bare = frontMatter.replace('services: [broker]', 'services: []').replace('owns: { files: [report.md] }\n', '');
  const text = `${bare}${stepHead}${fence('sh setup', 'ls')}${board(...panel('a'))}${solution}`;
  const messages = errorsOf(text).map((line) => line.replace(/^\d+:\d+ /, ''));
  expect(messages).toEqual([
    'A lesson with a board makes report.md; say so in its front matter: owns: { files: [report.md] }.',
    'A setup changes the environment, so its lesson has to ask for services.',
  ]);
});

describe('a setup', () => {
  const setup = fence('sh setup timeout=5s', 'kafka-topics.sh --list');
  const exercise = check('- topic: t') + solution;

  test('is commands of every kind, and what has to hold when they are over; none of it is shown', () => {
    const step = stepOf(
      setup +
        fence('text stdin', 'typed') +
        fence('http setup', 'GET http://localhost:8083/') +
        fence('sql setup at=shop', 'SELECT 1') +
        fence('yaml setup', '- topic: t', '  exists: false') +
        exercise,
    );
    expect(step.setup?.blocks.map(({ kind }) => kind)).toEqual(['sh', 'http', 'sql']);
    expect(step.setup?.blocks[0]).toMatchObject({
      commands: ['kafka-topics.sh --list'],
      timeoutMs: 5000,
      stdin: 'typed\n',
    });
    expect(step.setup?.until).toEqual([{ subject: 'topic', topic: 't', exists: false }]);
    expect(step.body).toEqual([]);
    expect(step.kind).toBe('exercise');
  });

  test('belongs to a step with commands as well', () => {
    expect(stepOf(setup + run)).toMatchObject({ kind: 'run', setup: { until: [] } });
  });

  test('changes the hash', () => {
    const hashes = [exercise, setup + exercise, setup + fence('yaml setup', '- topic: u') + exercise].map(
      (content) => stepOf(content).hash,
    );
    expect(new Set(hashes).size).toBe(3);
  });

  test.each([
    [
      'in a step without a task',
      `Prose.\n\n${setup}`,
      ['3:1 A setup prepares something that is done; this step has no run block, no check and no board.'],
    ],
    [
      'beside a quiz',
      `${setup}- [ ] a\n- [x] b\n`,
      ['4:1 A step with a quiz cannot have a setup block; make two steps of it.'],
    ],
    [
      'only its end',
      fence('yaml setup', '- topic: t') + exercise,
      ['1:1 A yaml setup says when the commands of a setup are over; this step has no such commands.'],
    ],
    [
      'in the background',
      fence('sh setup background id=x', 'ls') + exercise,
      ['1:13 The option "background" is unknown here. [Known here: interactive, timeout=, expect=, id=, at=.]'],
    ],
    [
      'as yaml with options',
      fence('yaml setup x', '- topic: t') + setup + exercise,
      ['1:15 The option "x" is unknown here. [This block takes no options.]'],
    ],
    [
      'in another language',
      fence('bash setup', 'ls') + exercise,
      ['1:4 A setup block is written in sh, http, sql or yaml, not in "bash". [Did you mean sh?]'],
    ],
    [
      'with a wrong end',
      setup + fence('yaml setup', 'topic: t') + exercise,
      ['5:1 A check is a list: each item starts with a dash, for example "- topic: orders".'],
    ],
  ])('%s', (_name, content, errors) => {
    expect(stepErrors(content)).toEqual(errors);
  });
});
