import { type ClassPath, prepareClassPath } from './class-path.ts';
import type { NativeContext } from './context.ts';
import { ensureFetched, type Fetched, type FetchOptions, findFetched } from './fetch-set.ts';
import { type JarSet, todaysKafka } from './jar-set.ts';
import { readKafkaHome } from './kafka-home.ts';

/**
 * The jars if they are there and whole: from KAFKA_HOME where that may serve, else from the cache. Quick enough for every command.
 * @throws EnvironmentError if KAFKA_HOME is set, may serve and holds no Kafka
 */
export async function findKafkaJars(context: NativeContext, set: JarSet = todaysKafka): Promise<ClassPath | undefined> {
  const home = set.orKafkaHome && context.env['KAFKA_HOME'];
  if (home) {
    const kafka = await readKafkaHome(home);
    return prepareClassPath(context.folders.cache, kafka.libs, kafka.jars, kafka.version);
  }
  const fetched = await findFetched(context, set);
  return fetched && classPath(context, set, fetched);
}

/**
 * The jars, fetched by Maven first if they are missing or damaged. Two programs at once fetch once.
 * @throws EnvironmentError if they cannot be had
 */
export async function ensureKafkaJars(
  context: NativeContext,
  options: FetchOptions,
  set: JarSet = todaysKafka,
): Promise<ClassPath> {
  const found = await findKafkaJars(context, set);
  return found ?? classPath(context, set, await ensureFetched(context, set, options));
}

const classPath = ({ folders }: NativeContext, { version }: JarSet, { libs, names }: Fetched): Promise<ClassPath> =>
  prepareClassPath(folders.cache, libs, names, version);
