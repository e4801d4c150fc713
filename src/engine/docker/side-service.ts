import { mkdir } from 'node:fs/promises';
import { messages } from '../../messages/index.ts';
import { freePort } from '../../platform/free-port.ts';
import { withLock } from '../../platform/lock.ts';
import { memoryNeeds, type SideName } from '../side-services.ts';
import { awaitAnswer } from './await-nodes.ts';
import { type ComposeName, ownVariables, upArguments } from './compose-command.ts';
import type { DockerContext } from './context.ts';
import { complaint, runDocker, went } from './docker-command.ts';
import { dockerError, dockerFailed, dockersWords } from './docker-failed.ts';
import { endNodes } from './end-nodes.ts';
import { findContainers } from './kafka-containers.ts';
import { requireMemory } from './memory.ts';
import { ensureImage } from './pull-image.ts';
import { type Answers, readSideState, sideNode, writeSideState } from './side-status.ts';
import { longestCreateMs, type Start, saysPortTaken } from './start-nodes.ts';

/** A service beside Kafka, as it is to run now. */
export type SideService = {
  readonly name: SideName;
  readonly file: ComposeName;
  readonly image: string;
  /** its processes, in words */
  readonly parts: string;
  /** what its compose file is told besides its port; where this changes it begins anew */
  readonly variables: Readonly<Record<string, string>>;
  readonly answers: Answers;
};

const portVariable = (name: SideName): string => `KAFKA_LESSONS_${name.toUpperCase()}_PORT`;

const settingsText = ({ variables }: SideService, port: number): string => JSON.stringify({ port, variables });

/** True if it runs as it is to, and can be used. */
export async function isSideUp(context: DockerContext, side: SideService): Promise<boolean> {
  const state = await readSideState(context.paths, side.name);
  if (state === undefined || state.startedWith !== settingsText(side, state.port)) return false;
  const container = (await findContainers(context, [sideNode(side.name)])).get(side.name);
  return container?.state === 'running' && container.port === state.port && (await side.answers(state.port));
}

/**
 * Brings it up and waits until it can be used: its image, its container, its answer. One that runs with other settings is made
 * anew, by compose. A second program that does the same waits.
 * @throws EnvironmentError with the cause
 */
export async function bringUpSide(context: DockerContext, side: SideService, start: Start): Promise<void> {
  const { name, parts, image } = side;
  const { report, signal } = start;
  const bringUp = async (): Promise<void> => {
    if (await isSideUp(context, side)) return;
    const container = (await findContainers(context, [sideNode(name)], signal)).get(name);
    if (container?.state === 'paused') await runDocker(context, ['unpause', container.name], { signal });
    if ((container?.state ?? 'stopped') === 'stopped') {
      await requireMemory(context, { service: name, neededMb: memoryNeeds[name], parts });
    }
    await ensureImage(context, image, { signal, report: (each) => report({ service: name, ...each }) });
    // A port that was free a moment ago can be gone: once more with another, then it is told.
    const first = await startOnce(context, side, [], start);
    if (first.end === 'ready') return;
    const second = await startOnce(context, side, [first.port], start);
    if (second.end === 'ready') return;
    throw dockerError({ what: messages().engine.brokerFailed({ name }), why: second.why });
  };
  await withLock(context.paths.lock, bringUp, { signal, onWait: () => report({ service: name, phase: 'waiting' }) });
}

type StartEnd = { readonly end: 'ready' } | { readonly end: 'port-taken'; readonly port: number; readonly why: string };

async function startOnce(
  context: DockerContext,
  side: SideService,
  taken: readonly number[],
  { report, signal }: Start,
): Promise<StartEnd> {
  const { name, file, variables, answers } = side;
  const node = sideNode(name);
  const port = await findPort(context, name, taken, signal);
  await writeSideState(context.paths, name, { port });
  // Docker would make it, and root would own it.
  await mkdir(context.folders.workspace, { recursive: true });
  report({ service: name, phase: 'starting', memoryMb: memoryNeeds[name] });
  try {
    const up = await runDocker(context, upArguments(context, file, [name]), {
      env: { ...ownVariables(context), ...variables, [portVariable(name)]: String(port) },
      limitMs: longestCreateMs,
      signal,
    });
    if (!went(up)) {
      const why = complaint(up);
      if (saysPortTaken(why)) return { end: 'port-taken', port, why: dockersWords(why) };
      throw await dockerFailed(context, messages().engine.brokerFailed({ name }), up);
    }
    // It is there from now on, whatever becomes of the wait.
    await writeSideState(context.paths, name, { port, startedWith: settingsText(side, port) });
    report({ service: name, phase: 'waiting', memoryMb: memoryNeeds[name] });
    await awaitAnswer(context, node, signal, async () => (await answers(port)) || undefined);
    return { end: 'ready' };
  } catch (error) {
    // What was asked for and let go of goes on starting: the next start joins it.
    if (!signal.aborted) await endNodes(context, [node], 'kill').catch(() => undefined);
    throw error;
  }
}

/** That of the container that runs; else the one it had, the one of the lessons, or a free one. */
async function findPort(
  context: DockerContext,
  name: SideName,
  taken: readonly number[],
  signal: AbortSignal,
): Promise<number> {
  const node = sideNode(name);
  const container = (await findContainers(context, [node], signal)).get(name);
  const had = container?.port ?? (await readSideState(context.paths, name))?.port ?? node.port;
  const runs = container !== undefined && container.state !== 'stopped';
  return runs && !taken.includes(had) ? had : freePort([had, node.port], taken);
}

/** Ends it. What it keeps, and its port, are kept; nothing to end is no error. */
export const endSide = (context: DockerContext, name: SideName, how: 'stop' | 'kill'): Promise<void> =>
  withLock(context.paths.lock, () => endNodes(context, [sideNode(name)], how));
