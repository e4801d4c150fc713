import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { museumToolNames } from '../../src/command/known-tools.ts';
import { parseLine } from '../../src/command/parse-line.ts';
import { askBroker } from '../../src/engine/ask-broker.ts';
import { museumToolOf } from '../../src/engine/museum-tools.ts';
import { nativeContext, nativePaths } from '../../src/engine/native/context.ts';
import { jarFolderName, museumKafka } from '../../src/engine/native/jar-set.ts';
import { createNativeEngine } from '../../src/engine/native/native-engine.ts';
import { readNodeState, writeNodeState } from '../../src/engine/native/node-state.ts';
import type { Address, Engine, ServiceStatus } from '../../src/engine/types.ts';
import { EnvironmentError } from '../../src/errors.ts';
import { openCluster } from '../../src/kafka/open-cluster.ts';
import type { ServiceName } from '../../src/lesson/types.ts';
import { freePort } from '../../src/platform/free-port.ts';
import { drain } from '../support/broker.ts';
import { bundleProgram } from '../support/bundle.ts';
import { type OwnCache, ownCache } from '../support/own-cache.ts';

/** The real Kafka 2.8.1 with ZooKeeper. The tests build on each other: fetching and starting is what takes the time. */
describe.sequential('the museum', () => {
  let own: OwnCache;
  let engine: Engine;
  let program: Awaited<ReturnType<typeof bundleProgram>>;
  beforeAll(async () => {
    own = await ownCache({ filled: true });
    const { folders, env } = own;
    engine = createNativeEngine({ folders, env });
    program = await bundleProgram(new URL('./program.ts', import.meta.url));
    // Free ports, so that nobody gets in the way.
    const taken: number[] = [];
    const port = async (): Promise<number> => {
      taken.push(await freePort([], taken));
      return taken.at(-1) ?? 0;
    };
    const { broker, museum } = nativePaths(folders);
    await writeNodeState(broker, { format: 1, port: await port(), controllerPort: await port() });
    for (const paths of [museum.zooKeeper, museum.broker]) {
      await writeNodeState(paths, { format: 1, port: await port() });
    }
  });
  afterAll(async () => {
    await engine?.down({ purge: true });
    await program?.remove();
    await own?.remove();
  });

  const status = async (name: ServiceName = 'museum'): Promise<ServiceStatus | undefined> =>
    (await engine.status()).find(({ service }) => service === name);

  const address = async (): Promise<Address> => {
    const found = await engine.address('museum');
    if (found === undefined) throw new Error('the museum has no address');
    return found;
  };

  const pidOf = async (part: 'broker' | 'zooKeeper'): Promise<number> => {
    const state = await readNodeState(nativePaths(own.folders).museum[part]);
    return state?.process?.pid ?? 0;
  };

  /** Runs a command to its end with the museum's tools, or today's; without input it reads an empty one. */
  async function run(line: string, { at, input }: { at?: 'museum'; input?: string } = { at: 'museum' }) {
    const [command] = parseLine(line).commands;
    if (command === undefined) throw new Error('no command');
    const { file, args, env } = await engine.spawnable(command, { ...(at && { at }) });
    const options = {
      env,
      extendEnv: true,
      reject: false,
      ...(input === undefined ? { stdin: 'ignore' as const } : { input }),
    };
    const { exitCode, stdout, stderr } = await execa(file, args, options);
    return { exitCode, stdout, stderr };
  }
  const museum = (line: string, input?: string) => run(line, { at: 'museum', ...(input !== undefined && { input }) });

  /** The reader of the checks. */
  async function reader() {
    const { host, port } = await address();
    return openCluster({ brokers: [`${host}:${port}`], label: 'the museum' });
  }

  const jarFolder = async (): Promise<string> =>
    join(own.folders.cache, await jarFolderName(museumKafka, nativeContext(own)));

  const processes = async (): Promise<readonly string[]> => {
    const { stdout } = await execa('ps', ['-axww', '-o', 'stat=,command=']);
    return stdout.split('\n').filter((line) => line.includes(own.folders.environment) && !line.startsWith('Z'));
  };

  it('is not there before it is needed, and says how it comes', async () => {
    expect(await status()).toBeUndefined();
    expect(engine.services()).toContain('museum');
    expect(engine.tools('museum')).toContain('zookeeper-shell');
    expect(engine.tools()).not.toContain('zookeeper-shell');
    const error = await run('kafka-topics --list').catch((thrown: unknown) => thrown);
    expect((error as EnvironmentError).explanation.next).toBe('kafka-lessons up museum');
  });

  it('is refused where there is no room for it', async () => {
    const small = createNativeEngine({ folders: own.folders, env: { ...own.env, PATH: '' }, memoryMb: () => 100 });
    await expect(drain(small.ensure(['museum']))).rejects.toThrow(/museum needs about \d+ MB of memory; 100 MB/);
  });

  it('is fetched and started once for two programs at the same time', async () => {
    const { env } = own;
    const runs = [1, 2].map(() => execa('node', [program.main, 'native', '', 'ensure', 'museum'], { env }));
    const seen = (await Promise.all(runs)).map(({ stdout }) => stdout.split('\n'));
    expect(seen.map((phases) => phases.at(-1))).toEqual(['ready', 'ready']);
    for (const phase of ['unpacking', 'starting']) {
      expect(seen.filter((phases) => phases.includes(phase))).toHaveLength(1);
    }
    const { host, port } = await address();
    expect(await status()).toEqual({
      service: 'museum',
      state: 'running',
      address: { host, port },
      pid: await pidOf('broker'),
    });
    expect((await askBroker(host, port, 2000))?.brokers).toEqual([{ id: 0, host, port }]);
    expect(await drain(engine.ensure(['museum']))).toEqual([{ service: 'museum', phase: 'ready' }]);
  });

  it('has the main class of every tool', async () => {
    const libs = join(await jarFolder(), 'libs');
    const jars = await Promise.all((await readdir(libs)).map((name) => readFile(join(libs, name))));
    // Names of a zip's entries are not compressed.
    const contents = Buffer.concat(jars);
    const missing = museumToolNames.filter(
      (name) => !contents.includes(`${museumToolOf(name).mainClass.replaceAll('.', '/')}.class`),
    );
    expect(missing).toEqual([]);
  });

  it('runs beside the broker of the lessons', async () => {
    await drain(engine.ensure(['broker']));
    expect(await engine.kafka()).toBe('broker');
    expect([(await status('broker'))?.state, (await status())?.state]).toEqual(['running', 'running']);
  });

  it('creates a topic through ZooKeeper, which old and new tools then describe alike', async () => {
    const created = await museum(
      'kafka-topics --zookeeper localhost:2181 --create --topic old --partitions 2 --replication-factor 1',
    );
    expect(created).toEqual({ exitCode: 0, stdout: 'Created topic old.', stderr: '' });
    const then = await museum('kafka-topics.sh --bootstrap-server localhost:9092 --describe --topic old');
    expect(then).toMatchObject({ exitCode: 0, stderr: '' });
    expect(then.stdout).toContain('PartitionCount: 2');
    // Its own port, as lessons write it for other tools than the museum's.
    const now = await run('kafka-topics --bootstrap-server localhost:9292 --describe --topic old', {});
    expect(now).toMatchObject({ exitCode: 0, stderr: '' });
    expect(now.stdout).toContain('PartitionCount: 2');
    const elsewhere = await run('kafka-topics --bootstrap-server localhost:9092 --list', {});
    expect(elsewhere.stdout).not.toContain('old');
  });

  it('has tools of its time: today’s know no --zookeeper', async () => {
    const { exitCode, stderr } = await run('kafka-topics --zookeeper localhost:2181 --list', {});
    expect(exitCode).toBe(1);
    expect(stderr).toContain('zookeeper is not a recognized option');
  });

  it('is written by its console tools and read by the reader of the checks', async () => {
    const produced = await museum('kafka-console-producer --broker-list localhost:9092 --topic old', 'one\nzwölf\n');
    expect(produced).toMatchObject({ exitCode: 0, stderr: '' });
    const consumed = await museum(
      'kafka-console-consumer --bootstrap-server localhost:9092 --topic old --from-beginning --max-messages 2 --group readers',
    );
    expect(consumed.stdout.split('\n').sort()).toEqual(['one', 'zwölf']);
    const cluster = await reader();
    try {
      expect(await cluster.topicNames()).toEqual(['__consumer_offsets', 'old']);
      expect((await cluster.topic('old'))?.partitions.map(({ leader, isr }) => [leader, isr])).toEqual([
        [0, [0]],
        [0, [0]],
      ]);
      expect(await cluster.topicConfig('old')).toMatchObject({ 'cleanup.policy': 'delete' });
      const records = await cluster.records('old', { committedOnly: true });
      expect(records?.map(({ value }) => value).sort()).toEqual(['one', 'zwölf']);
      expect(await cluster.groupNames()).toEqual(['readers']);
      const group = await cluster.group('readers');
      expect(group).toMatchObject({ state: 'Empty', members: [] });
      expect(group?.offsets.reduce((sum, { committed }) => sum + committed, 0n)).toBe(2n);
      expect(await cluster.brokers()).toEqual([{ id: 0, ...(await address()) }]);
      expect(await cluster.clusterId()).toMatch(/^[\w-]{22}$/);
    } finally {
      await cluster.close();
    }
  });

  it('lets one look into its ZooKeeper, with one command or with none', async () => {
    const looked = await museum('zookeeper-shell.sh localhost:2181 ls /brokers/ids');
    expect(looked).toMatchObject({ exitCode: 0, stderr: '' });
    expect(looked.stdout.split('\n').at(-1)).toBe('[0]');
    expect(await museum('zookeeper-shell.sh localhost:2181')).toMatchObject({ exitCode: 0 });
    const typed = await museum('zookeeper-shell.sh localhost:2181/brokers', 'ls /topics\nquit\n');
    expect(typed.stdout).toContain('[__consumer_offsets, old]');
  });

  it('says what would end its processes', async () => {
    const pids = `${await pidOf('broker')} ${await pidOf('zooKeeper')}`;
    if (process.platform !== 'win32') expect(await engine.actionShown('stop', 'museum')).toBe(`kill -TERM ${pids}`);
  });

  it.each([['broker'], ['zooKeeper']] as const)('comes back although its %s was killed with -9', async (part) => {
    const before = await address();
    process.kill(await pidOf(part), 'SIGKILL');
    await drain(engine.ensure(['museum']));
    expect(await status()).toMatchObject({ state: 'running', address: before });
    expect((await museum('kafka-topics --zookeeper localhost:2181 --list')).stdout).toContain('old');
  });

  it('comes back from being killed whole, at another port where its own was taken', async () => {
    const before = await address();
    await engine.kill('museum');
    expect(await status()).toEqual({ service: 'museum', state: 'stopped', address: before });
    const other = createServer((socket) => socket.destroy()).listen(before.port, before.host);
    await once(other, 'listening');
    try {
      await engine.start('museum');
      expect((await address()).port).not.toBe(before.port);
      expect((await museum('kafka-topics --bootstrap-server localhost:9092 --list')).stdout).toContain('old');
    } finally {
      await new Promise((resolve) => other.close(resolve));
    }
  });

  it('starts afresh where half of its data is gone', async () => {
    await engine.stop('museum');
    await rm(nativePaths(own.folders).museum.zooKeeper.data, { recursive: true });
    expect(await status()).toBeUndefined();
    await drain(engine.ensure(['museum']));
    expect((await museum('kafka-topics --zookeeper localhost:2181 --list')).stdout).toBe('');
  });

  it('gets a jar back that is gone, while it runs', async () => {
    const pid = await pidOf('broker');
    await rm(join(await jarFolder(), 'libs', 'jopt-simple-5.0.4.jar'));
    await expect(museum('kafka-topics --zookeeper localhost:2181 --list')).rejects.toBeInstanceOf(EnvironmentError);
    await drain(engine.ensure(['museum']));
    expect(await museum('kafka-topics --zookeeper localhost:2181 --list')).toMatchObject({ exitCode: 0 });
    expect(await pidOf('broker')).toBe(pid);
  });

  it('goes down without a trace, and purge removes it', async () => {
    await engine.down({ purge: false });
    expect(await status()).toMatchObject({ state: 'stopped' });
    expect(await processes()).toEqual([]);
    await engine.down({ purge: true });
    expect(await status()).toBeUndefined();
    expect(existsSync(own.folders.environment)).toBe(false);
    expect(existsSync(own.folders.cache)).toBe(false);
  });
});
