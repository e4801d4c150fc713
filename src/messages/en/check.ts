const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** `broker 1`, `brokers 1, 2 and 3` */
const numbered = (what: string, numbers: readonly number[]): string => {
  const list = numbers.length < 2 ? numbers.join('') : `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;
  return `${numbers.length === 1 ? what : `${what}s`} ${list}`;
};

type Named = { readonly name: string };
type Led = { readonly partition: number; readonly leader: number };

/** What checks say. `expected` and `actual` are one line each, without a full stop; they stand in columns. */
export const check = {
  // What a check looks at: one line, the same in the app and in `run`.
  labelTopic: ({ name }: Named) => `topic ${name}`,
  labelRecords: ({ name }: Named) => `records of ${name}`,
  labelPartition: ({ partition }: { partition: number }) => `partition ${partition}`,
  labelKey: ({ key }: { key: string }) => `key ${key}`,
  labelGroup: ({ name }: Named) => `group ${name}`,
  labelCluster: 'cluster',
  labelAt: ({ label, at }: { label: string; at: string }) => `${label} (${at})`,
  labelClient: ({ address }: { address: string }) => `client at ${address}`,
  labelConnect: 'Kafka Connect',
  labelConnector: ({ name }: Named) => `connector ${name}`,
  labelSql: ({ names }: { names: readonly string[] }) => `rows in ${names.join(' and ')}`,
  labelOutput: 'output',
  labelExit: 'exit code',
  labelFile: ({ name }: Named) => `file ${name}`,
  labelBatch: ({ name }: Named) => `batch file ${name}`,
  labelBackground: ({ name }: Named) => `background command ${name}`,

  // When nothing can be judged.
  noAnswer: ({ service }: { service: string }) => `${service} does not answer`,
  startServices: 'kafka-lessons up (in the app: Enter)',
  couldNotLook: ({ problem }: { problem: string }) => `The check itself went wrong: ${problem}.`,
  badPattern: ({ pattern }: { pattern: string }) =>
    `The lesson has a pattern that is not a regular expression: ${pattern}.`,
  clusterReady: 'the cluster is ready',
  clusterNotReady: ({ detail }: { detail: string }) => `not ready yet: ${detail}`,
  detailNoLeader: ({ topic, partition }: { topic: string; partition: number }) =>
    `partition ${partition} of ${topic} has no leader`,
  detailNoBroker: ({ broker }: { broker: number }) => `broker ${broker} is not there`,
  detailSilentBroker: ({ broker }: { broker: number }) => `broker ${broker} does not answer`,
  detailShortLog: 'the log ends early',
  readableRecords: 'records without compression, or with gzip',
  compressedRecords: ({ codec }: { codec: string }) => `records compressed with ${codec}`,
  compressedBecause: 'this program cannot unpack that compression, so it cannot look inside',
  tooMuch: ({ records, megabytes }: { records: number; megabytes: number }) =>
    `The topic holds more than a check reads (${records.toLocaleString('en')} records or ${megabytes} MB).`,

  // Words.
  exists: 'exists',
  none: 'none',
  noKey: 'no key',
  noValue: 'null',
  inAll: ({ count }: { count: number }) => `(${count} in all)`,
  similar: ({
    what,
    found,
    difference,
  }: {
    what: 'topic' | 'group' | 'setting' | 'connector';
    found: string;
    difference: string;
  }) => `there is a ${what} ${found}${difference && `, ${difference}`}`,
  differsWithout: ({ text }: { text: string }) => `without the ${text}`,
  differsWith: ({ text }: { text: string }) => `with an extra ${text}`,
  differsInCase: 'with other capital letters',
  differsInForm: 'whose letters are composed in another way',
  differsSwapped: ({ one, other }: { one: string; other: string }) => `with ${one} and ${other} swapped`,
  differsInstead: ({ found, wanted }: { found: string; wanted: string }) => `with ${found} instead of ${wanted}`,

  // Topics.
  noSuchTopic: 'no such topic',
  partitions: ({ count }: { count: number }) => counted(count, 'partition'),
  partitionsOnlyGrow: 'partitions can be added to a topic but not taken away: delete it and create it again',
  leaders: ({ count, of }: { count: number; of: number }) => `leaders ${count}/${of}`,
  waitingForLeaders: 'some partitions have no leader yet, or their broker is gone',
  replicas: ({ count }: { count: string }) => `replicas ${count}`,
  inSync: ({ count }: { count: string }) => `in-sync replicas ${count}`,
  partitionDiffers: ({ partition, count }: { partition: number; count: number }) =>
    `partition ${partition} has ${count}`,
  ledBy: ({ brokers }: { brokers: readonly number[] }) =>
    brokers.length === 0 ? 'led by nobody' : `led by ${numbered('broker', brokers)}`,
  leadersOn: ({ count }: { count: number }) => `leaders on ${counted(count, 'broker')}`,
  noLeader: ({ partition, replicas }: { partition: number; replicas: readonly number[] }) =>
    `partition ${partition} has no leader: none of its replicas can lead (${numbered('broker', replicas)})`,
  displaced: ({ partition, leader, preferred }: Led & { preferred: number }) =>
    `broker ${leader} leads partition ${partition} although broker ${preferred} is its preferred leader and in sync`,
  preferredNotInSync: ({ partition, leader, preferred }: Led & { preferred: number }) =>
    `broker ${leader} leads partition ${partition}: its preferred leader, broker ${preferred}, is not in sync`,
  leads: ({ partition, leader }: Led) => `broker ${leader} leads partition ${partition}, as its preferred leader`,
  leadsThese: ({ leader, partitions }: { leader: number; partitions: readonly number[] }) =>
    `broker ${leader} leads ${numbered('partition', partitions)}`,
  onlyFollows: ({ broker }: { broker: number }) => `broker ${broker} is the preferred leader of no partition`,
  holdsNoReplica: ({ broker }: { broker: number }) => `broker ${broker} keeps no replica of this topic`,
  internal: 'internal',
  notInternal: 'not internal',
  setting: ({ key, value }: { key: string; value: string }) => `${key}=${value}`,
  settingMissing: ({ key }: { key: string }) => `${key} is not set`,

  // Records.
  records: ({ count }: { count: number }) => counted(count, 'record'),
  atLeast: ({ count }: { count: number }) => `at least ${counted(count, 'record')}`,
  recordsMissing: ({ count }: { count: number }) => `${counted(count, 'record')} short`,
  recordsOver: ({ count }: { count: number }) =>
    `${count} more than wanted: a topic keeps everything it was sent, also by an earlier try`,
  values: ({ list }: { list: string }) => `values ${list}`,
  keys: ({ list }: { list: string }) => `keys ${list}`,
  anyOrder: 'in any order',
  otherOrder: 'the same ones, in another order',
  sentAgain: 'some are there more than once: they were sent again',
  missing: ({ list }: { list: string }) => `missing: ${list}`,
  notWanted: ({ list }: { list: string }) => `not expected: ${list}`,
  missingAndNotWanted: ({ missing, extra }: { missing: string; extra: string }) =>
    `missing: ${missing}; not expected: ${extra}`,
  straySpace: ({ found }: { found: string }) => `${found} has a space at its start or end`,
  strayQuotes: ({ found }: { found: string }) => `${found} was sent with the quotes around it`,
  otherCase: ({ found }: { found: string }) => `${found} has other capital letters`,
  otherForm: ({ found }: { found: string }) => `${found} looks the same, but its letters are composed in another way`,
  noKeysSent: 'the records have no keys: the producer was not told to read keys',
  keyInValue: ({ found }: { found: string }) =>
    `the key is part of the value, as in ${found}: the producer was not told to read keys`,
  recordContains: ({ text }: { text: string }) => `a record with ${text}`,
  noRecordContains: ({ text }: { text: string }) => `no record with ${text}`,
  headers: ({ list }: { list: string }) => `a record with headers ${list}`,
  noRecordHeaders: 'no record with all of them',
  noHeadersSent: 'the records have no headers: the producer was not told to read headers',
  headersFound: ({ list }: { list: string }) => `the headers there are: ${list}`,
  oneKeyOnePartition: ({ list }: { list: string }) => `each in one partition: ${list}`,
  keyIn: ({ key, partitions }: { key: string; partitions: readonly number[] }) =>
    `${key} in ${partitions.length === 1 ? 'partition' : 'partitions'} ${partitions.join(' and ')}`,
  keysThere: ({ list }: { list: string }) => `the keys there are: ${list}`,
  noRecordWithKey: ({ list }: { list: string }) => `no record with key ${list}`,

  recordWithJson: ({ list }: { list: string }) => `a record in which ${list}`,
  noRecordWithJson: 'no record with all of this',
  nearestRecord: ({ actual }: { actual: string }) => `in the nearest one ${actual}`,
  tombstones: ({ count }: { count: number }) => counted(count, 'record without a value', 'records without a value'),
  tombstonesOf: ({ list }: { list: string }) => `their keys: ${list}`,

  // Groups.
  noSuchGroup: 'no such group',
  groupIsGenerated: ({ name }: Named) => `a console consumer runs without --group, as ${name}`,
  groupOfNewProtocol: 'the group uses a newer protocol, whose members this program cannot see',
  groupState: ({ state }: { state: string }) => `state ${state}`,
  members: ({ count }: { count: number }) => counted(count, 'member'),
  idleMembers: ({ count }: { count: number }) =>
    counted(count, 'member without a partition', 'members without a partition'),
  groupRebalancing: 'the group is handing out its partitions anew',
  groupEmpty: ({ name }: Named) => `no consumer of the group ${name} is running`,
  noTopic: ({ topic }: { topic: string }) => `no topic ${topic}`,
  allHeldByOne: ({ topic }: { topic: string }) => `all partitions of ${topic} held by one member each`,
  heldByOne: ({ topic, count, of }: { topic: string; count: number; of: number }) =>
    `${count} of ${counted(of, 'partition')} of ${topic} held by one member each`,
  heldByNobody: ({ topic, partitions }: { topic: string; partitions: readonly number[] }) =>
    `${numbered('partition', partitions)} of ${topic} ${partitions.length === 1 ? 'is' : 'are'} held by nobody`,
  heldBySeveral: ({ topic, partition, members }: { topic: string; partition: number; members: number }) =>
    `partition ${partition} of ${topic} is held by ${members} members`,
  noLeaderOf: ({ topic, partition }: { topic: string; partition: number }) =>
    `partition ${partition} of ${topic} has no leader, so nobody can read it`,
  readsOthers: ({ topics }: { topics: readonly string[] }) =>
    `its members read ${topics.length === 1 ? 'another topic' : 'other topics'}: ${topics.join(', ')}`,
  lag: ({ count }: { count: string }) => `lag ${count}`,
  noCommits: 'nothing committed yet',
  topicLikePartition: ({ name, topic, partition }: Record<'name' | 'topic' | 'partition', string>) =>
    `the group has read ${topic} and no topic ${name}; partition ${partition} of ${topic} is { ${topic}: { ${partition}: N } }`,
  commitsLater: 'a consumer commits what it has read every few seconds, and when it ends',
  offset: ({ topic, partition, offset }: { topic: string; partition?: string; offset: string }) =>
    `${topic}${partition === undefined ? '' : ` partition ${partition}`} at offset ${offset}`,

  // Cluster.
  brokers: ({ count }: { count: number }) => counted(count, 'broker'),
  offlinePartitions: ({ count }: { count: number }) =>
    counted(count, 'partition without a leader', 'partitions without a leader'),
  offlineExample: ({ topic, partition }: { topic: string; partition: number }) =>
    `for one, partition ${partition} of ${topic}`,

  // Kafka Connect.
  connectReady: 'Kafka Connect is ready',
  connectNotReady: ({ detail }: { detail: string }) => `not yet: ${detail}`,
  plugin: ({ name }: Named) => `plugin ${name}`,
  noPlugin: ({ name }: Named) => `no plugin ${name}`,
  pluginsThere: ({ list }: { list: string }) => `the plugins there are: ${list}`,
  noSuchConnector: 'no such connector',
  connectorsThere: ({ list }: { list: string }) => `the connectors there are: ${list}`,
  connectorState: ({ state }: { state: string }) => `state ${state}`,
  connectorNoState: 'no state yet',
  tasksRunning: ({ count }: { count: number }) => `${counted(count, 'task')} RUNNING`,
  tasksIn: ({ state, count }: { state: string; count: number }) => `${count} ${state}`,
  failedWithoutTrace: 'it failed, and Kafka Connect does not say of what',

  // Databases.
  rows: ({ count }: { count: number }) => counted(count, 'row'),
  rowsAre: ({ list, count }: { list: string; count: number }) =>
    count === 0 ? counted(0, 'row') : `${counted(count, 'row')}: ${list}`,
  noColumn: ({ name, list }: { name: string; list: string }) => `there is no column ${name}; the columns are: ${list}`,
  sameRows: ({ other }: { other: string }) => `the same rows as in ${other}`,
  rowsOfBoth: ({ one, other }: { one: number; other: number }) => `other rows (${one} here, ${other} there)`,
  onlyIn: ({ where, row, count }: { where: string; row: string; count: number }) =>
    `only in ${where}: ${row}${count === 1 ? '' : ` and ${count - 1} more`}`,
  thisQuery: 'the first query',
  otherQuery: 'the other one',
  databaseRefused: ({ database }: { database: string }) => `${database} refuses the query`,
  noResult: ({ database }: { database: string }) => `the statement returns no rows in ${database}`,

  // Output, files, background commands.
  notRunYet: 'the command has not run yet',
  outputContains: ({ text }: { text: string }) => `contains ${text}`,
  backgroundContains: ({ text }: { text: string }) => `contains ${text}`,
  outputMatches: ({ pattern }: { pattern: string }) => `matches /${pattern}/`,
  outputExcludes: ({ text }: { text: string }) => `does not contain ${text}`,
  noOutput: 'no output',
  outputLines: ({ count }: { count: number }) => `${counted(count, 'line')} without it`,
  outputHolds: ({ line }: { line: string }) => `the line ${line}`,
  lastLine: ({ line }: { line: string }) => `the last line is ${line}`,
  exit: ({ code }: { code: number }) => `exit code ${code}`,
  noExit: 'ended before it gave an exit code',
  timedOut: 'the command was stopped when its time was up',
  noSuchFile: 'no such file',
  fileContains: ({ text }: { text: string }) => `contains ${text}`,
  fileMatches: ({ pattern }: { pattern: string }) => `matches /${pattern}/`,
  notInFile: 'not in the file',
  notSoYet: 'not yet',
  lineEnds: ({ ends }: { ends: 'lf' | 'crlf' }) =>
    ends === 'lf' ? 'all lines end with LF' : 'all lines end with CR LF',
  linesWithCrlf: ({ count, of }: { count: number; of: number }) => `${count} of ${counted(of, 'line')} with CR LF`,
  batchPrints: ({ text }: { text: string }) => `prints ${text}`,
  batchNotRun: {
    'no-program': 'not run here: neither cmd.exe nor wine',
    'not-started': 'not run here: wine did not start',
  },
  batchTooLong: ({ seconds }: { seconds: number }) => `did not end within ${seconds} s`,
  fileNotProperties: ({ line }: { line: number }) => `line ${line} cannot be read: \\u wants four hexadecimal digits`,
  backslashesEaten: 'in a properties file a backslash is an escape: write / or \\\\ instead',
  stillAComment: ({ key }: { key: string }) => `the line of ${key} is a comment: remove the # in front`,
  jsonAt: ({ pointer, value }: { pointer: string; value: string }) => `${pointer || 'the document'} is ${value}`,
  jsonNothingAt: ({ pointer }: { pointer: string }) => `nothing at ${pointer}`,
  notJson: 'not valid JSON',
  running: 'running',
  notRunning: 'not running',
  notStarted: 'not started',
  backgroundEnded: 'it has ended; its pane shows its last words',
};
