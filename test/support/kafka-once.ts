import { fileURLToPath } from 'node:url';
import { makeArchive } from '../../src/engine/native/class-data.ts';
import { nativeContext } from '../../src/engine/native/context.ts';
import { requireJava } from '../../src/engine/native/java.ts';
import { ensureKafkaJars } from '../../src/engine/native/kafka-jars.ts';
import { folders } from '../../src/platform/folders.ts';
import { leftovers, nameThisRun } from './temp.ts';

/** Downloads shared by all real tests, inside the checkout. Test files inherit it through KAFKA_LESSONS_CACHE. */
export const testCache = fileURLToPath(new URL('../../node_modules/.cache/kafka-lessons', import.meta.url));

/** vitest globalSetup of the project `real`: fetches Kafka's jars and makes their class data archive before the first test, so that no test waits for them. */
export async function setup(): Promise<void> {
  nameThisRun();
  process.env['KAFKA_LESSONS_CACHE'] = testCache;
  const context = nativeContext({ folders: folders(process.env), env: process.env });
  const java = await requireJava(process.env);
  const signal = new AbortController().signal;
  const classPath = await ensureKafkaJars(context, { javaHome: java.home, signal, report: () => undefined });
  await makeArchive(context, { java, classPath });
}

/** Nothing may be left of the tests: no process, no folder. */
export async function teardown(): Promise<void> {
  const left = await leftovers();
  if (left.length === 0) return;
  // vitest prints what is thrown here, but ends well all the same.
  process.exitCode = 1;
  throw new Error(`left behind by the tests:\n${left.join('\n')}`);
}
