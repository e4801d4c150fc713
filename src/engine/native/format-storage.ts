import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { EnvironmentError } from '../../errors.ts';
import { messages } from '../../messages/index.ts';
import { causeLine } from '../broker-log.ts';
import { newClusterId } from '../cluster-id.ts';
import { formattedClusterId } from './broker-state.ts';
import type { NativeContext } from './context.ts';
import { jvmEnvironment } from './jvm.ts';
import { propertiesText, type ServerSettings, serverProperties } from './server-properties.ts';

/**
 * Formats the data folder for a new cluster of one node. Done in a folder beside it that is renamed when finished: a data folder
 * is either whole or not there, whenever this was interrupted.
 * @param jvm flags up to the class path
 * @throws EnvironmentError with the cause from the tool's output
 */
export async function formatStorage(
  context: NativeContext,
  options: {
    readonly java: string;
    readonly jvm: readonly string[];
    readonly settings: Omit<ServerSettings, 'dataFolder'>;
    readonly signal: AbortSignal;
  },
): Promise<void> {
  const { paths } = context;
  const properties = join(paths.broker, 'format.properties');
  await rm(paths.newData, { recursive: true, force: true, maxRetries: 3 });
  await rm(paths.data, { recursive: true, force: true, maxRetries: 3 });
  await mkdir(paths.newData, { recursive: true });
  await writeFile(properties, propertiesText(serverProperties({ ...options.settings, dataFolder: paths.newData })));
  const args = ['format', '--standalone', '--cluster-id', newClusterId(), '--config', properties];
  const result = await execa(options.java, [...options.jvm, 'kafka.tools.StorageTool', ...args], {
    env: jvmEnvironment(context.env),
    extendEnv: false,
    stdin: 'ignore',
    all: true,
    reject: false,
    cancelSignal: options.signal,
  });
  options.signal.throwIfAborted();
  if (result.exitCode !== 0) {
    const say = messages().engine;
    throw new EnvironmentError({
      what: say.formatFailed({ folder: paths.data }),
      why: causeLine(result.all ?? '') ?? say.noCause,
      next: say.doctorNext,
    });
  }
  await rename(paths.newData, paths.data);
  await rm(properties, { force: true });
}

export const isFormatted = async (context: NativeContext): Promise<boolean> =>
  (await formattedClusterId(context.paths)) !== undefined;
