import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunLineOptions, runLine } from '../../src/command/run-line.ts';
import type { OutputLine, RunEnd } from '../../src/command/types.ts';
import { startTestBroker, type TestBroker } from '../support/broker.ts';
import { temporaryFolder, until } from '../unit/command/run-support.ts';

/** Lines as lessons have them, run by Kafka's own tools against a real broker. */

const server = '--bootstrap-server localhost:9092';
const withinMs = 30_000;
let broker: TestBroker;

beforeAll(async () => {
  broker = await startTestBroker();
});
afterAll(() => broker.stop());

const start = (line: string, options: Partial<RunLineOptions> = {}) =>
  runLine(
    line,
    { engine: broker.engine, env: broker.env },
    { workspace: temporaryFolder(), onChunk: () => undefined, ...options },
  );

async function run(
  line: string,
  options: Partial<RunLineOptions> = {},
): Promise<RunEnd & { readonly text: string[]; readonly stdout: string[] }> {
  const { running } = await start(line, { timeoutMs: 60_000, ...options });
  const end = await running.ended;
  const output = running.output();
  const stdout = output.filter(({ stream }) => stream === 'stdout').map(({ text }) => text);
  return { ...end, stdout, text: output.map(({ text }) => text) };
}

const created = async (topic: string): Promise<string> => {
  const { exit, text } = await run(`kafka-topics.sh ${server} --create --topic ${topic} --partitions 1`);
  expect([exit, text]).toEqual([0, [`Created topic ${topic}.`]]);
  return topic;
};

const readBack = (topic: string, count: number) =>
  run(
    `kafka-console-consumer.sh ${server} --topic ${topic} --from-beginning --max-messages ${count} --timeout-ms 20000`,
  );

describe('Kafka by command line', () => {
  it('understands what the course note says', async () => {
    const topic = await created('from-note');
    const note = `docker exec -it kafka-docker-kafka-1 /opt/kafka_2.13-2.8.1/bin/kafka-topics.sh ${server} --list`;
    const { running, remarks } = await start(note);
    expect((await running.ended).exit).toBe(0);
    expect(running.output()).toContainEqual({ stream: 'stdout', text: topic });
    expect(remarks).toHaveLength(1);
  });

  it('feeds a producer from a pipe', async () => {
    const topic = await created('piped');
    const produced = await run(
      `printf '%s\\n' 'first one' 안녕 | kafka-console-producer.sh ${server} --topic ${topic}`,
    );
    expect([produced.exit, produced.text]).toEqual([0, []]);
    expect((await readBack(topic, 2)).stdout).toEqual(['first one', '안녕']);
  });

  it('joins a consumer and a producer: one topic into another', async () => {
    const [from, to] = [await created('joined-from'), await created('joined-to')];
    await run(`kafka-console-producer.sh ${server} --topic ${from}`, { stdin: { kind: 'text', text: 'a\nb\n' } });
    const consumer = `kafka-console-consumer.sh ${server} --topic ${from} --from-beginning --max-messages 2`;
    expect((await run(`${consumer} | kafka-console-producer.sh ${server} --topic ${to}`)).exit).toBe(0);
    expect((await readBack(to, 2)).stdout).toEqual(['a', 'b']);
  });

  it('types into a producer while a consumer shows it, and stops the consumer', async () => {
    const topic = await created('typed');
    const seen: OutputLine[] = [];
    const consumer = await start(`kafka-console-consumer.sh ${server} --topic ${topic} --from-beginning`, {
      onChunk: ({ lines }) => seen.push(...lines),
    });
    const producer = await start(`kafka-console-producer.sh ${server} --topic ${topic}`, { stdin: { kind: 'open' } });
    producer.running.send('one');
    await until(() => seen.some(({ text }) => text === 'one'), withinMs);
    producer.running.send('two');
    producer.running.endInput();
    expect(await producer.running.ended).toMatchObject({ exit: 0, stopped: false });
    expect(producer.running.output()).toEqual([
      { stream: 'stdin', text: 'one' },
      { stream: 'stdin', text: 'two' },
    ]);
    await until(() => seen.some(({ text }) => text === 'two'), withinMs);
    const asked = performance.now();
    await consumer.running.stop();
    expect(performance.now() - asked).toBeLessThan(5_000);
    expect(await consumer.running.ended).toMatchObject({ stopped: true, timedOut: false });
    expect(seen.filter(({ stream }) => stream === 'stdout').map(({ text }) => text)).toEqual(['one', 'two']);
  });

  it('ends a consumer after its time, and reports a tool that fails', async () => {
    const topic = await created('quiet');
    const timed = await run(`kafka-console-consumer.sh ${server} --topic ${topic}`, { timeoutMs: 2_500 });
    expect(timed).toMatchObject({ timedOut: true, stopped: false });
    const again = await run(`kafka-topics.sh ${server} --create --topic ${topic}`);
    expect(again.exit).toBe(1);
    expect(again.text.join('\n')).toContain('already exists');
  });
});
