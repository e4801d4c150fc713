import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isUserError } from '../../../src/errors.ts';
import { tarballLimits, unpackTarball } from '../../../src/pack/read-tarball.ts';
import { type Entry, tarball } from './support/tarball.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kafka-lessons-tar-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function unpack(bytes: Buffer, limits = tarballLimits): Promise<string> {
  const file = join(folder, 'pack.tgz');
  await writeFile(file, bytes);
  return unpackTarball(file, join(folder, 'cache'), limits);
}

/** Why it was refused; and nothing may be left on the disk. */
async function refusal(bytes: Buffer, limits = tarballLimits): Promise<string> {
  const error = await unpack(bytes, limits).catch((thrown: unknown) => thrown);
  if (!isUserError(error)) throw new Error(`not refused: ${String(error)}`);
  expect(error.exitCode).toBe(2);
  expect(await readdir(join(folder, 'cache', 'packs')).catch(() => [])).toEqual([]);
  return error.explanation.why ?? '';
}

const pack: Entry = { path: 'package/pack.yaml', text: 'format: 1\n' };

describe('a tarball', () => {
  test('is unpacked into a folder named after its contents, once', async () => {
    const bytes = tarball([
      { path: 'package/', type: 'Directory' },
      pack,
      { path: 'package/a/lesson.md', text: '레슨' },
    ]);
    const root = await unpack(bytes);
    expect(await readFile(join(root, 'a', 'lesson.md'), 'utf8')).toBe('레슨');
    await writeFile(join(root, 'mark'), '');
    expect(await unpack(bytes)).toBe(root);
    expect(await readdir(root)).toContain('mark');
    expect(await readdir(join(folder, 'cache', 'packs'))).toHaveLength(1);
  });

  test('may have its pack.yaml at the top, and need not be gzipped', async () => {
    const bytes = tarball([{ path: 'pack.yaml', text: 'x' }]);
    const { gunzipSync } = await import('node:zlib');
    expect(await readFile(join(await unpack(gunzipSync(bytes)), 'pack.yaml'), 'utf8')).toBe('x');
  });

  test('without a pack.yaml', async () => {
    const deep = { path: 'other/deep/pack.yaml', text: 'x' };
    const one = { path: 'one/pack.yaml', text: 'x' };
    for (const entries of [[deep], [one, { path: 'two/pack.yaml', text: 'x' }]]) {
      await expect(unpack(tarball(entries))).rejects.toMatchObject({
        explanation: { why: expect.stringMatching(/^There is no pack\.yaml in it: expected package\/pack\.yaml/) },
      });
    }
  });

  test('may have all in one folder, whatever its name', async () => {
    const root = await unpack(tarball([{ path: 'lag-pack/pack.yaml', text: 'x' }]));
    expect(await readFile(join(root, 'pack.yaml'), 'utf8')).toBe('x');
  });
});

describe('is refused with', () => {
  test.each([
    ['../evil', 'not a name inside'],
    ['package/../../evil', 'not a name inside'],
    ['/etc/evil', 'not a name inside'],
    ['C:/evil', 'not a name inside'],
    ['package\\..\\evil', 'not a name inside'],
    ['package/nul', 'not a name inside'],
    ['package/a\u001b[2J', 'not a name inside'],
    ['package//evil', 'not a name inside'],
    [`package/${'a/'.repeat(40)}x`, 'not a name inside'],
  ])('the name %j', async (path, why) => {
    expect(await refusal(tarball([pack, { path, text: 'x' }]))).toContain(why);
  });

  test.each([
    ['SymbolicLink', '/etc/passwd'],
    ['SymbolicLink', 'lesson.md'],
    ['Link', 'package/pack.yaml'],
    ['FIFO', undefined],
    ['CharacterDevice', undefined],
  ] as const)('a %s to %s', async (type, linkpath) => {
    const entry = { path: 'package/x', type, ...(linkpath && { linkpath }) };
    expect(await refusal(tarball([pack, entry]))).toContain(`no plain file (${type})`);
  });

  test('a name that is there twice, also in other letters', async () => {
    expect(await refusal(tarball([pack, { path: 'package/PACK.yaml', text: 'x' }]))).toContain('twice');
  });

  test('too many entries', async () => {
    const many = Array.from({ length: 12 }, (_, index) => ({ path: `package/${index}`, text: '' }));
    expect(await refusal(tarball([pack, ...many]), { ...tarballLimits, entries: 10 })).toContain(
      'more than 10 entries',
    );
  });

  test('what unfolds to too much, as said or unsaid', async () => {
    const limits = { ...tarballLimits, unpacked: 1024 * 1024 };
    const big = { path: 'package/big', text: 'x'.repeat(2 * 1024 * 1024) };
    expect(await refusal(tarball([pack, big]), limits)).toContain('more than 1 MB');
    const half = { path: 'package/half', text: 'x'.repeat(700 * 1024) };
    expect(await refusal(tarball([pack, half, { ...half, path: 'package/other' }]), limits)).toContain(
      'more than 1 MB',
    );
    expect(await refusal(gzipSync(Buffer.alloc(200 * 1024 * 1024)))).not.toBe('');
  });

  test('a size of its own, bytes that are no tar, and half a file', async () => {
    expect(await refusal(tarball([pack]), { ...tarballLimits, packed: 10 })).toContain('larger than');
    expect(await refusal(Buffer.from('nothing at all'))).not.toBe('');
    expect(await refusal(gzipSync(Buffer.from('nothing at all')))).not.toBe('');
    expect(await refusal(tarball([pack, { path: 'package/x', text: 'short', size: 5000 }]))).not.toBe('');
    expect(await refusal(tarball([pack, { path: 'package/x', text: 'a'.repeat(5000) }]).subarray(0, 120))).not.toBe('');
  });
});

test('what it would write over is never touched', async () => {
  await mkdir(join(folder, 'cache'), { recursive: true });
  await writeFile(join(folder, 'evil'), 'mine');
  await refusal(tarball([pack, { path: '../../evil', text: 'x' }]));
  expect(await readFile(join(folder, 'evil'), 'utf8')).toBe('mine');
});
