/** What the program's own commands say: `kafka-lessons stop broker-2`, `watch`, `probe`, `properties`. */
export const own = {
  unknownVerb: ({ verb }: { verb: string }) =>
    verb === '' ? 'kafka-lessons by itself is this program.' : `"kafka-lessons ${verb}" cannot be used here.`,
  verbs: ({ verbs }: { verbs: readonly string[] }) =>
    `Here it knows ${verbs.slice(0, -1).join(', ')} and ${verbs.at(-1)}.`,
  elsewhere: 'Its other commands are for a terminal of their own.',
  didYouMean: ({ name }: { name: string }) => `Did you mean ${name}?`,
  oneTarget: ({ verb }: { verb: string }) => `kafka-lessons ${verb} wants one name.`,
  exampleTarget: ({ verb }: { verb: string }) => `kafka-lessons ${verb} broker-2`,
  unknownTarget: ({ name }: { name: string }) => `There is nothing called ${name} to start or stop.`,
  targets: 'The brokers of the cluster are broker-1, broker-2 and broker-3.',
  controllerStays: ({ name }: { name: string }) => `${name} has to stay up.`,
  controllerStaysWhy:
    'It is also the controller: without it nobody elects new leaders. In production three or five controllers share that work.',
  watchWhat: ({ subject }: { subject: string }) =>
    subject === '' ? 'What is to be watched was not said.' : `"${subject}" cannot be watched.`,
  exampleWatch: 'kafka-lessons watch topic NAME, or kafka-lessons watch group NAME',
  oneName: ({ subject }: { subject: string }) => `kafka-lessons watch ${subject} wants one name.`,
  oneAddress: 'kafka-lessons probe wants one address, HOST:PORT.',
  exampleProbe: 'kafka-lessons probe localhost:9092',

  oneFile: 'kafka-lessons properties wants one file.',
  exampleProperties: 'kafka-lessons properties connect-distributed.properties',
  noFile: ({ file }: { file: string }) => `There is no file ${file} here.`,
  noProperties: 'no settings',
  malformedAt: ({ file, line }: { file: string; line: number }) =>
    `${file}, line ${line}: \\u wants four hexadecimal digits behind it.`,
  malformedInJava: 'Java reads nothing of this file: IllegalArgumentException: Malformed \\uxxxx encoding.',

  done: {
    start: ({ name }: { name: string }) => `${name} is up.`,
    stop: ({ name }: { name: string }) => `${name} has stopped.`,
    kill: ({ name }: { name: string }) => `${name} was killed.`,
  },

  watchHead: ({ name, time }: { name: string; time: string }) => `${name}, ${time}`,
  partition: ({ partition }: { partition: number }) => `partition ${partition}`,
  leader: ({ id }: { id: number }) => `leader ${id}`,
  noLeader: 'no leader',
  inSync: ({ ids }: { ids: readonly number[] }) => `in sync ${ids.length === 0 ? 'none' : ids.join(' ')}`,
  outOfSync: ({ ids }: { ids: readonly number[] }) => `out ${ids.join(' ')}`,
  noTopic: ({ name }: { name: string }) => `no topic ${name} yet`,
  noGroup: ({ name }: { name: string }) => `no group ${name} yet`,
  emptyGroup: ({ state }: { state: string }) => `${state}, no members`,
  groupHead: ({ state, members }: { state: string; members: number }) =>
    `${state}, ${members} ${members === 1 ? 'member' : 'members'}`,
  nothingHeld: 'no partition',
  noAnswer: 'no broker answers',
  maybeOld: ({ ids }: { ids: readonly number[] }) =>
    ids.length === 1
      ? `broker ${ids[0]} does not answer; what it led may be old`
      : `brokers ${ids.join(' ')} do not answer; what they led may be old`,
};
