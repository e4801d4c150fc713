import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LoadOptions, loadPack } from '../../../src/lesson/load-pack.ts';
import { decodeText, largestFile } from '../../../src/lesson/read-text.ts';
import { frontMatter, stepHead } from './support.ts';

const lesson = (id: string) => `${frontMatter.replace('id: topics', `id: ${id}`)}${stepHead}Prose.\n`;
const pack = (lessons: string) => `format: 1\nname: p\ntitle: { en: P }\nlanguages: [en]\nlessons: ${lessons}\n`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kafka-lessons-pack-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

/** `file:line:column message [suggestion]` of every error. */
async function errorsOf(options?: LoadOptions): Promise<readonly string[]> {
  const result = await loadPack(folder, options);
  const errors = result.ok ? (result.pack.broken ?? []).flatMap((lesson) => lesson.errors) : result.errors;
  return errors.map(({ position: { path, line, column }, message, suggestion }) => {
    const name = path.slice(folder.length + 1).replaceAll('\\', '/');
    return `${name}:${line}:${column} ${message}${suggestion ? ` [${suggestion}]` : ''}`;
  });
}

describe('a pack on disk', () => {
  test('lessons come in the order of pack.yaml', async () => {
    await write({
      'pack.yaml': pack('[02-b, more/a]'),
      '02-b/lesson.md': lesson('b'),
      'more/a/lesson.md': lesson('a'),
    });
    const result = await loadPack(folder);
    expect(result).toMatchObject({ ok: true, pack: { name: 'p', title: { en: 'P' }, languages: ['en'], folder } });
    expect(result.ok && result.pack.lessons.map(({ id, path }) => [id, path])).toEqual([
      ['b', join(folder, '02-b', 'lesson.md')],
      ['a', join(folder, 'more', 'a', 'lesson.md')],
    ]);
  });

  test('what a step copies lies beside its lesson', async () => {
    const copying = (from: string) => `${lesson('a')}\n\`\`\`text file=plugins/b.jar from=${from}\n\`\`\`\n`;
    await write({ 'pack.yaml': pack('[a]'), 'a/lesson.md': copying('b.jar'), 'a/b.jar': new Uint8Array([0xca, 0xfe]) });
    expect(await errorsOf()).toEqual([]);
    await write({ 'a/lesson.md': copying('c.jar') });
    expect(await errorsOf()).toEqual([expect.stringMatching(/^a\/lesson\.md:\d+:1 Beside the lesson .* "c\.jar"/)]);
    await write({ 'outside.jar': 'x' });
    await symlink(join(tmpdir()), join(folder, 'a', 'away'));
    await write({ 'a/lesson.md': copying('away') });
    expect(await errorsOf()).toHaveLength(1);
  });

  test('CRLF and a byte order mark are taken', async () => {
    await write({
      'pack.yaml': `\uFEFF${pack('[a]').replaceAll('\n', '\r\n')}`,
      'a/lesson.md': `\uFEFF${lesson('a').replaceAll('\n', '\r\n')}`,
    });
    expect(await errorsOf()).toEqual([]);
  });

  test('all errors of all lessons at once', async () => {
    await write({
      'pack.yaml': pack('[a, b, c, d]'),
      'a/lesson.md': lesson('x'),
      'b/lesson.md': lesson('x').replace('minutes: 10', 'minutes: 0'),
      'c/lesson.md': lesson('c').replace('## A step', '# A step'),
    });
    expect(await errorsOf()).toEqual([
      'b/lesson.md:5:10 A whole number, 1 or more, is expected here.',
      'b/lesson.md:2:5 The lesson in "a" has the id x already.',
      'c/lesson.md:10:1 The id of a step stands right under its ## heading, and only there.',
      'pack.yaml:5:20 There is no file "d/lesson.md" in this pack.',
    ]);
  });

  test('a lesson folder that is close', async () => {
    await write({ 'pack.yaml': pack('[01-topcis]'), '01-topics/lesson.md': lesson('topics') });
    expect(await errorsOf()).toEqual([
      'pack.yaml:5:11 There is no file "01-topcis/lesson.md" in this pack. [Did you mean 01-topics?]',
    ]);
  });

  test('no pack, and no folder', async () => {
    expect(await errorsOf()).toEqual(['pack.yaml:1:1 There is no such file.']);
    expect(await loadPack(join(folder, 'nowhere'))).toMatchObject({ ok: false, errors: [{ excerpt: '' }] });
  });

  test('folders in place of files', async () => {
    await mkdir(join(folder, 'pack.yaml'));
    expect(await errorsOf()).toEqual(['pack.yaml:1:1 This is a folder; a file is expected here.']);
    await rm(join(folder, 'pack.yaml'), { recursive: true });
    await write({ 'pack.yaml': pack('[a]'), 'a/lesson.md/x': '' });
    expect(await errorsOf()).toEqual(['a/lesson.md:1:1 This is a folder; a file is expected here.']);
  });

  test('a file in place of a folder', async () => {
    await write({ 'pack.yaml': pack('[a]'), a: '' });
    expect(await errorsOf()).toEqual(['pack.yaml:5:11 There is no file "a/lesson.md" in this pack.']);
  });

  test.skipIf(process.platform === 'win32')('a link that leaves the pack', async () => {
    await write({ 'pack/pack.yaml': pack('[a]'), 'outside/lesson.md': lesson('a') });
    await symlink(join(folder, 'outside'), join(folder, 'pack', 'a'));
    const result = await loadPack(join(folder, 'pack'));
    expect(result).toMatchObject({ ok: false, errors: [{ message: '"a" leads out of the pack through a link.' }] });
  });

  test('a file that is too large', async () => {
    await write({ 'pack.yaml': pack('[a]'), 'a/lesson.md': new Uint8Array(largestFile + 1).fill(65) });
    expect(await errorsOf()).toEqual(['a/lesson.md:1:1 This file is larger than 4 MB; split the lesson.']);
  });

  test('the judge of commands reaches every lesson', async () => {
    await write({ 'pack.yaml': pack('[a]'), 'a/lesson.md': `${lesson('a')}\n\`\`\`sh run\nfoo --x\n\`\`\`\n` });
    const checkCommand = () => ({ message: 'Unknown.', column: 5, suggestion: 'Try bar.' });
    expect(await errorsOf({ checkCommand })).toEqual(['a/lesson.md:15:5 Unknown. [Try bar.]']);
  });
});

describe('bytes that are no text', () => {
  const bytes = (...parts: readonly (string | number)[]) =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.of(part))));

  test.each([
    ['a lone byte', bytes('ab\n토x', 0xff, 'y'), '2:3', '0xff', 'Save the file as UTF-8.'],
    ['after CRLF', bytes('ab\r\ncd', 0xe9), '2:3', '0xe9', 'Save the file as UTF-8.'],
    ['a cut-off character at the end', bytes('ab', 0xed, 0x86), '1:3', '0xed', 'Save the file as UTF-8.'],
    ['a cut-off character inside', bytes('ab', 0xed, 0x86, 'c'), '1:3', '0xed', 'Save the file as UTF-8.'],
    ['an overlong character', bytes(0xc0, 0x80), '1:1', '0xc0', 'Save the file as UTF-8.'],
    ['after a byte order mark', bytes(0xef, 0xbb, 0xbf, 'ab', 0xff), '1:3', '0xff', 'Save the file as UTF-8.'],
    ['UTF-16', Buffer.from('\uFEFFid: a', 'utf16le'), '1:1', '0xff', 'The file looks like UTF-16. Save it as UTF-8.'],
  ])('%s', (_name, content, place, hex, suggestion) => {
    const result = decodeText('/x', content);
    if (result.ok) throw new Error('read');
    const { position, message } = result.error;
    expect(`${position.line}:${position.column}`).toBe(place);
    expect(message).toBe(`This file is not valid UTF-8: byte ${hex} cannot stand here.`);
    expect(result.error.suggestion).toBe(suggestion);
  });

  test.each([
    ['NUL', 'a\nb\0', '2:2', '0000'],
    ['escape', '\u001b[31m', '1:1', '001B'],
    ['a C1 control', 'a\u009b', '1:2', '009B'],
  ])('%s', (_name, text, place, code) => {
    const result = decodeText('/x', Buffer.from(text));
    if (result.ok) throw new Error('read');
    const { position, message } = result.error;
    expect(`${position.line}:${position.column}`).toBe(place);
    expect(message).toBe(`There is a control character here (U+${code}); remove it.`);
  });

  test('text is text, a replacement character in it included', () => {
    expect(decodeText('/x', Buffer.from('a\uFFFD\r\n\t토픽 👩‍💻'))).toEqual({
      ok: true,
      text: 'a\uFFFD\r\n\t토픽 👩‍💻',
    });
    expect(decodeText('/x', new Uint8Array())).toEqual({ ok: true, text: '' });
  });
});
