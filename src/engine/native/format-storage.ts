import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { EnvironmentError } from '../../errors.ts';
import { messages } from '../../messages/index.ts';
import { patiently } from '../../platform/patiently.ts';
import { causeLine } from '../broker-log.ts';
import type { NativeContext, NodePaths } from './context.ts';
import { jvmEnvironment } from './jvm.ts';
import { formattedClusterId } from './node-state.ts';
import { type Properties, propertiesText } from './server-properties.ts';

export type Format = {
  readonly java: string;
  /** flags up to the class path */
  readonly jvm: readonly string[];
  /** the node's settings for data in this folder */
  readonly properties: (dataFolder: string) => Properties;
  readonly clusterId: string;
  /** it is a new cluster's controller; a broker beside one is told apart by its settings */
  readonly controller: boolean;
  readonly signal: AbortSignal;
};

/**
 * Formats a node's data folder for a cluster. Done in a folder beside it that is renamed when finished: a data folder is either
 * whole or not there, whenever this was interrupted.
 * @throws EnvironmentError with the cause from the tool's output
 */
export async function formatStorage(
  { env }: Pick<NativeContext, 'env'>,
  paths: NodePaths,
  { java, jvm, properties, clusterId, controller, signal }: Format,
): Promise<void> {
  const file = join(paths.folder, 'format.properties');
  await rm(paths.newData, { recursive: true, force: true, maxRetries: 3 });
  await rm(paths.data, { recursive: true, force: true, maxRetries: 3 });
  await mkdir(paths.newData, { recursive: true });
  await writeFile(file, propertiesText(properties(paths.newData)));
  const args = ['format', ...(controller ? ['--standalone'] : []), '--cluster-id', clusterId, '--config', file];
  const result = await execa(java, [...jvm, 'kafka.tools.StorageTool', ...args], {
    env: jvmEnvironment(env),
    extendEnv: false,
    stdin: 'ignore',
    all: true,
    reject: false,
    cancelSignal: signal,
  });
  signal.throwIfAborted();
  if (result.exitCode !== 0) {
    const say = messages().engine;
    throw new EnvironmentError({
      what: say.formatFailed({ folder: paths.data }),
      why: causeLine(result.all ?? '') ?? say.noCause,
      next: say.doctorNext,
    });
  }
  await patiently(() => rename(paths.newData, paths.data));
  await rm(file, { force: true });
}

export const isFormatted = async (paths: NodePaths): Promise<boolean> =>
  (await formattedClusterId(paths)) !== undefined;
