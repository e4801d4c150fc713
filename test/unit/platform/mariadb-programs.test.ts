import { describe, expect, it } from 'vitest';
import {
  installedMariadb,
  installOptions,
  mariadbBinaries,
  unpackedMariadb,
  withoutSocket,
} from '../../../src/platform/mariadb-programs.ts';

describe('the MariaDB that is installed', () => {
  const installed = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv, ...names: readonly string[]) => {
    const paths: string[] = [];
    const find = async (name: string, { PATH }: NodeJS.ProcessEnv): Promise<string | undefined> => {
      paths.push(PATH ?? '');
      return names.includes(name) ? `found ${name}` : undefined;
    };
    return installedMariadb(env, platform, find).then((programs) => ({ programs, path: paths[0] }));
  };

  it('is looked for where distributions put servers as well', async () => {
    const { programs, path } = await installed('linux', { PATH: '/bin' }, 'mariadbd', 'mariadb-install-db', 'mariadb');
    expect(path).toBe('/bin:/usr/sbin:/usr/local/sbin:/usr/libexec');
    expect(programs).toEqual({
      server: 'found mariadbd',
      install: 'found mariadb-install-db',
      client: 'found mariadb',
    });
  });

  it('has other names on Windows', async () => {
    const names = ['mariadbd.exe', 'mariadb-install-db.exe'];
    const { programs, path } = await installed('win32', { Path: 'C:\\m' }, ...names);
    expect(path).toBe('C:\\m');
    expect(programs).toMatchObject({ server: 'found mariadbd.exe', client: undefined });
  });

  it('is none without the program that makes a data folder', async () => {
    expect((await installed('darwin', { PATH: '/opt/homebrew/bin' }, 'mariadbd')).programs).toBeUndefined();
  });
});

describe('the MariaDB that was fetched', () => {
  it('is there for systems it was built for', () => {
    expect(mariadbBinaries('linux', 'x64')).toBe('linux64');
    expect(mariadbBinaries('win32', 'x64')).toBe('winx64');
    expect(mariadbBinaries('darwin', 'arm64')).toBe('macos-arm64');
    expect([mariadbBinaries('linux', 'arm64'), mariadbBinaries('darwin', 'x64')]).toEqual([undefined, undefined]);
  });

  it.each(['linux', 'darwin'] as const)('has its programs among its files on %s', (platform) => {
    const names = ['bin/mariadb-dump', 'bin/mariadb', 'bin/mariadbd', 'scripts/mariadb-install-db', 'share/x.sql'];
    const files = names.map((name) => `/c/m/${name}`);
    expect(unpackedMariadb(files, platform)).toEqual({
      server: '/c/m/bin/mariadbd',
      install: '/c/m/scripts/mariadb-install-db',
      client: '/c/m/bin/mariadb',
    });
    expect(unpackedMariadb(['/c/README.md'], platform)).toBeUndefined();
  });

  it('has other ones on Windows, by their old names or the new', () => {
    const files = (...names: readonly string[]) => names.map((name) => `C:\\c\\bin\\${name}`);
    expect(unpackedMariadb(files('mysql.exe', 'mysqld.exe', 'mysql_install_db.exe'), 'win32')).toEqual({
      server: 'C:\\c\\bin\\mysqld.exe',
      install: 'C:\\c\\bin\\mysql_install_db.exe',
      client: 'C:\\c\\bin\\mysql.exe',
    });
    expect(unpackedMariadb(files('mariadbd.exe', 'mariadb-install-db.exe'), 'win32')).toMatchObject({
      server: 'C:\\c\\bin\\mariadbd.exe',
      client: undefined,
    });
  });
});

it('is told what each system needs', () => {
  expect([withoutSocket('linux'), withoutSocket('darwin'), withoutSocket('win32')]).toEqual([
    ['--socket='],
    ['--socket='],
    [],
  ]);
  const own = ['--no-defaults', '--datadir=/d'];
  for (const platform of ['linux', 'darwin'] as const) {
    expect(installOptions(own, '/d', platform)).toEqual([
      ...own,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
    ]);
  }
  expect(installOptions(own, 'C:\\d', 'win32')).toEqual(['--datadir=C:\\d']);
});
