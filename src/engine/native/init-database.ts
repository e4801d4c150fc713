import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { EnvironmentError } from '../../errors.ts';
import type { DatabaseName } from '../../lesson/types.ts';
import { messages } from '../../messages/index.ts';
import { installOptions } from '../../platform/mariadb-programs.ts';
import { patiently } from '../../platform/patiently.ts';
import { causeLine } from '../broker-log.ts';
import type { NativeContext } from './context.ts';
import type { DatabaseServer } from './database-server.ts';
import { asRoot, firstStatements, ownData } from './database-settings.ts';

/** True if the database's data folder was prepared to its end. */
export const isInitialised = ({ databases }: NativeContext['paths'], name: DatabaseName): boolean =>
  existsSync(join(databases[name].data, 'mysql'));

/**
 * Makes a database's data folder, with its user and grants. Done in a folder beside it that is renamed when finished: a data
 * folder is either whole or not there, whenever this was interrupted.
 * @throws EnvironmentError with the cause from the tool's output
 */
export async function initialiseDatabase(
  { compose, env, paths }: NativeContext,
  name: DatabaseName,
  server: DatabaseServer,
  signal: AbortSignal,
): Promise<void> {
  const { folder, data, newData } = paths.databases[name];
  const run = async (file: string, args: readonly string[], input: string, cwd = folder): Promise<void> => {
    const options = { cwd, env: { ...env }, extendEnv: false, input, all: true, reject: false } as const;
    const result = await execa(file, args, { ...options, cancelSignal: signal });
    signal.throwIfAborted();
    if (result.exitCode !== 0) throw initFailed(name, data, result.all || result.message || '');
  };
  for (const old of [newData, data]) await rm(old, { recursive: true, force: true, maxRetries: 3 });
  await mkdir(folder, { recursive: true });
  const { base } = server;
  // Its script takes a base apart at spaces, which a learner's folders may have: it is told where it stands instead.
  const own = ownData(base === undefined ? server : { ...server, base: '.' }, newData);
  await run(server.install, installOptions(own, newData), '', base);
  const grants = name === 'shop' ? await readFile(join(compose, 'shop.sql'), 'utf8') : '';
  await run(server.server, [...ownData(server, newData), ...asRoot(), '--bootstrap'], firstStatements(name, grants));
  await patiently(() => rename(newData, data));
}

function initFailed(service: DatabaseName, folder: string, output: string): EnvironmentError {
  const { services, engine } = messages();
  return new EnvironmentError({
    what: services.initFailed({ service, folder }),
    why: causeLine(output) ?? engine.noCause,
    next: engine.doctorNext,
  });
}
