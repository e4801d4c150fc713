import { describe, expect, test } from 'vitest';
import { errorsOf, lessonOf, stepHead } from './support.ts';

const body = `\n${stepHead}Prose.\n`;
const whole = ['id: topics', 'title: Topics', 'summary: Look.', 'minutes: 10', 'services: [broker]'];
const text = (lines: readonly string[]) => ['---', ...lines, '---', body].join('\n');
/** The whole front matter with one line replaced, left out, or added. */
const withLine = (line: string) => {
  const key = line.split(':')[0];
  const at = whole.findIndex((one) => one.startsWith(`${key}:`));
  return at < 0 ? [...whole, line] : whole.with(at, line);
};
const without = (key: string) => whole.filter((line) => !line.startsWith(key));

describe('front matter', () => {
  test('all of it', () => {
    const lesson = lessonOf(
      text([
        'id: db-2',
        'title: 2',
        'summary: "a: b"',
        'minutes: 600',
        'services: [broker, cluster, connect, shop, warehouse, museum]',
        'owns:',
        '  topics: [a.b_c-D]',
        '  groups: [g 1]',
        '  connectors: [c]',
        '  tables: [shop.users, warehouse.users_2]',
        '  files: [a/b.txt]',
      ]),
    );
    expect(lesson).toMatchObject({
      id: 'db-2',
      title: '2',
      summary: 'a: b',
      minutes: 600,
      services: ['broker', 'cluster', 'connect', 'shop', 'warehouse', 'museum'],
      owns: {
        topics: ['a.b_c-D'],
        groups: ['g 1'],
        connectors: ['c'],
        tables: ['shop.users', 'warehouse.users_2'],
        files: ['a/b.txt'],
      },
    });
  });

  test('no services, nothing owned, spaces after the marks', () => {
    const lesson = lessonOf(text(withLine('services: []')).replace('---\n', '---  \n'));
    expect(lesson.services).toEqual([]);
    expect(lesson.owns).toEqual({ topics: [], groups: [], connectors: [], tables: [], files: [], compose: [] });
  });

  test.each([
    ['id', '2:1 The key "id" is missing. [Write for example: id: topics]'],
    ['title', '2:1 The key "title" is missing. [Write for example: title: Topics]'],
    [
      'summary',
      '2:1 The key "summary" is missing. [Write for example: summary: Create a topic, list it, look inside.]',
    ],
    ['minutes', '2:1 The key "minutes" is missing. [Write for example: minutes: 10]'],
    ['services', '2:1 The key "services" is missing. [Write for example: services: [broker]]'],
  ])('%s is needed', (key, error) => {
    expect(errorsOf(text(without(key)))).toEqual([error]);
  });

  test.each([
    ['titel: x', ['7:1 The key "titel" is unknown here. [Did you mean title?]']],
    ['id: My Topics', ['2:5 The id "My Topics" may only have a-z, 0-9 and -. [Did you mean my-topics?]']],
    ['title: ""', ['3:8 A text that is not empty is expected here.']],
    ['title: "a\\nb"', ['3:8 A text on one line is expected here.']],
    ['summary: "\\e[31m"', ['4:10 A text on one line is expected here.']],
    ['minutes: 0', ['5:10 A whole number, 1 or more, is expected here.']],
    ['minutes: 601', ['5:10 A lesson takes at most 600 minutes.']],
    ['minutes: ten', ['5:10 A whole number, 1 or more, is expected here.']],
    ['services: broker', ['6:11 A list is expected here.']],
    [
      'services: [brocker]',
      ['6:12 One of broker, cluster, connect, shop, warehouse, museum is expected here. [Did you mean broker?]'],
    ],
    ['services: [shop, shop]', ['6:18 "shop" stands in this list twice.']],
    ['owns: [a]', ['7:7 A mapping of keys to values is expected here.']],
    ['owns: { topic: [a] }', ['7:9 The key "topic" is unknown here. [Did you mean topics?]']],
    [
      'owns: { topics: [a b] }',
      ['7:18 A topic name may only have letters, digits, dot, _ and -, at most 249 of them.'],
    ],
    [
      'owns: { topics: ["."] }',
      ['7:18 A topic name may only have letters, digits, dot, _ and -, at most 249 of them.'],
    ],
    ['owns: { tables: [users] }', ['7:18 A table is written database.table; the databases are shop, warehouse.']],
    ['owns: { files: [../a] }', ['7:17 The path "../a" leaves the folder; .. is not allowed.']],
  ])('%s', (line, errors) => {
    expect(errorsOf(text(withLine(line)))).toEqual(errors);
  });

  test('several errors at once', () => {
    expect(errorsOf(text(['id: A', 'minutes: x', 'bad: 1']))).toHaveLength(6);
  });

  test.each([
    [
      'missing',
      'Hello.\n',
      ['1:1 A lesson starts with its front matter: a line ---, then id, title, summary, minutes and services.'],
    ],
    [
      'after an empty line',
      `\n${text(whole)}`,
      ['1:1 A lesson starts with its front matter: a line ---, then id, title, summary, minutes and services.'],
    ],
    ['never closed', '---\nid: a\n', ['1:1 The front matter is never closed; end it with a line ---.']],
    ['empty', `---\n---\n${body}`, ['2:1 A mapping of keys to values is expected here.']],
    ['a list', `---\n- a\n---\n${body}`, ['2:1 A mapping of keys to values is expected here.']],
    ['not YAML', `---\nid: "a\n---\n${body}`, ['2:7 Something is not closed here: a quote, a bracket or a brace.']],
  ])('%s', (_name, lesson, errors) => {
    expect(errorsOf(lesson)[0]).toEqual(errors[0]);
  });

  test('a lesson without steps', () => {
    expect(errorsOf(['---', ...whole, '---', '', 'Prose.'].join('\n'))).toEqual([
      '9:1 The lesson has no steps; a step starts with a ## heading.',
    ]);
  });
});
