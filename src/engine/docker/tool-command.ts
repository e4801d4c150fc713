import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { quoteWord } from '../../command/quote-line.ts';
import type { Spawnable } from '../../command/types.ts';
import { mapAddresses } from '../canonical-addresses.ts';
import { heapMbOf, type ToolName } from '../tool-table.ts';
import { canonicalPort } from './broker.ts';
import { containerName } from './broker-container.ts';
import type { DockerContext } from './context.ts';
import { endMarked, endsWithInput } from './stop-wrapper.ts';

/** Where clients inside the project's network reach the broker, whatever port the host has for it. */
const innerAddress = 'broker:19092';

/** Where the learner's files are in the container (compose/broker.yaml). */
const innerWorkspace = '/workspace';

/** Tools that read their input; for any other it is only a sign of life. */
const readsInput: readonly ToolName[] = ['kafka-console-producer', 'kafka-acls'];

export type ToolUse = {
  /** the host's port of the broker; undefined before it was ever started */
  readonly port: number | undefined;
  /** the folder on the host that the command runs in */
  readonly folder?: string | undefined;
};

/** A Kafka tool in the broker's container, with the lesson's addresses replaced by those that are right in there. */
export function toolCommand(
  tool: ToolName,
  written: readonly string[],
  use: ToolUse,
  context: Pick<DockerContext, 'project' | 'folders'>,
): Spawnable {
  const container = containerName(context);
  // At its usual port the broker has the same address inside as outside.
  const isMoved = use.port !== undefined && use.port !== canonicalPort;
  const args = isMoved ? mapAddresses(written, new Map([[canonicalPort, innerAddress]])) : written;
  const place = placeOf(written, use.folder, context.folders.workspace);
  const command = [`/opt/kafka/bin/${tool}.sh`, ...args];
  const options = ['-i', ...place, ...variables(heapMbOf(tool))];
  const shown = (flags: readonly string[]): string =>
    ['docker', 'exec', ...flags, container, ...command].map(quoteWord).join(' ');
  if (!readsInput.includes(tool)) {
    return {
      file: 'docker',
      args: ['exec', ...options, container, 'sh', '-c', endsWithInput, 'sh', ...command],
      env: {},
      stop: 'close-stdin',
      shown: shown(place),
    };
  }
  const mark = `KAFKA_LESSONS_RUN=${randomUUID()}`;
  return {
    file: 'docker',
    args: ['exec', ...options, '-e', mark, container, ...command],
    env: {},
    stop: 'end-input',
    afterKill: { file: 'docker', args: ['exec', container, 'sh', '-c', endMarked, mark] },
    shown: shown(['-i', ...place]),
  };
}

/**
 * Variables of the JVM. The container's own are the broker's and would reach tools as well (its heap, its debugging options).
 * C1, the serial collector and the image's archive of classes make a tool start in half the time.
 */
const variables = (heapMb: number): readonly string[] =>
  [
    `KAFKA_HEAP_OPTS=-Xmx${heapMb}m`,
    'KAFKA_OPTS=',
    'KAFKA_JVM_PERFORMANCE_OPTS=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:SharedArchiveFile=/opt/kafka/kafka.jsa',
    // Left empty, Kafka's script would switch JMX on, which takes a tenth of a second.
    'KAFKA_JMX_OPTS=-Xshare:auto',
    // Names of topics and records are UTF-8.
    'LC_ALL=C.UTF-8',
  ].flatMap((variable) => ['-e', variable]);

/** The working folder, only for a command that names a file of the learner's: then the container has to find it. */
function placeOf(args: readonly string[], folder: string | undefined, workspace: string): readonly string[] {
  if (folder === undefined) return [];
  const inside = relative(workspace, folder);
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return [];
  const names = args.flatMap((arg) => [arg, arg.slice(arg.indexOf('=') + 1)]);
  const isFile = names.some((name) => name !== '' && !isAbsolute(name) && existsSync(join(folder, name)));
  return isFile ? ['-w', [innerWorkspace, ...inside.split(sep)].filter(Boolean).join('/')] : [];
}
