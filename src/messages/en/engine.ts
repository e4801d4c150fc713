const rerunDoctor = 'kafka-lessons doctor';

export const engine = {
  javaMissing: ({ oldest }: { oldest: number }) =>
    `Java is missing: no java ${oldest} or newer in JAVA_HOME or on PATH.`,
  javaTooOld: ({ version, oldest, path }: { version: number; oldest: number; path: string }) =>
    `Java ${version} is too old: ${oldest} or newer is needed (found ${path}).`,
  javaWhy: 'Kafka 4 runs on Java 17 and newer.',

  mavenMissing: 'Maven is missing: there is no mvn on PATH.',
  mavenWhy: 'Maven fetches Kafka once, 54 MB. An unpacked Kafka 4 in KAFKA_HOME does as well.',
  mavenFailed: 'Maven could not fetch Kafka.',
  mavenSilent: 'It did not say why.',
  mavenFailedNext: 'Check the network and the free space on the disk, then run the same command again.',

  kafkaHomeWrong: ({ path }: { path: string }) => `KAFKA_HOME does not hold Kafka: ${path}`,
  kafkaHomeWhy: 'Its folder libs must contain the jars of an unpacked Kafka 4 (not the -src archive).',
  kafkaHomeOld: ({ path, version }: { path: string; version: string }) => `KAFKA_HOME holds Kafka ${version}: ${path}`,
  kafkaHomeOldWhy: 'The lessons need Kafka 4.0 or newer.',
  kafkaHomeNext: 'Point KAFKA_HOME to an unpacked Kafka 4, or unset it to have Kafka fetched.',

  jarsMissing: 'Kafka is not here yet.',
  jarsMissingNext: 'kafka-lessons up',
  jarsDamaged: ({ what }: { what: string }) => `A file of Kafka is damaged: ${what}`,
  jarsDamagedWhy: 'It was fetched twice and is not whole.',

  formatFailed: ({ folder }: { folder: string }) => `The broker's data folder could not be prepared: ${folder}`,
  brokerFailed: 'The broker did not start.',
  brokerFailedWhy: ({ cause, log }: { cause: string; log: string }) => `${cause}\nLog: ${log}`,
  brokerSilent: ({ seconds }: { seconds: number }) => `It runs, but did not answer within ${seconds} s.`,
  noCause: 'Its log does not say why.',
  doctorNext: rerunDoctor,

  serviceUnknown: ({ service }: { service: string }) => `The service ${service} is not there.`,
  serviceUnknownWhy: 'This version of the native engine has only the broker.',

  toolUnknown: ({ tool }: { tool: string }) => `There is no Kafka tool ${tool}.`,
  didYouMean: ({ name }: { name: string }) => `Did you mean ${name}?`,
  toolUnknownNext: 'Kafka tools start with kafka- or connect-, for example kafka-topics.',

  noSuchEngine: ({ kind }: { kind: string }) =>
    `The engine ${kind} is not there: this version has only the native engine.`,
  useNative: 'kafka-lessons --engine native',
  onlyNative: 'the only engine of this version',
  asked: 'you asked for it',
};
