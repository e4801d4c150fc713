import { join, resolve } from 'node:path';
import envPaths from 'env-paths';

/** Where the program keeps what. `KAFKA_LESSONS_HOME` moves everything, `KAFKA_LESSONS_CACHE` only the downloads. */
export type Folders = {
  /** progress, history, journals */
  readonly home: string;
  /** downloads and class data archives: can be made again */
  readonly cache: string;
  /** the broker's data, state and logs */
  readonly environment: string;
  /** one folder a lesson for the learner's files */
  readonly workspace: string;
  /** whole outputs of commands */
  readonly logs: string;
};

/** Below the cache: packs from tarballs and from npm, unpacked. */
export const packsFolder = 'packs';

export function folders(env: NodeJS.ProcessEnv = process.env): Folders {
  const paths = envPaths('kafka-lessons', { suffix: '' });
  // Absolute: what we start runs in other folders.
  const home = resolve(env['KAFKA_LESSONS_HOME'] || paths.data);
  const cache = resolve(env['KAFKA_LESSONS_CACHE'] || (env['KAFKA_LESSONS_HOME'] ? join(home, 'cache') : paths.cache));
  return {
    home,
    cache,
    environment: join(home, 'environment'),
    workspace: join(home, 'workspace'),
    logs: join(home, 'logs'),
  };
}
