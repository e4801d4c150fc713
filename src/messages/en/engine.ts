import { The } from './service-names.ts';

const doctor = 'kafka-lessons doctor';
const up = 'kafka-lessons up';
const museum = 'kafka-lessons up museum';

const mavenWhy = 'Maven fetches Kafka once, 54 MB. An unpacked Kafka 4 in KAFKA_HOME does as well.';

export const engine = {
  javaFound: ({ version, path }: { version: number; path: string }) => `Java ${version} (${path})`,
  javaMissing: ({ oldest }: { oldest: number }) =>
    `Java is missing: there is no Java ${oldest} or newer in JAVA_HOME or on PATH.`,
  javaTooOld: ({ version, oldest, path }: { version: number; oldest: number; path: string }) =>
    `Java ${version} is too old, ${oldest} or newer is needed (${path}).`,
  javaWhy: 'Kafka 4 runs on Java 17 and newer.',

  mavenFound: ({ path }: { path: string }) => `Maven (${path})`,
  mavenNotNeeded: 'Maven is not installed, and not needed: Kafka is here already.',
  mavenMissing: 'Maven is missing: there is no mvn on PATH.',
  mavenWhy,
  mavenFor: {
    kafka: mavenWhy,
    museum: 'Maven fetches Kafka 2.8.1 and its ZooKeeper once, 37 MB.',
    plugins: 'Maven fetches the connectors once, 84 MB.',
    mariadb: 'Maven fetches a MariaDB server once, 149 MB. One that is installed does as well.',
  },
  mavenFailed: {
    kafka: 'Maven could not fetch Kafka.',
    museum: 'Maven could not fetch Kafka.',
    plugins: 'Maven could not fetch the connectors.',
    mariadb: 'Maven could not fetch MariaDB.',
  },
  mavenSilent: 'It did not say why.',
  mavenFailedNext: 'Check the network and the free space on the disk, then try again.',

  kafkaHomeFound: ({ version, path }: { version: string; path: string }) => `Kafka ${version} in KAFKA_HOME (${path})`,
  kafkaHomeWrong: ({ path }: { path: string }) => `KAFKA_HOME does not hold Kafka: ${path}`,
  kafkaHomeWhy: 'Its folder libs must contain the jars of an unpacked Kafka 4 (not the -src archive).',
  kafkaHomeOld: ({ path, version }: { path: string; version: string }) => `KAFKA_HOME holds Kafka ${version}: ${path}`,
  kafkaHomeOldWhy: 'The lessons need Kafka 4.0 or newer.',
  kafkaHomeNext: 'Point KAFKA_HOME to an unpacked Kafka 4, or unset it to have Kafka fetched.',

  jarsFound: ({ version, count }: { version: string; count: number }) => `Kafka ${version} (${count} jars)`,
  jarsMissing: 'Kafka is not here yet.',
  jarsMissingWhy: 'It is fetched once, 54 MB, when the first lesson starts.',
  jarsDamaged: ({ what }: { what: string }) => `A file of Kafka is damaged: ${what}`,
  jarsDamagedWhy: 'It was fetched twice and is not whole.',
  museumMissing: 'Kafka 2.8.1 is not here yet.',
  museumMissingWhy: 'It is fetched once, 37 MB, when the museum is first needed.',
  museumCommand: museum,
  archiveFailed: 'The archive that makes Kafka tools start faster could not be made. They work without it.',

  memory: ({ megabytes }: { megabytes: number }) => `Memory: ${megabytes} MB`,
  memoryWhy: ({ needed }: { needed: number }) =>
    `The broker and its tools want about ${needed} MB. Close other programs if they are slow.`,
  disk: ({ megabytes }: { megabytes: number }) => `Free disk space: ${megabytes} MB`,
  diskWhy: ({ needed }: { needed: number }) => `About ${needed} MB are needed. A broker whose disk is full stops.`,

  portFree: ({ port }: { port: number }) => `Port ${port} is free.`,
  portOurs: ({ port }: { port: number }) => `Port ${port} is used by the broker of the lessons.`,
  portTaken: ({ port }: { port: number }) => `Port ${port} is used by another program.`,
  portTakenByKafka: ({ port }: { port: number }) => `Port ${port} is used by another Kafka.`,
  portTakenWhy: ({ port }: { port: number }) =>
    `The broker of the lessons takes a free port instead. Commands may go on saying localhost:${port}: they are sent to it.`,

  brokerRunning: ({ service, address, pid }: { service: string; address: string; pid: number }) =>
    `The ${service} runs at ${address} (pid ${pid}).`,
  brokerStarting: ({ service, pid }: { service: string; pid: number }) =>
    `The ${service} runs but does not answer yet (pid ${pid}).`,
  brokerStopped: ({ service }: { service: string }) =>
    `The ${service} is stopped. It starts with the next lesson that needs it.`,
  brokerAbsent: 'There is no broker yet. It is made with the first lesson.',
  formatFailed: ({ folder }: { folder: string }) => `The broker's data folder could not be prepared: ${folder}`,
  brokerFailed: ({ name }: { name: string }) => `${The(name)} did not start.`,
  brokerFailedWhy: ({ cause, log }: { cause: string; log: string }) => `${cause}\nLog: ${log}`,
  brokerSilent: ({ name, seconds }: { name: string; seconds: number }) =>
    `${The(name)} runs, but has not answered for ${seconds} s.`,
  brokerSilentWhy: ({ log }: { log: string }) => `Its log may say why: ${log}`,
  noSuchBroker: ({ name }: { name: string }) => `The cluster has no ${name}.`,
  memoryRefused: ({ service, needed, megabytes }: { service: string; needed: number; megabytes: number }) =>
    `${The(service)} needs about ${needed} MB of memory; ${megabytes} MB can be had.`,
  brokers: ({ count }: { count: number }) => `${count} brokers, each a Java process of its own`,
  museumBroker: 'broker of the museum',
  museumZooKeeper: 'ZooKeeper of the museum',
  museumParts: 'a ZooKeeper and a broker, each a Java process of its own',
  memoryRefusedWhy: ({ parts }: { parts: string }) =>
    `It is ${parts}. Nothing was started, and what runs goes on running.`,
  memoryRefusedNext: 'Close other programs, then try again.',
  noCause: 'Its log does not say why.',

  leftover: ({ path }: { path: string }) => `Left over from work that was interrupted: ${path}`,
  leftoverWhy: 'It does no harm and goes with the next download or start.',

  installByHand: {
    java: 'install Java 21 with your package manager',
    maven: 'install Apache Maven with your package manager',
    docker: 'install Docker and its compose plugin with your package manager',
    compose: 'install the compose plugin of Docker with your package manager',
    mariadb: 'install a MariaDB server with your package manager',
  },
  installFromDocker: {
    docker: "install Docker Engine from Docker's own packages: docs.docker.com/engine/install",
    compose: "install docker-compose-plugin from Docker's own packages: docs.docker.com/engine/install",
  },

  doctorNext: doctor,
  upCommand: up,
  clusterNotRunning: 'The cluster is not running.',
  upClusterNext: 'kafka-lessons up cluster',
  downNext: 'kafka-lessons down',

  engineUnknown: ({ engine: name }: { engine: string }) => `There is no engine ${name}.`,
  enginesKnown: 'Use --engine docker or --engine native.',
  serviceUnknown: ({ service }: { service: string }) => `The service ${service} cannot be started.`,
  serviceUnknownWhy: 'This version of the native engine does not have it.',

  toolUnknown: ({ tool }: { tool: string }) => `There is no Kafka tool ${tool}.`,
  didYouMean: ({ name }: { name: string }) => `Did you mean ${name}?`,
  zooKeeperMissing: 'zookeeper-shell.sh first wants the address of a ZooKeeper.',
  zooKeeperExample: 'zookeeper-shell.sh localhost:2181 ls /',
  toolUnknownNext: 'Kafka tools start with kafka- or connect-, for example kafka-topics.',
};
