import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toolCommand } from '../../../../src/engine/docker/tool-command.ts';
import { folders } from '../../../../src/platform/folders.ts';
import { temporaryFolder } from '../../command/run-support.ts';

const context = (home = '/home/ann/lessons') => ({
  project: 'kafka-lessons',
  folders: folders({ KAFKA_LESSONS_HOME: home }),
});
const list = ['--bootstrap-server', 'localhost:9092', '--list'];

describe('toolCommand', () => {
  it('shows what a person would type', () => {
    const { file, args, stop, shown } = toolCommand('kafka-topics', list, { port: 9092 }, context());
    expect(shown).toBe(
      'docker exec kafka-lessons-broker-1 /opt/kafka/bin/kafka-topics.sh --bootstrap-server localhost:9092 --list',
    );
    expect(file).toBe('docker');
    expect(args.slice(-4)).toEqual(['/opt/kafka/bin/kafka-topics.sh', ...list]);
    expect(args).not.toContain('-t');
    expect(stop).toBe('close-stdin');
  });

  it('uses the address that is right inside when the host has another port', () => {
    const { args, shown } = toolCommand('kafka-topics', list, { port: 40001 }, context());
    expect(args.slice(-2)).toEqual(['broker:19092', '--list']);
    expect(shown).toContain('--bootstrap-server broker:19092');
  });

  it('reaches each broker of the cluster where containers do, from the container of the first', () => {
    const written = ['--bootstrap-server', 'localhost:9092,localhost:9094,127.0.0.1:9095', '--list'];
    const { shown } = toolCommand('kafka-topics', written, { kafka: 'cluster', port: 9092 }, context());
    expect(shown).toBe(
      'docker exec kafka-lessons-kafka-1-1 /opt/kafka/bin/kafka-topics.sh --bootstrap-server kafka-1:19092,kafka-2:19092,kafka-3:19092 --list',
    );
  });

  it('reaches the controller, whose port no host has', () => {
    const shown = (kafka: 'broker' | 'cluster') =>
      toolCommand(
        'kafka-metadata-quorum',
        ['--bootstrap-controller', 'localhost:9093'],
        { kafka, port: 9092 },
        context(),
      ).shown;
    expect(shown('broker')).toContain('--bootstrap-controller broker:29093');
    expect(shown('cluster')).toContain('--bootstrap-controller kafka-1:29093');
  });

  it('keeps the settings of the broker away from the tool', () => {
    const { args } = toolCommand('kafka-topics', list, { port: 9092 }, context());
    expect(args).toContain('KAFKA_HEAP_OPTS=-Xmx256m');
    expect(args).toContain('KAFKA_OPTS=');
  });

  it('feeds a producer its input, and can end it from outside', () => {
    const { args, stop, shown, afterKill } = toolCommand(
      'kafka-console-producer',
      ['--topic', 'it is'],
      { port: 9092 },
      context(),
    );
    expect(shown).toBe(
      "docker exec -i kafka-lessons-broker-1 /opt/kafka/bin/kafka-console-producer.sh --topic 'it is'",
    );
    expect(stop).toBe('end-input');
    const mark = args.find((arg) => arg.startsWith('KAFKA_LESSONS_RUN='));
    expect(mark).toBeDefined();
    expect(afterKill?.args.at(-1)).toBe(mark);
  });

  it('works in the folder of the lesson where a file of it is named, and only there', async () => {
    const home = temporaryFolder();
    const folder = join(home, 'workspace', 'topics');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'move.json'), '{}');
    const shown = (args: readonly string[], where = folder) =>
      toolCommand('kafka-topics', args, { port: 9092, folder: where }, context(home)).shown;
    expect(shown(['--file', 'move.json'])).toContain('docker exec -w /workspace/topics kafka-lessons-broker-1');
    expect(shown(['--file=move.json'])).toContain('-w /workspace/topics');
    expect(shown(['--list'])).not.toContain('-w');
    expect(shown(['--file', 'move.json'], home)).not.toContain('-w');
  });
});
