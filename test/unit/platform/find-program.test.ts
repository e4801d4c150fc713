import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { writeShims } from '../../../src/engine/shims.ts';
import { executable, findProgram } from '../../../src/platform/find-program.ts';

const onDisk = (...files: readonly string[]) => ({
  isProgram: async (path: string): Promise<boolean> => files.includes(path),
});
const onWindows = (name: string, path: string, ...files: readonly string[]) =>
  findProgram(name, { Path: path }, 'win32', onDisk(...files).isProgram);

it('takes the first file of PATH that can be run, and no folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kafka-lessons-unit-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const [first, second, third] = [join(folder, '1'), join(folder, '2'), join(folder, '3')];
  await mkdir(join(first, 'mvn'), { recursive: true });
  for (const each of [second, third]) {
    await mkdir(each);
    await writeFile(join(each, 'mvn'), '#!/bin/sh\n');
  }
  await chmod(join(third, 'mvn'), 0o755);
  const env = { PATH: [first, second, third].join(':') };
  for (const platform of ['linux', 'darwin'] as const) {
    expect(await findProgram('mvn', env, platform)).toBe(join(third, 'mvn'));
    expect(await findProgram('docker', env, platform)).toBeUndefined();
    expect(await findProgram(join(third, 'mvn'), {}, platform)).toBe(join(third, 'mvn'));
    expect(await findProgram(join(second, 'mvn'), env, platform)).toBeUndefined();
  }
});

it('passes over what stands for a tool in the shell that we open, or we would start ourselves for ever', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kafka-lessons-unit-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const [ours, theirs] = [join(folder, 'ours'), join(folder, 'theirs')];
  await mkdir(theirs);
  await writeShims({ folder: ours, program: { node: '/n o/node', main: "/it's/main.mjs" } });
  await writeFile(join(theirs, 'mariadb'), '#!/bin/sh\nexec /opt/mariadb "$@"\n', { mode: 0o755 });
  const env = { PATH: [ours, theirs].join(':') };
  expect(await findProgram('mariadb', env, 'linux')).toBe(join(theirs, 'mariadb'));
  expect(await findProgram('kafka-topics.sh', env, 'linux')).toBeUndefined();
});

it('tries on Windows what Windows tries, folder by folder', async () => {
  const path = 'C:\\a;C:\\b';
  expect(await onWindows('mvn', path, 'C:\\b\\mvn.cmd')).toBe('C:\\b\\mvn.cmd');
  expect(await onWindows('curl', path, 'C:\\b\\curl.exe', 'C:\\a\\curl.cmd')).toBe('C:\\a\\curl.cmd');
  expect(await onWindows('curl', path, 'C:\\a\\curl.exe', 'C:\\a\\curl.cmd')).toBe('C:\\a\\curl.exe');
  expect(await onWindows('code.cmd', path, 'C:\\a\\code.cmd')).toBe('C:\\a\\code.cmd');
  // The script for sh that comes beside it is no program there.
  expect(await onWindows('mvn', path, 'C:\\a\\mvn')).toBeUndefined();
  expect(await onWindows('C:\\x\\edit', path, 'C:\\x\\edit.exe')).toBe('C:\\x\\edit.exe');
  // Never the folder we work in, where the learner's files are.
  expect(await onWindows('curl', '.;', 'curl.exe')).toBeUndefined();
});

it('names the file of a program', () => {
  expect([executable('java', 'linux'), executable('java', 'darwin'), executable('java', 'win32')]).toEqual([
    'java',
    'java',
    'java.exe',
  ]);
});
