import { access, chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { batchCommand, createBatchRunner } from '../../../src/platform/run-batch.ts';
import { removeWinePrefix, wineEnv } from '../../../src/platform/wine-prefix.ts';
import { tempFolder } from '../../support/temp.ts';

let home: string;
let folder: string;
let prefix: string;
beforeEach(async () => {
  home = await tempFolder();
  folder = join(home, 'work');
  prefix = join(home, 'cache', 'wine');
  await mkdir(join(folder, 'My Tools'), { recursive: true });
  await writeFile(join(folder, 'My Tools/x.bat'), 'echo hi\n');
});
afterEach(() => rm(home, { recursive: true, force: true }));

const name = 'My Tools/x.bat';

/** Stands for wine: appends what it was given to `calls`, then does this. */
async function fakeWine(script: string): Promise<NodeJS.ProcessEnv> {
  const bin = join(home, 'bin');
  await mkdir(bin, { recursive: true });
  const tell = `printf '%s|' "$@" "$WINEPREFIX" "${'$'}{CLASSPATH-none}" "$HOME"; echo`;
  await writeFile(join(bin, 'wine'), `#!/bin/sh\n{ ${tell}; } >> '${join(home, 'calls')}'\n${script}\n`);
  await chmod(join(bin, 'wine'), 0o755);
  return { PATH: ['/nowhere', bin].join(delimiter), CLASSPATH: 'theirs' };
}
const calls = async (): Promise<readonly string[]> => (await readFile(join(home, 'calls'), 'utf8')).trim().split('\n');

describe('what runs a batch file', () => {
  it('is cmd.exe of the system folder on Windows, with nothing of the environment', async () => {
    const env = { SystemRoot: 'D:\\Windows', ComSpec: 'C:\\evil.exe', CLASSPATH: 'theirs', Path: 'C:\\x' };
    expect(await batchCommand(name, { prefix, env, platform: 'win32' })).toEqual({
      file: 'D:\\Windows\\System32\\cmd.exe',
      args: ['/d', '/s', '/c', '""My Tools\\x.bat""'],
      env: {
        SystemRoot: 'D:\\Windows',
        ComSpec: 'D:\\Windows\\System32\\cmd.exe',
        Path: 'D:\\Windows\\System32',
        PATHEXT: '.COM;.EXE;.BAT;.CMD',
      },
      verbatim: true,
    });
  });

  it.each(['linux', 'darwin'] as const)("is wine's cmd on %s, in a Windows of our own", async (platform) => {
    const env = await fakeWine('');
    expect(await batchCommand(name, { prefix, env, platform })).toEqual({
      file: join(home, 'bin', 'wine'),
      args: ['cmd', '/d', '/c', 'My Tools\\x.bat'],
      env: wineEnv(prefix),
      verbatim: false,
    });
    expect(wineEnv(prefix)).toMatchObject({ WINEPREFIX: prefix, WINEDEBUG: '-all', HOME: prefix });
    expect(wineEnv(prefix)).not.toHaveProperty('CLASSPATH');
  });

  it.each(['linux', 'darwin'] as const)('is nothing on %s without wine', async (platform) => {
    expect(await batchCommand(name, { prefix, env: { PATH: '/nowhere' }, platform })).toBeUndefined();
  });
});

describe.skipIf(process.platform === 'win32')('a run', () => {
  const runner = (env: NodeJS.ProcessEnv) => createBatchRunner({ prefix, env, platform: 'linux' });
  const says = 'printf "one  \\r\\n\\r\\ntwo\\r\\n"; echo noise >&2; exit 3';
  const onlyLater = (script: string): string => `[ "$4" = 'exit 0' ] || { ${script}; }`;

  it('tells the exit code and the lines, and not what wine has to say', async () => {
    const run = runner(await fakeWine(onlyLater(says)));
    expect(await run({ folder, name })).toEqual({ kind: 'ended', exit: 3, lines: ['one', 'two'] });
    expect(await calls()).toEqual([
      `cmd|/d|/c|exit 0|${prefix}|none|${prefix}|`,
      `cmd|/d|/c|My Tools\\x.bat|${prefix}|none|${prefix}|`,
    ]);
  });

  it('is done once for the same contents, and anew when any file changed', async () => {
    const run = runner(await fakeWine(onlyLater(says)));
    await Promise.all([run({ folder, name }), run({ folder, name })]);
    await run({ folder, name });
    const first = (await calls()).length;
    await writeFile(join(folder, 'My Tools/other.txt'), 'x');
    await run({ folder, name });
    expect((await calls()).length).toBe(first + 1);
    await writeFile(join(folder, name), 'echo ho\n');
    await run({ folder, name });
    await run({ folder, name });
    expect((await calls()).length).toBe(first + 2);
  });

  it('makes its Windows once, also for two that want it at the same time', async () => {
    const env = await fakeWine(onlyLater(says).replace('||', '&& sleep 0.3 ||'));
    await Promise.all([runner(env)({ folder, name }), runner(env)({ folder, name })]);
    expect((await calls()).filter((line) => line.includes('exit 0'))).toHaveLength(1);
  });

  it('makes it anew where it was never finished', async () => {
    await mkdir(prefix, { recursive: true });
    await writeFile(join(prefix, 'half'), '');
    const run = runner(await fakeWine(onlyLater(says)));
    expect(await run({ folder, name })).toMatchObject({ kind: 'ended' });
    await expect(readFile(join(prefix, 'half'))).rejects.toThrow('ENOENT');
  });

  it('is not there for a file that is not, without wine, or where wine fails', async () => {
    const run = runner(await fakeWine('exit 53'));
    expect(await run({ folder, name: 'y.bat' })).toEqual({ kind: 'no-file' });
    expect(await run({ folder, name })).toEqual({ kind: 'not-run', why: 'not-started' });
    const without = runner({ PATH: '/nowhere' });
    expect(await without({ folder, name })).toEqual({ kind: 'not-run', why: 'no-program' });
  });
});

describe('the Windows of wine', () => {
  it('is removed with what is in it, and the cache if that is empty then', async () => {
    await mkdir(join(prefix, 'drive_c'), { recursive: true });
    await removeWinePrefix(prefix);
    await removeWinePrefix(prefix);
    expect(await readdir(home)).toEqual(['work']);
    await mkdir(prefix, { recursive: true });
    await writeFile(join(home, 'cache', 'theirs'), '');
    await removeWinePrefix(prefix);
    expect(await readdir(join(home, 'cache'))).toEqual(['theirs']);
  });

  it.runIf(process.platform === 'linux')('is removed with the folder that its server has made elsewhere', async () => {
    const elsewhere = await mkdtemp('/tmp/wine-');
    await mkdir(prefix, { recursive: true });
    await writeFile(join(prefix, 'wineserver'), basename(elsewhere), { mode: 0o400 });
    await removeWinePrefix(prefix);
    await expect(access(elsewhere)).rejects.toThrow('ENOENT');
  });
});
