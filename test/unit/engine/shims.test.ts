import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { writeShims } from '../../../src/engine/shims.ts';
import { toolNames } from '../../../src/engine/tool-table.ts';

it.runIf(process.platform !== 'win32')(
  'writes a script for every tool, the client of the databases and ourselves',
  async () => {
    const home = await mkdtemp(join(tmpdir(), 'kafka-lessons-unit-'));
    onTestFinished(() => rm(home, { recursive: true, force: true }));
    const folder = await writeShims({ folder: join(home, 'bin'), program: { node: '/node', main: '/main.mjs' } });
    const names = [...toolNames, ...toolNames.map((tool) => `${tool}.sh`), 'mariadb', 'kafka-lessons'];
    expect(await readdir(folder)).toEqual(names.sort());
    expect(await readFile(join(folder, 'kafka-topics.sh'), 'utf8')).toContain(' tool kafka-topics "$@"');
    expect(await readFile(join(folder, 'mariadb'), 'utf8')).toContain(' tool mariadb "$@"');
    expect((await stat(join(folder, 'mariadb'))).mode & 0o777).toBe(0o755);
  },
);
