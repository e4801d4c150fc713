import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packSource } from '../../../src/pack/pack-source.ts';

let cwd: string;
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'kafka-lessons-source-'));
  await mkdir(join(cwd, 'mine'));
  await mkdir(join(cwd, 'node_modules', '@school', 'kafka'), { recursive: true });
  await writeFile(join(cwd, 'node_modules', '@school', 'kafka', 'pack.yaml'), '');
  await writeFile(join(cwd, 'a.tgz'), '');
  await writeFile(join(cwd, 'notes.txt'), '');
});
afterAll(() => rm(cwd, { recursive: true }));

test('a folder, a tarball, an installed package, a name for npm', async () => {
  expect(await packSource('mine', cwd)).toEqual({ kind: 'folder', folder: join(cwd, 'mine') });
  expect(await packSource('./a.tgz', cwd)).toEqual({ kind: 'tarball', file: join(cwd, 'a.tgz') });
  expect(await packSource('@school/kafka', cwd)).toEqual({
    kind: 'folder',
    folder: join(cwd, 'node_modules', '@school', 'kafka'),
  });
  expect(await packSource('@school/kafka@2.0.0', cwd)).toEqual({
    kind: 'npm',
    spec: '@school/kafka@2.0.0',
    name: '@school/kafka',
  });
  expect(await packSource('kafka-at-home', cwd)).toEqual({
    kind: 'npm',
    spec: 'kafka-at-home',
    name: 'kafka-at-home',
  });
  expect(await packSource('mine2', cwd)).toMatchObject({ kind: 'npm', near: 'mine' });
});

test.each([
  'nowhere/at/all',
  './nowhere',
  'missing.tgz',
  'notes.txt',
  '--registry=http://evil.example',
  '-g',
  'git+ssh://evil.example/x',
  'https://evil.example/x.tgz',
  'github:evil/x',
  'a b',
  'x; rm -rf .',
  'name@file:../x',
  'name@--flag',
])('%j is none of these', async (given) => {
  await expect(packSource(given, cwd)).rejects.toMatchObject({ exitCode: 2 });
});
