import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { quoteWord } from '../../command/quote-line.ts';
import type { Spawnable } from '../../command/types.ts';
import { isInside } from '../../platform/paths.ts';
import { mapAddresses, type PortMap } from '../canonical-addresses.ts';
import { canonicalControllerPort, canonicalPort, type KafkaName } from '../kafkas.ts';
import { heapMbOf, type ToolName } from '../tool-table.ts';
import type { DockerContext } from './context.ts';
import { containerName, type DockerKafka, dockerKafka, innerPort } from './kafka-containers.ts';
import { endMarked, endsWithInput } from './stop-wrapper.ts';

/** As `innerPort`, for the controller. */
const innerControllerPort = 29093;

/** Where the learner's files are in the container (compose/broker.yaml). */
const innerWorkspace = '/workspace';

/** Tools that read their input; for any other it is only a sign of life. */
const readsInput: readonly ToolName[] = ['kafka-console-producer', 'kafka-acls'];

export type ToolUse = {
  /** the Kafka at the lessons' address; the broker if left out */
  readonly kafka?: KafkaName;
  /** the host's port of its first node; undefined before it was ever started */
  readonly port: number | undefined;
  /** the folder on the host that the command runs in */
  readonly folder?: string | undefined;
};

/** A Kafka tool in the container of the first node, with the lesson's addresses replaced by those that are right in there. */
export function toolCommand(
  tool: ToolName,
  written: readonly string[],
  use: ToolUse,
  context: Pick<DockerContext, 'project' | 'folders'>,
): Spawnable {
  const kafka = dockerKafka(use.kafka ?? 'broker');
  const container = containerName(context, kafka.nodes[0]);
  const args = mapAddresses(written, innerAddresses(kafka, use.port));
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

/** The lessons' ports and where they are among the containers: the host's ports do not exist in there. */
function innerAddresses({ nodes }: DockerKafka, port: number | undefined): PortMap {
  const [first] = nodes;
  const isSame = nodes.length === 1 && (port === undefined || port === canonicalPort);
  const addresses = new Map(nodes.map((node) => [node.port, `${node.service}:${innerPort}`]));
  // At its usual port a single broker has the same address inside as outside.
  if (isSame) addresses.delete(canonicalPort);
  return addresses.set(canonicalControllerPort, `${first.service}:${innerControllerPort}`);
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
  if (!isInside(workspace, folder)) return [];
  const names = args.flatMap((arg) => [arg, arg.slice(arg.indexOf('=') + 1)]);
  const isFile = names.some((name) => name !== '' && !isAbsolute(name) && existsSync(join(folder, name)));
  return isFile ? ['-w', [innerWorkspace, ...relative(workspace, folder).split(sep)].filter(Boolean).join('/')] : [];
}
