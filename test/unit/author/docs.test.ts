import { readFileSync } from 'node:fs';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { docsTables, withTables } from '../../../src/author/docs-tables.ts';
import { readGlossary } from '../../../src/author/glossary.ts';
import { checkCommand } from '../../../src/commands/load-course.ts';
import { parseLesson } from '../../../src/lesson/parse-lesson.ts';
import { parsePack } from '../../../src/lesson/parse-pack.ts';
import type { AuthorError } from '../../../src/lesson/types.ts';
import { frontMatter, stepHead } from '../lesson/support.ts';

const path = new URL('../../../docs/writing-lessons.md', import.meta.url);
const text = readFileSync(path, 'utf8');

test('the tables are as the program is (npm run docs writes them)', () => {
  expect(withTables(text, docsTables())).toBe(text);
  for (const name of docsTables().keys()) expect(text).toContain(`<!-- table: ${name} -->`);
});

describe('every example is right', () => {
  const examples = new MarkdownIt().parse(text, {}).filter(({ type }) => type === 'fence');

  test('there are some', () => {
    expect(examples.length).toBeGreaterThan(5);
  });

  test.each(examples.map(({ info, content, map }) => [`line ${(map?.[0] ?? 0) + 1}`, info.trim(), content] as const))(
    '%s: %s',
    (_line, info, content) => {
      expect(errorsOf(info, content).map(({ position, message }) => `${position.line} ${message}`)).toEqual([]);
    },
  );
});

/** What is wrong with an example; an example of an unknown kind is wrong. */
function errorsOf(info: string, content: string): readonly AuthorError[] {
  if (info === 'markdown') {
    const owning = frontMatter.replace('services:', 'owns: { files: [report.md] }\nservices:');
    const lesson = content.startsWith('---') ? content : owning + stepHead + content;
    return parseLesson({ path: 'x', text: lesson, folder: 'topics' }, { checkCommand }).errors;
  }
  if (info === 'yaml' && content.startsWith('format:')) return parsePack({ path: 'x', text: content }).errors;
  if (info === 'yaml' && content.startsWith('- { en:')) return readGlossary('x', { ok: true, text: content }).errors;
  if (info === 'sh' && /^kafka-lessons author (?:check|schema) [^\n]*\n$/.test(content)) return [];
  throw new Error(`an example of an unknown kind: ${info}`);
}
