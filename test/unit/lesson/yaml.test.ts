import { describe, expect, test } from 'vitest';
import { check, run, stepErrors } from './support.ts';

/** Errors of a check block; its first line is line 1. */
const yamlErrors = (...lines: readonly string[]) =>
  stepErrors(run + check(...lines)).map((error) => error.replace(/^\d+/, (line) => String(Number(line) - 4)));

describe('YAML that lessons do not take', () => {
  const cases: readonly (readonly [name: string, lines: readonly string[], errors: readonly string[]])[] = [
    [
      'tab as indentation',
      ['- topic: t', '\tpartitions: 1'],
      ['2:1 YAML is indented with spaces; there is a tab here.'],
    ],
    ['open quote', ['- topic: "t'], ['2:1 Something is not closed here: a quote, a bracket or a brace.']],
    ['open bracket', ['- topic: [a'], ['2:1 Something is not closed here: a quote, a bracket or a brace.']],
    ['duplicate key', ['- topic: a', '  topic: b'], ['2:3 The key "topic" stands here twice.']],
    [
      'alias without anchor',
      ['- topic: *orders'],
      ['1:10 *orders is an alias in YAML, which lessons do not use; put it in quotes if you mean the text.'],
    ],
    [
      'anchor and alias',
      ['- topic: &a t', '- topic: *a'],
      [
        '1:10 &a is an anchor in YAML, which lessons do not use; put it in quotes if you mean the text.',
        '2:10 *a is an alias in YAML, which lessons do not use; put it in quotes if you mean the text.',
      ],
    ],
    ['merge key', ['- topic: t', '  <<: { exists: true }'], ['2:3 << is not used in lessons; write the keys out.']],
    [
      'tag',
      ['- topic: !secret t'],
      ['1:10 A value that starts with ! is a tag in YAML; put it in quotes if you mean the text.'],
    ],
    [
      'second document',
      ['- topic: a', '---', '- topic: b'],
      ['2:1 One YAML document is expected; a second one starts here.'],
    ],
    ['list as key', ['- ? [a]', '  : b'], ['1:5 A key has to be a plain word or text.']],
    ['prototype', ['- topic: t', '  __proto__: { exists: true }'], ['2:3 A key has to be a plain word or text.']],
    ['nested too deeply', [`- topic: ${'['.repeat(40)}${']'.repeat(40)}`], ['1:21 This YAML is nested too deeply.']],
    ['open brackets without end', ['['.repeat(20_000)], ['1:1 This YAML is nested too deeply.']],
    ['too long', ['- topic: t', `# ${'x'.repeat(40_000)}`], ['1:1 This YAML is longer than 32 KB.']],
    ['bad escape', ['- output: { contains: "\\q" }'], ['1:24 This is not valid YAML: Invalid escape sequence \\q.']],
  ];
  test.each(cases)('%s', (_name, lines, errors) => {
    expect(yamlErrors(...lines)).toEqual(errors);
  });
});
