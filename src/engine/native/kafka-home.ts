import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { EnvironmentError } from '../../errors.ts';
import { messages } from '../../messages/index.ts';

/** A Kafka the learner has installed. */
export type KafkaHome = { readonly libs: string; readonly jars: readonly string[]; readonly version: string };

/**
 * Looks into KAFKA_HOME: an unpacked Kafka 4 with its jars in libs/.
 * @throws EnvironmentError if it is something else; the download is not used behind the learner's back
 */
export async function readKafkaHome(home: string): Promise<KafkaHome> {
  const libs = join(home, 'libs');
  const jars = (await readdir(libs).catch(() => [])).filter((name) => name.endsWith('.jar')).sort();
  const version = jars
    .map((name) => /^kafka-clients-(\d+\.\d+\.\d+)\.jar$/.exec(name)?.[1])
    .find((found) => found !== undefined);
  const say = messages().engine;
  if (version === undefined || !jars.some((name) => /^kafka_2\.\d+-/.test(name)))
    throw new EnvironmentError({
      what: say.kafkaHomeWrong({ path: home }),
      why: say.kafkaHomeWhy,
      next: say.kafkaHomeNext,
    });
  if (Number.parseInt(version, 10) < 4)
    throw new EnvironmentError({
      what: say.kafkaHomeOld({ path: home, version }),
      why: say.kafkaHomeOldWhy,
      next: say.kafkaHomeNext,
    });
  return { libs, jars, version };
}
