import { describe, expect, test } from 'vitest';
import { parsePack } from '../../../src/lesson/parse-pack.ts';

const whole = [
  'format: 1',
  'name: my-pack',
  'title: { en: Mine, ko: 내 것 }',
  'languages: [en, ko]',
  'lessons: [01-a, b/c]',
];
const parse = (lines: readonly string[]) => {
  const { manifest, errors } = parsePack({ path: '/pack.yaml', text: lines.join('\n') });
  return {
    manifest,
    errors: errors.map(
      ({ position, message, suggestion }) =>
        `${position.line}:${position.column} ${message}${suggestion ? ` [${suggestion}]` : ''}`,
    ),
  };
};
const withLine = (index: number, line: string) => parse(whole.with(index, line)).errors;

describe('pack.yaml', () => {
  test('all of it', () => {
    expect(parse(whole)).toEqual({
      manifest: {
        name: 'my-pack',
        title: { en: 'Mine', ko: '내 것' },
        languages: ['en', 'ko'],
        lessons: [
          { folder: '01-a', place: { line: 5, column: 11 } },
          { folder: 'b/c', place: { line: 5, column: 17 } },
        ],
      },
      errors: [],
    });
  });

  test.each([
    [0, 'format: 2', ['1:9 This version of kafka-lessons reads packs with format: 1.']],
    [0, 'format: "1"', ['1:9 This version of kafka-lessons reads packs with format: 1.']],
    [0, '# nothing', ['2:1 The key "format" is missing.']],
    [1, 'name: My Pack', ['2:7 The id "My Pack" may only have a-z, 0-9 and -. [Did you mean my-pack?]']],
    [1, 'nam: my-pack', ['2:1 The key "nam" is unknown here. [Did you mean name?]']],
    [2, 'title: Mine', ['3:8 Write a title for each language: { en: ... }.']],
    [2, 'title: { en: Mine }', ['3:1 The title is missing in the language ko.']],
    [3, 'languages: []', ['4:12 At least one item is expected here.']],
    [3, 'languages: [en, korean]', ['4:17 A language is two letters, such as en or ko.']],
    [4, 'lessons: 01-a', ['5:10 A list is expected here.']],
    [4, 'lessons: []', ['5:10 At least one item is expected here.']],
    [4, 'lessons: [a, a]', ['5:14 "a" stands in this list twice.']],
    [4, 'lessons: [a, ../b]', ['5:14 The path "../b" leaves the folder; .. is not allowed.']],
    [4, 'lessons: [/etc]', ['5:11 The path "/etc" is not inside the folder; write a relative path.']],
    [4, "lessons: ['C:\\b']", ['5:11 The path "C:\\b" has a backslash; separate folders with /.']],
    [4, 'lessons: [a, {}]', ['5:14 A text is expected here; put it in quotes if it is one.']],
  ])('%i %s', (index, line, errors) => {
    expect(withLine(index, line)).toEqual(errors);
  });

  test('an empty file and one that is not YAML', () => {
    expect(parse([]).errors).toEqual(['1:1 A mapping of keys to values is expected here.']);
    expect(parse(['a: [', 'b'])).toMatchObject({
      manifest: undefined,
      errors: [expect.stringContaining('not closed')],
    });
  });
});
