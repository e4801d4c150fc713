import { createHash } from 'node:crypto';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { argumentFileText, classPathArguments } from '../../platform/class-path.ts';
import { writeWhole } from '../../platform/write-whole.ts';

/** Kafka's jars, ready to be started from. */
export type ClassPath = {
  readonly kafkaVersion: string;
  /** absolute, sorted: a class data archive needs the same order every time */
  readonly jars: readonly string[];
  /** what java is told of it */
  readonly arguments: readonly string[];
  /** changes when any jar does */
  readonly hash: string;
};

/** Makes the @argfile if it is not there. */
export async function prepareClassPath(
  cache: string,
  libs: string,
  names: readonly string[],
  kafkaVersion: string,
): Promise<ClassPath> {
  const jars = [...names].sort().map((name) => join(libs, name));
  const stats = await Promise.all(jars.map((jar) => stat(jar)));
  const hash = createHash('sha256');
  for (const [index, jar] of jars.entries()) hash.update(`${jar}\0${stats[index]?.size}\0${stats[index]?.mtimeMs}\n`);
  const id = hash.digest('hex').slice(0, 12);
  const file = join(cache, `class-path-${id}.args`);
  const text = argumentFileText(jars);
  if ((await readFile(file, 'utf8').catch(() => undefined)) !== text) {
    await mkdir(cache, { recursive: true });
    await writeWhole(file, text);
  }
  return { kafkaVersion, jars, arguments: classPathArguments(jars, file), hash: id };
}
