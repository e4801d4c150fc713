import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ResourceName } from './resources.ts';
import { resourcePath } from './resources.ts';

/** Jars that Maven fetches together into a folder of their own in the cache. */
export type JarSet = {
  /** the folder is called `NAME-VERSION-HASH` */
  readonly name: 'kafka' | 'museum';
  readonly version: string;
  readonly pom: ResourceName;
  /** all that an empty local repository makes Maven load for the pom, its own plugin included (measured) */
  readonly expectedBytes: number;
  /** an unpacked Kafka in KAFKA_HOME is taken instead */
  readonly orKafkaHome: boolean;
};

/** The Kafka of the lessons. */
export const todaysKafka: JarSet = {
  name: 'kafka',
  version: '4.3.1',
  pom: 'kafka-pom.xml',
  expectedBytes: 64_600_000,
  orKafkaHome: true,
};

/** The last Kafka whose tools could still be told `--zookeeper`, and the ZooKeeper it was made for. */
export const museumKafka: JarSet = {
  name: 'museum',
  version: '2.8.1',
  pom: 'museum-pom.xml',
  expectedBytes: 43_900_000,
  orKafkaHome: false,
};

/** Named after the version and the pom, so that a changed pom is fetched anew. */
export async function jarFolderName({ name, version, pom }: JarSet, resources: string): Promise<string> {
  const text = await readFile(resourcePath(resources, pom), 'utf8');
  const hash = createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex').slice(0, 8);
  return `${name}-${version}-${hash}`;
}

/** What the temporary folder of a fetch begins with; each set has its own, for two may be fetched at the same time. */
export const unfinishedPrefix = ({ name }: JarSet): string => (name === 'kafka' ? 'download-' : `${name}-download-`);

const unfinished = /^(?:museum-)?download-\w{6}$/;
const finished = /^(?:kafka|museum)-\d[\w.]*-[0-9a-f]{8}(?:\.lock)?$/;

/** Names in the cache folder that a fetch which was killed has left. */
export const isUnfinishedDownload = (name: string): boolean => unfinished.test(name);

/** Names in the cache folder that are a download's: what `down --purge` removes. */
export const isDownload = (name: string): boolean => unfinished.test(name) || finished.test(name);
