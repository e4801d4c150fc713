import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askBroker } from '../../src/engine/ask-broker.ts';
import type { Engine, Progress, ServiceStatus } from '../../src/engine/types.ts';
import { EnvironmentError, UserError } from '../../src/errors.ts';
import type { Folders } from '../../src/platform/folders.ts';
import { drain } from '../support/broker.ts';

/** What the contract needs of an engine under test. */
export type Bench = {
  readonly folders: Folders;
  /** a new engine object over the same folders, as another start of the program would make it */
  createEngine(): Engine;
  /** two programs that call ensure(['broker']) at the same time; resolves to the pids both saw */
  ensureInTwoPrograms(): Promise<readonly (number | undefined)[]>;
  /** removes what is left, whatever happened */
  remove(): Promise<void>;
};

const phases: readonly Progress['phase'][] = [
  'checking',
  'downloading',
  'unpacking',
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

    async function tool(line: string, input?: string) {
      const [tool = '', ...args] = line.split(' ');
      const { file, args: realArgs, env } = await engine.spawnable({ tool, args });
      return execa(file, realArgs, { env, reject: false, ...(input === undefined ? { stdin: 'ignore' } : { input }) });
    }

    const address = async (): Promise<{ host: string; port: number }> => {
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
      const pids = await bench.ensureInTwoPrograms();
      const running = await status();
      expect(running).toMatchObject({ state: 'running', address: { host: '127.0.0.1' } });
      expect(pids).toEqual([running?.pid, running?.pid]);
    });

    it('does nothing, quickly, when the broker is up, also for another engine object', async () => {
      const before = (await status())?.pid;
      const started = performance.now();
      expect(await drain(bench.createEngine().ensure(['broker']))).toEqual([{ service: 'broker', phase: 'ready' }]);
      // The target is 60 ms; the margin is for a machine that does other things.
      expect(performance.now() - started).toBeLessThan(500);
      expect((await status())?.pid).toBe(before);
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
      const { host, port } = await address();
      const { shown } = await engine.spawnable({
        tool: 'kafka-topics',
        args: ['--bootstrap-server=localhost:9092', '--list'],
      });
      expect(shown).toContain(`--bootstrap-server=${host}:${port}`);
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

    it('names the tool that was meant', async () => {
      expect(engine.tools()).toContain('kafka-topics');
      expect([...engine.tools()].sort()).toEqual(engine.tools());
      const error = await engine.spawnable({ tool: 'kafka-topic', args: [] }).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(UserError);
      expect((error as UserError).explanation.next).toContain('kafka-topics');
    });

    it('refuses a service it does not have', async () => {
      await expect(drain(engine.ensure(['museum']))).rejects.toBeInstanceOf(EnvironmentError);
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
      const other = createServer().listen(before.port, before.host);
      await once(other, 'listening');
      try {
        const seen = (await drain(engine.ensure(['broker']))).map(({ phase }) => phase);
        expect(seen).toEqual([...seen].sort((a, b) => phases.indexOf(a) - phases.indexOf(b)));
        expect(seen.at(-1)).toBe('ready');
        expect((await address()).port).not.toBe(before.port);
        const offsets = await tool('kafka-get-offsets --bootstrap-server localhost:9092 --topic orders');
        const total = offsets.stdout.split('\n').reduce((sum, line) => sum + Number(line.split(':')[2]), 0);
        expect(total).toBe(3);
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

    it('goes down, twice, and keeps the data; purge removes all but progress', async () => {
      const before = await address();
      await engine.down({ purge: false });
      await engine.down({ purge: false });
      expect(await status()).toEqual({ service: 'broker', state: 'stopped', address: before });
      await mkdir(bench.folders.home, { recursive: true });
      await writeFile(join(bench.folders.home, 'progress.json'), '{}');
      await engine.down({ purge: true });
      await engine.down({ purge: true });
      expect(await status()).toEqual({ service: 'broker', state: 'absent' });
      expect(existsSync(bench.folders.environment)).toBe(false);
      expect(existsSync(bench.folders.cache)).toBe(false);
      expect(existsSync(join(bench.folders.home, 'progress.json'))).toBe(true);
    });
  });
}
