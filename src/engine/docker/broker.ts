import { mkdir } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { messages } from '../../messages/index.ts';
import { freePort, loopback } from '../../platform/free-port.ts';
import { withLock } from '../../platform/lock.ts';
import { askBroker } from '../ask-broker.ts';
import { newClusterId } from '../cluster-id.ts';
import type { Progress } from '../types.ts';
import { type BrokerContainer, findContainer, hasVolume } from './broker-container.ts';
import { brokerFailed, brokerSilent } from './broker-failed.ts';
import { answers, type BrokerState, imageClusterId, readBrokerState, writeBrokerState } from './broker-state.ts';
import { composeArguments, composeVariables } from './compose-command.ts';
import type { DockerContext } from './context.ts';
import { complaint, runDocker, went } from './docker-command.ts';
import { dockerError, dockerFailed } from './docker-failed.ts';
import { readImages } from './images.ts';
import { ensureImage } from './pull-image.ts';

/** The port that Kafka's own documentation uses, and every lesson. */
export const canonicalPort = 9092;

/** A broker takes 3-4 s; a slow machine that recovers a crashed log takes many times that. */
const longestStartMs = 90_000;
/** Making a container takes a second, on a slow disk many. */
const longestCreateMs = 90_000;
const pollMs = 50;
/** Between two looks whether the container still runs: each is a process. */
const lookEveryMs = 1000;

type Report = (progress: Progress) => void;
type Start = { readonly report: Report; readonly signal: AbortSignal };

/** The broker if it runs and answers now, in a few milliseconds. */
export async function runningBroker(context: DockerContext): Promise<BrokerState | undefined> {
  const state = await readBrokerState(context.paths);
  return state && (await answers(state)) ? state : undefined;
}

/**
 * Brings the broker up: its image, its container, its answer. A second program that does the same waits.
 * @throws EnvironmentError with the cause
 */
export async function bringUpBroker(context: DockerContext, start: Start): Promise<void> {
  const { report, signal } = start;
  const bringUp = async (): Promise<void> => {
    if (await runningBroker(context)) return;
    const container = await findContainer(context, signal);
    if (container && (await joinRunning(context, container, start))) return;
    const { kafka } = await readImages(context);
    await ensureImage(context, kafka, { signal, report: (each) => report({ service: 'broker', ...each }) });
    // A port that was free a moment ago can be gone: once more with another, then it is told.
    const first = await startOnce(context, container, [], start);
    if (first.end === 'ready') return;
    const second = await startOnce(context, container, [first.port], start);
    if (second.end === 'port-taken')
      throw dockerError({ what: messages().engine.brokerFailed({ name: 'broker' }), why: second.why });
  };
  await withLock(context.paths.lock, bringUp, {
    signal,
    onWait: () => report({ service: 'broker', phase: 'waiting' }),
  });
}

/** A container that runs already: of a start that was interrupted, or made by hand. False if it has to be started anew. */
async function joinRunning(context: DockerContext, container: BrokerContainer, start: Start): Promise<boolean> {
  if (container.state === 'stopped' || container.port === undefined) return false;
  if (container.state === 'paused') await runDocker(context, ['unpause', container.id], { signal: start.signal });
  start.report({ service: 'broker', phase: 'waiting' });
  await waitUntilReady(context, container.port, start.signal);
  return true;
}

type StartEnd = { readonly end: 'ready' } | { readonly end: 'port-taken'; readonly port: number; readonly why: string };

async function startOnce(
  context: DockerContext,
  container: BrokerContainer | undefined,
  taken: readonly number[],
  { report, signal }: Start,
): Promise<StartEnd> {
  const { paths, folders } = context;
  const remembered = await readBrokerState(paths);
  const port = await freePort([remembered?.port ?? container?.port ?? canonicalPort, canonicalPort], taken);
  const isNew = !(await hasVolume(context, signal));
  if (isNew) report({ service: 'broker', phase: 'formatting' });
  // A new volume is a new cluster, and is to be told from the one before. In an old one its own id is what counts.
  const clusterId = isNew ? newClusterId() : (remembered?.clusterId ?? imageClusterId);
  await writeBrokerState(paths, isNew ? { format: 1, port } : { ...remembered, format: 1, port });
  // Docker would make it, and root would own it.
  await mkdir(folders.workspace, { recursive: true });
  report({ service: 'broker', phase: 'starting' });
  const up = await runDocker(context, composeArguments(context, ['up', '--detach', '--no-deps', 'broker']), {
    env: composeVariables(context, { port, clusterId }),
    limitMs: longestCreateMs,
    signal,
  });
  if (!went(up)) {
    if (saysPortTaken(complaint(up))) return { end: 'port-taken', port, why: complaint(up) };
    throw await dockerFailed(context, messages().engine.brokerFailed({ name: 'broker' }), up);
  }
  report({ service: 'broker', phase: 'waiting' });
  await waitUntilReady(context, port, signal);
  return { end: 'ready' };
}

/** Docker's words for a port that is not free, on Linux, in Docker Desktop and on Windows. */
export const saysPortTaken = (text: string): boolean =>
  /port is already allocated|address already in use|ports are not available|forbidden by its access permissions/i.test(
    text,
  );

/**
 * Waits until the broker can be used, and remembers its cluster.
 * @throws EnvironmentError if its container ends, or it does not answer in time
 */
async function waitUntilReady(context: DockerContext, port: number, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + longestStartMs;
  let nextLook = Date.now() + lookEveryMs;
  while (Date.now() < deadline) {
    signal.throwIfAborted();
    const answer = await askBroker(loopback, port, 1000);
    if (answer?.clusterId && answer.brokers.length > 0) {
      await writeBrokerState(context.paths, { format: 1, port, clusterId: answer.clusterId });
      return;
    }
    if (Date.now() >= nextLook) {
      if ((await findContainer(context, signal))?.state !== 'running') throw await brokerFailed(context);
      nextLook = Date.now() + lookEveryMs;
    }
    await delay(pollMs, undefined, { signal });
  }
  throw brokerSilent(context, longestStartMs / 1000);
}

/** Ends the broker: TERM and a grace time, or at once. Its data and its port are kept. Nothing to end is no error. */
export async function endBroker(context: DockerContext, how: 'stop' | 'kill'): Promise<void> {
  await withLock(context.paths.lock, async () => {
    const container = await findContainer(context).catch(() => undefined);
    if (container === undefined || container.state === 'stopped') return;
    const args = how === 'stop' ? ['stop', '--time', '15', container.id] : ['kill', container.id];
    const answer = await runDocker(context, args, { limitMs: 30_000 });
    if (!went(answer)) throw await dockerFailed(context, messages().docker.cannotStop, answer);
  });
}
