import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { doubtLine } from '../../../../src/command/doubt/doubt-line.ts';
import { loadToolTable } from '../../../../src/command/tools/tool-table.ts';
import { loadCourse } from '../../../../src/commands/load-course.ts';
import { commandsOf } from '../../../../src/ui/block-commands.ts';

const table = await loadToolTable();
const doubt = (line: string, isMuseum = false) => doubtLine(line, table, { isMuseum });
const at = '--bootstrap-server localhost:9092';

describe('doubtLine', () => {
  it.each([
    ['no address', 'kafka-topics.sh --list', `kafka-topics.sh ${at} --list`],
    [
      'no address, in a container',
      'docker exec b kafka-topics.sh --list',
      `docker exec b kafka-topics.sh ${at} --list`,
    ],
    [
      'no address, after a pipe',
      'echo a | kafka-console-producer.sh --topic t',
      `echo a | kafka-console-producer.sh ${at} --topic t`,
    ],
    ['a tool misspelled', `kafka-topic.sh ${at} --list`, `kafka-topics.sh ${at} --list`],
    ['an option misspelled', `kafka-topics.sh ${at} --descirbe`, `kafka-topics.sh ${at} --describe`],
    ['an option cut short', 'kafka-topics.sh --bootstrap localhost:9092 --list', `kafka-topics.sh ${at} --list`],
    ['an option with its value', `kafka-topics.sh ${at} --topci=a --list`, `kafka-topics.sh ${at} --topic=a --list`],
    ['an option of former years', 'kafka-topics.sh --zookeeper localhost:2181 --list', `kafka-topics.sh ${at} --list`],
    [
      'another one',
      'kafka-console-producer.sh --broker-list localhost:9092 --topic a',
      `kafka-console-producer.sh ${at} --topic a`,
    ],
    ['long dashes', `kafka-topics.sh –bootstrap-server localhost:9092 —list`, `kafka-topics.sh ${at} --list`],
    [
      'curly quotes',
      `kafka-topics.sh ${at} --topic “a b” --describe`,
      `kafka-topics.sh ${at} --topic "a b" --describe`,
    ],
  ])('mends %s', (_, line, mended) => {
    expect(doubt(line)).toMatchObject({ mended, explanation: { what: expect.any(String) } });
  });

  it.each([
    ['an option without its value', `kafka-topics.sh ${at} --describe --topic`],
    ['an option taken for a value', `kafka-topics.sh --describe --topic ${at}`],
    ['an option that is far from any', `kafka-topics.sh ${at} --wherever --list`],
  ])('has nothing to put in the place of %s, and explains it', (_, line) => {
    expect(doubt(line)?.explanation.next).toBeDefined();
    expect(doubt(line)?.mended).toBeUndefined();
  });

  it.each([
    ['an open quote', 'kafka-topics.sh --topic "a'],
    ['a tool that is nowhere', 'ls -l'],
    ['a redirection', `kafka-topics.sh ${at} --list > file`],
    ['a verb of our own that is none', 'kafka-lessons wach topic a'],
  ])('says that %s cannot run', (_, line) => {
    expect(doubt(line)?.isHopeless).toBe(true);
  });

  it.each([
    `kafka-topics.sh ${at} --list`,
    'kafka-topics.sh -list -bootstrap-server localhost:9092',
    'kafka-topics.sh --bootstrap-server=localhost:9092 --list',
    'kafka-topics.sh --help',
    'kafka-topics.sh',
    'kafka-metadata-quorum.sh --bootstrap-s localhost:9092 describe --status',
    'kafka-metadata-quorum.sh --bootstrap-controller localhost:9093 describe --status',
    `kafka-console-consumer.sh ${at} --topic a --property print.key=true`,
    `kafka-topics.sh ${at} --create --topic a --config retention.ms=-1`,
    `kafka-topics.sh ${at} --describe --topic 'a–b'`,
    'kafka-storage.sh random-uuid',
    `echo “hello” | kafka-console-producer.sh ${at} --topic a`,
    'curl -s http://localhost:8083/connectors',
    'kafka-e2e-latency.sh localhost:9092 a 10 1 100',
  ])('leaves alone %s', (line) => {
    expect(doubt(line)).toBeUndefined();
  });

  it('knows that the tools of the museum have other options', () => {
    const old = 'kafka-topics.sh --zookeeper localhost:2181 --list';
    expect(doubt(old, true)).toBeUndefined();
    expect(doubt(old, false)).toBeDefined();
  });

  it('doubts no line of the course, but for those that the course wants to fail', async () => {
    const { lessons } = await loadCourse(fileURLToPath(new URL('../../../../lessons/', import.meta.url)));
    const doubted = lessons.flatMap(({ steps }) =>
      steps.flatMap(({ runs, solution }) =>
        [...runs, ...solution].flatMap((block) => {
          if (block.kind !== 'sh') return [];
          const isMuseum = block.at !== undefined;
          return block.expectFail ? [] : commandsOf(block).filter((line) => doubt(line, isMuseum) !== undefined);
        }),
      ),
    );
    expect(doubted).toEqual([]);
  });
});
