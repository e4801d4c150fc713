import { join, resolve } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { formatAuthorError, formatAuthorErrors } from '../../../src/lesson/author-error.ts';
import type { AuthorError } from '../../../src/lesson/types.ts';

const cwd = resolve('somewhere');
const error = (over: Partial<AuthorError> & { line?: number; column?: number } = {}): AuthorError => ({
  position: { path: join(cwd, 'topics', 'lesson.md'), line: over.line ?? 12, column: over.column ?? 3 },
  message: 'The key "partition" is unknown here.',
  excerpt: '  partition: 3',
  ...over,
});
const shown = (over?: Parameters<typeof error>[0]) => formatAuthorError(error(over), { cwd }).split('\n');
/** What stands above the caret. */
const underCaret = (lines: readonly string[]) => {
  const column = stringWidth((lines[2] ?? '').replace(/\^$/, ''));
  let width = 0;
  for (const { segment } of new Intl.Segmenter().segment(lines[1] ?? '')) {
    if (width >= column) return segment;
    width += stringWidth(segment);
  }
  return undefined;
};

describe('an author error as text', () => {
  test('place, message, line, caret, suggestion', () => {
    expect(formatAuthorError(error({ suggestion: 'Did you mean partitions?' }), { cwd })).toBe(
      [
        `${join('topics', 'lesson.md')}:12:3  The key "partition" is unknown here.`,
        '   12 |   partition: 3',
        '      |   ^',
        '      Did you mean partitions?',
      ].join('\n'),
    );
  });

  test('a path that is not below cwd stays whole', () => {
    expect(formatAuthorError(error(), { cwd: join(cwd, 'other') })).toContain(
      `${join(cwd, 'topics', 'lesson.md')}:12:3`,
    );
    expect(formatAuthorError(error())).toContain(`${join(cwd, 'topics', 'lesson.md')}:12:3`);
  });

  test('without a line there is only the message', () => {
    expect(shown({ excerpt: '' })).toHaveLength(1);
  });

  test.each([
    ['wide characters', '토픽을: 만든다', 6, '만'],
    ['emoji', '👩‍💻: x', 8, 'x'],
    ['tabs', '\t\tkey', 3, 'k'],
    ['the start of a long line', `${'a'.repeat(30)}X${'b'.repeat(1_000_000)}`, 31, 'X'],
    ['the middle of a long line', `${'a'.repeat(500_000)}X${'b'.repeat(500_000)}`, 500_001, 'X'],
    ['the end of a long line', `${'a'.repeat(1_000_000)}X`, 1_000_001, 'X'],
    ['the middle of a long wide line', `${'가'.repeat(5000)}X${'나'.repeat(5000)}`, 5001, 'X'],
  ])('the caret stands right under %s', (_name, excerpt, column, character) => {
    const lines = shown({ excerpt, column });
    expect(underCaret(lines)).toBe(character);
    expect(stringWidth(lines[1] ?? '')).toBeLessThanOrEqual(115);
  });

  test('the caret may stand after the line', () => {
    expect(shown({ excerpt: 'abc', column: 4 })[2]).toBe('      |    ^');
  });

  test('nothing steers the terminal', () => {
    const text = formatAuthorError(
      error({ excerpt: '\u001b[2Jx\u202e\u009b31m', message: 'a\u001b]0;b\u0007', suggestion: '\rc\n' }),
      { cwd },
    );
    expect(text.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
    expect(text.split('\n')).toHaveLength(4);
  });

  test('a message is not longer than a person reads', () => {
    expect(shown({ message: 'x'.repeat(100_000) })[0]?.length).toBeLessThan(500);
  });

  test('many errors are cut, and counted', () => {
    const text = formatAuthorErrors(
      Array.from({ length: 25 }, () => error()),
      { cwd },
    );
    expect(text.split('\n\n')).toHaveLength(21);
    expect(text).toMatch(/\.\.\. and 5 more errors\.$/);
    expect(formatAuthorErrors([error(), error()], { cwd, most: 1 })).toMatch(/1 more error\.$/);
  });
});
