import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LineInput, runLine } from '../../src/command/run-line.ts';
import type { OutputLine, RunningCommand } from '../../src/command/types.ts';
import { addressText } from '../../src/engine/address.ts';
import { askBroker } from '../../src/engine/ask-broker.ts';
import type { Address, Engine, Progress, ServiceStatus } from '../../src/engine/types.ts';
import { EnvironmentError, UserError } from '../../src/errors.ts';
import { openCluster } from '../../src/kafka/open-cluster.ts';
import { serviceNames } from '../../src/lesson/types.ts';
import type { Folders } from '../../src/platform/folders.ts';
import { drain } from '../support/broker.ts';
import { until } from '../unit/command/run-support.ts';

/** What the contract needs of an engine under test. */
export type Bench = {
  readonly folders: Folders;
  /** a new engine object over the same folders, as another start of the program would make it */
  createEngine(machine?: {
    /** memory that it is to believe in, in MB */
    readonly memoryMb: number;
  }): Engine;
  /** of this home, for commands and programs */
  readonly env: NodeJS.ProcessEnv;
  /** arguments of node: test/engine/program.ts with this engine; a verb follows */
  readonly program: readonly string[];
  /** the ports at which the first starts are to look: free ones */
  readonly prepare: () => Promise<void>;
  /** the broker's process or container, another one after each start */
  identity(): Promise<string>;
  /** how a tool is told to reach the broker that the host reaches there */
  toolAddress(address: Address): string;
  /** command lines of tools, and of what helps to run them, that live where this engine runs them */
  toolsRunning(): Promise<readonly string[]>;
  /** removes what is left, whatever happened */
  remove(): Promise<void>;
};

const textOf = (running: RunningCommand, stream: OutputLine['stream']): string =>
  running
    .output()
    .filter((line) => line.stream === stream)
    .map((line) => line.text)
    .join('\n');

const phases: readonly Progress['phase'][] = [
  'checking',
  'downloading',
  'unpacking',
  'replacing',
  'formatting',
  'starting',
  'waiting',
  'ready',
];

/** The one suite that every engine has to pass. Its tests build on each other: starting brokers is what takes the time. */
export function engineContract(name: string, createBench: () => Promise<Bench>): void {
  describe.sequential(`the ${name} engine`, () => {
    let bench: Bench;
    let engine: Engine;
    beforeAll(async () => {
      bench = await createBench();
      engine = bench.createEngine();
    });
    afterAll(() => bench?.remove());

    const status = async (): Promise<ServiceStatus | undefined> =>
      (await engine.status()).find(({ service }) => service === 'broker');

    /** Starts a line as the product does. */
    async function start(line: string, stdin: LineInput = { kind: 'none' }): Promise<RunningCommand> {
      const workspace = join(bench.folders.workspace, 'lesson');
      await mkdir(workspace, { recursive: true });
      const { running } = await runLine(line, { engine, env: bench.env }, { workspace, stdin, onChunk: () => {} });
      return running;
    }

    async function tool(line: string, input?: string) {
      const running = await start(line, input === undefined ? { kind: 'none' } : { kind: 'text', text: input });
      const { exit } = await running.ended;
      return { exitCode: exit, stdout: textOf(running, 'stdout'), stderr: textOf(running, 'stderr') };
    }

    const nothingRuns = () => until(async () => (await bench.toolsRunning()).length === 0, 5000);

    /** how many records a topic has had */
    async function offsets(topic: string): Promise<number> {
      const { stdout } = await tool(`kafka-get-offsets --bootstrap-server localhost:9092 --topic ${topic}`);
      return stdout.split('\n').reduce((sum, line) => sum + Number(line.split(':')[2]), 0);
    }

    const address = async (): Promise<Address> => {
      const found = await engine.address('broker');
      if (found === undefined) throw new Error('the broker has no address');
      return found;
    };

    it('has nothing before the first start', async () => {
      expect(await status()).toEqual({ service: 'broker', state: 'absent' });
      expect(await engine.address('broker')).toBeUndefined();
      await engine.stop('broker');
      await engine.down({ purge: false });
    });

    it('brings the broker up, once, for two programs at the same time', async () => {
      await bench.prepare();
      const runs = [1, 2].map(() => execa('node', [...bench.program, 'ensure'], { env: bench.env, stdin: 'ignore' }));
      const phasesSeen = (await Promise.all(runs)).map(({ stdout }) => stdout.split('\n'));
      expect(await status()).toMatchObject({ state: 'running', address: { host: '127.0.0.1' } });
      expect(phasesSeen.map((seen) => seen.at(-1))).toEqual(['ready', 'ready']);
      expect(phasesSeen.filter((seen) => seen.includes('starting'))).toHaveLength(1);
    });

    it('does nothing, quickly, when the broker is up, also for another engine object', async () => {
      const before = await bench.identity();
      const started = performance.now();
      expect(await drain(bench.createEngine().ensure(['broker']))).toEqual([{ service: 'broker', phase: 'ready' }]);
      // The target is 60 ms; the margin is for a machine that does other things.
      expect(performance.now() - started).toBeLessThan(500);
      expect(await bench.identity()).toBe(before);
    });

    it('answers the Kafka protocol at its address', async () => {
      const { host, port } = await address();
      expect((await askBroker(host, port, 2000))?.brokers).toEqual([{ id: 1, host, port }]);
    });

    it('runs a tool against the canonical address and says what really runs', async () => {
      const created = await tool(
        'kafka-topics --bootstrap-server localhost:9092 --create --topic orders --partitions 2',
      );
      expect(created).toMatchObject({ exitCode: 0, stdout: 'Created topic orders.', stderr: '' });
      const { shown } = await engine.spawnable({
        tool: 'kafka-topics',
        args: ['--bootstrap-server=localhost:9092', '--list'],
      });
      expect(shown).toContain(`--bootstrap-server=${bench.toolAddress(await address())}`);
    });

    it('feeds the console producer to the end of its input and reads the records back', async () => {
      const produced = await tool(
        'kafka-console-producer --bootstrap-server localhost:9092 --topic orders',
        'one\ntwo\nzwölf\n',
      );
      expect(produced).toMatchObject({ exitCode: 0, stderr: '' });
      const consumed = await tool(
        'kafka-console-consumer --bootstrap-server localhost:9092 --topic orders --from-beginning --max-messages 3',
      );
      expect(consumed.exitCode).toBe(0);
      expect(consumed.stdout.split('\n').sort()).toEqual(['one', 'two', 'zwölf']);
    });

    it('passes on the exit code of a tool that fails', async () => {
      const failed = await tool('kafka-topics --bootstrap-server localhost:9092 --describe --topic nosuch');
      expect(failed.exitCode).toBe(1);
      expect(failed.stdout + failed.stderr).toContain("Topic 'nosuch' does not exist");
    });

    it('stops a command that has no end, and leaves nothing of it', async () => {
      const running = await start(
        'kafka-console-consumer --bootstrap-server localhost:9092 --topic orders --from-beginning',
      );
      await until(() => textOf(running, 'stdout').includes('two'), 20_000);
      expect(await bench.toolsRunning()).not.toEqual([]);
      await running.stop();
      expect(await running.ended).toMatchObject({ stopped: true });
      await nothingRuns();
    });

    it('feeds what is typed, ends with the end of input, and stops while it waits', async () => {
      const line = 'kafka-console-producer --bootstrap-server localhost:9092 --topic typed';
      await tool('kafka-topics --bootstrap-server localhost:9092 --create --topic typed');
      const typing = await start(line, { kind: 'open' });
      typing.send('first');
      typing.endInput();
      expect(await typing.ended).toMatchObject({ exit: 0, stopped: false });
      const waiting = await start(line, { kind: 'open' });
      waiting.send('second');
      await until(async () => (await offsets('typed')) === 2, 20_000);
      await waiting.stop();
      await nothingRuns();
    });

    it('kills a producer that cannot deliver, and leaves nothing of it', async () => {
      const running = await start('kafka-console-producer --bootstrap-server localhost:9092 --topic nosuch', {
        kind: 'open',
      });
      running.send('lost');
      await until(() => textOf(running, 'stderr').includes('nosuch'), 20_000);
      await running.stop();
      await nothingRuns();
    });

    it
      .runIf(process.platform !== 'win32')
      .each([
        'kafka-console-consumer --bootstrap-server localhost:9092 --topic orders --from-beginning',
        'kafka-console-producer --bootstrap-server localhost:9092 --topic orders',
      ])('leaves nothing when the program that runs %s is killed with -9', async (line) => {
      const program = spawn('node', [...bench.program, 'run', line], { env: bench.env, stdio: 'ignore' });
      await until(async () => (await bench.toolsRunning()).some((each) => each.includes('kafka.tools')), 20_000);
      program.kill('SIGKILL');
      await nothingRuns();
    });

    it('lets a tool read a file of the folder it runs in', async () => {
      const folder = join(bench.folders.workspace, 'lesson');
      await writeFile(join(folder, 'client.properties'), 'client.id=from-a-file\n');
      const listed = await tool(
        'kafka-topics --bootstrap-server localhost:9092 --command-config client.properties --list',
      );
      expect(listed).toMatchObject({ exitCode: 0, stderr: '' });
    });

    it('names the tool that was meant', async () => {
      expect(engine.tools()).toContain('kafka-topics');
      expect([...engine.tools()].sort()).toEqual(engine.tools());
      const error = await engine.spawnable({ tool: 'kafka-topic', args: [] }).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(UserError);
      expect((error as UserError).explanation.next).toContain('kafka-topics');
    });

    it('refuses the services it does not have', async () => {
      for (const service of serviceNames.filter((name) => !engine.services().includes(name))) {
        await expect(drain(engine.ensure([service]))).rejects.toBeInstanceOf(EnvironmentError);
      }
    });

    it('stops and starts the broker where it was, with its topics', async () => {
      const before = await address();
      await engine.stop('broker');
      expect(await status()).toEqual({ service: 'broker', state: 'stopped', address: before });
      expect(await askBroker(before.host, before.port, 500)).toBeUndefined();
      await engine.stop('broker');
      await engine.start('broker');
      expect(await status()).toMatchObject({ state: 'running', address: before });
      expect((await tool('kafka-topics --bootstrap-server localhost:9092 --list')).stdout).toContain('orders');
    });

    it('kills the broker and comes back from it; a port taken meanwhile is avoided', async () => {
      const before = await address();
      await engine.kill('broker');
      expect(await status()).toMatchObject({ state: 'stopped' });
      const other = createServer((socket) => socket.destroy()).listen(before.port, before.host);
      await once(other, 'listening');
      try {
        const seen = (await drain(engine.ensure(['broker']))).map(({ phase }) => phase);
        expect(seen).toEqual([...seen].sort((a, b) => phases.indexOf(a) - phases.indexOf(b)));
        expect(seen.at(-1)).toBe('ready');
        expect((await address()).port).not.toBe(before.port);
        expect(await offsets('orders')).toBe(3);
      } finally {
        await new Promise((resolve) => other.close(resolve));
      }
    });

    it('gives up its start when aborted, and goes on from there the next time', async () => {
      await engine.stop('broker');
      const abort = new AbortController();
      const run = (async () => {
        for await (const { phase } of engine.ensure(['broker'], abort.signal)) if (phase === 'starting') abort.abort();
      })();
      await expect(run).rejects.toThrow();
      await drain(engine.ensure(['broker']));
      expect(await status()).toMatchObject({ state: 'running' });
    });

    it('makes a folder with the tools for a shell', async () => {
      const folder = await engine.shellPath();
      expect(existsSync(join(folder, process.platform === 'win32' ? 'kafka-topics.bat' : 'kafka-topics.sh'))).toBe(
        true,
      );
    });

    describe('with the cluster', { timeout: 300_000 }, () => {
      const cluster = async (): Promise<ServiceStatus | undefined> =>
        (await engine.status()).find(({ service }) => service === 'cluster');

      /** What the cluster's brokers do, by their numbers. */
      const brokersDo = async () =>
        Object.fromEntries(((await cluster())?.nodes ?? []).map(({ node, state }) => [node, state]));
      const allRun = { 1: 'running', 2: 'running', 3: 'running' };

      /** Waits until every partition of the topic is held by so many brokers. */
      async function inSync(count: number): Promise<void> {
        const place = await engine.address('cluster');
        if (place === undefined) throw new Error('the cluster has no address');
        const reader = await openCluster({ brokers: [addressText(place)], label: 'the cluster' });
        try {
          await until(async () => {
            const partitions = (await reader.topic('shipments'))?.partitions ?? [];
            return partitions.length === 3 && partitions.every(({ isr }) => isr.length === count);
          }, 30_000);
        } finally {
          await reader.close();
        }
      }

      const topics = async (): Promise<readonly string[]> =>
        (await tool('kafka-topics --bootstrap-server localhost:9092 --list')).stdout.split('\n');

      it('refuses it where memory is short, and ends nothing for it', async () => {
        const before = await bench.identity();
        const error = await drain(bench.createEngine({ memoryMb: 100 }).ensure(['cluster'])).catch((thrown) => thrown);
        expect(error).toBeInstanceOf(EnvironmentError);
        expect((error as EnvironmentError).explanation.what).toMatch(/cluster needs about 1100 MB of memory/);
        expect(await engine.kafka()).toBe('broker');
        expect(await status()).toMatchObject({ state: 'running' });
        expect(await bench.identity()).toBe(before);
        expect(await cluster()).toBeUndefined();
      });

      it('brings it up in the place of the broker, and says what it takes', async () => {
        const seen = await drain(engine.ensure(['cluster']));
        const order = seen.map(({ phase }) => phase);
        expect(order).toEqual([...order].sort((a, b) => phases.indexOf(a) - phases.indexOf(b)));
        expect(order).toEqual(expect.arrayContaining(['replacing', 'formatting', 'starting', 'ready']));
        expect(seen.find(({ phase }) => phase === 'starting')).toMatchObject({ service: 'cluster', memoryMb: 1100 });
        expect(await brokersDo()).toEqual(allRun);
        expect(await status()).toMatchObject({ state: 'stopped' });
        expect(await engine.kafka()).toBe('cluster');
        expect(await engine.address('broker')).toBeUndefined();
        const nodes = (await cluster())?.nodes ?? [];
        for (const { address: own } of nodes) {
          const answer = own && (await askBroker(own.host, own.port, 2000));
          expect(answer?.brokers.map(({ id, port }) => ({ id, port })).sort((a, b) => a.id - b.id)).toEqual(
            nodes.map(({ node, address: each }) => ({ id: node, port: each?.port })),
          );
        }
        expect(await engine.address('cluster')).toEqual(nodes[0]?.address);
      });

      it('keeps three copies of a topic, made at any of its brokers', async () => {
        const made = await tool(
          'kafka-topics --bootstrap-server localhost:9094,localhost:9095 --create --topic shipments --partitions 3 --replication-factor 3',
        );
        expect(made).toMatchObject({ exitCode: 0, stdout: 'Created topic shipments.' });
        await inSync(3);
        // At localhost:9092 is the cluster now.
        expect(await topics()).toEqual(['shipments']);
      });

      it('stops a broker, leaves it so, and starts it again', async () => {
        expect(await engine.actionShown('stop', 'broker-2')).toMatch(/^(kill|docker stop|taskkill) /);
        await engine.stop('broker-2');
        await inSync(2);
        expect(await brokersDo()).toEqual({ ...allRun, 2: 'stopped' });
        expect(await drain(engine.ensure(['cluster']))).toEqual([{ service: 'cluster', phase: 'ready' }]);
        await engine.stop('broker-2');
        expect(await brokersDo()).toEqual({ ...allRun, 2: 'stopped' });
        await engine.start('broker-2');
        await engine.start('broker-2');
        expect(await brokersDo()).toEqual(allRun);
        await inSync(3);
      });

      it('kills a broker, which is noticed, and starts it again', async () => {
        await engine.kill('broker-3');
        expect(await brokersDo()).toEqual({ ...allRun, 3: 'stopped' });
        await inSync(2);
        await engine.start('broker-3');
        await inSync(3);
      });

      it('gives the place back to the broker and takes it again; both keep their data', async () => {
        await drain(engine.ensure(['broker']));
        expect(await engine.kafka()).toBe('broker');
        expect(await engine.address('cluster')).toBeUndefined();
        expect(await brokersDo()).toEqual({ 1: 'stopped', 2: 'stopped', 3: 'stopped' });
        expect(await offsets('orders')).toBe(3);
        await drain(engine.ensure(['broker', 'cluster']));
        expect(await engine.kafka()).toBe('cluster');
        expect(await brokersDo()).toEqual(allRun);
        expect(await topics()).toEqual(['shipments']);
      });

      it('goes on from a start that was given up: all of it comes up, or nothing', async () => {
        await engine.kill('cluster');
        const abort = new AbortController();
        const run = (async () => {
          const progress = engine.ensure(['cluster'], abort.signal);
          for await (const { phase } of progress) if (phase === 'starting') abort.abort();
        })();
        await expect(run).rejects.toThrow();
        await drain(engine.ensure(['cluster']));
        expect(await brokersDo()).toEqual(allRun);
        await drain(engine.ensure(['broker']));
      });
    });

    it('goes down, twice, and keeps the data; purge removes all but progress', async () => {
      const before = await address();
      await engine.down({ purge: false });
      await engine.down({ purge: false });
      expect(await status()).toEqual({ service: 'broker', state: 'stopped', address: before });
      await mkdir(bench.folders.home, { recursive: true });
      await writeFile(join(bench.folders.home, 'progress.json'), '{}');
      await engine.down({ purge: true });
      await engine.down({ purge: true });
      expect(await engine.status()).toEqual([{ service: 'broker', state: 'absent' }]);
      expect(existsSync(bench.folders.environment)).toBe(false);
      expect(existsSync(bench.folders.cache)).toBe(false);
      expect(existsSync(join(bench.folders.home, 'progress.json'))).toBe(true);
    });
  });
}
