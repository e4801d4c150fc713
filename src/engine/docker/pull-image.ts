import { execa } from 'execa';
import type { EnvironmentError } from '../../errors.ts';
import { messages } from '../../messages/index.ts';
import { downloadState } from '../download-state.ts';
import type { Progress } from '../types.ts';
import type { DockerContext } from './context.ts';
import { askDaemon, type DaemonAnswer } from './daemon-api.ts';
import { findProblem } from './diagnose-problem.ts';
import { runDocker } from './docker-command.ts';
import { type ImageProblem, imageFact, imageProblem } from './docker-facts-image.ts';
import { dockerError, dockerFailed } from './docker-failed.ts';
import { type Layers, parsePullLine, sumOf, withLine } from './pull-progress.ts';

/** A registry that can be reached names the layers of an image within a second or two. */
const silenceLimitMs = 10_000;

export type PullOptions = {
  readonly signal: AbortSignal;
  /** told when it has to be fetched, and how far that is */
  readonly report: (progress: Omit<Progress, 'service'>) => void;
};

/**
 * Has docker fetch an image if it is not here.
 * @throws EnvironmentError with the reason, within seconds where the registry cannot be reached
 */
export async function ensureImage(context: DockerContext, image: string, options: PullOptions): Promise<void> {
  const { signal, report } = options;
  const answer = await runDocker(context, ['image', 'inspect', '--format', '{{.Architecture}}', image], { signal });
  const fact = imageFact(answer);
  if (fact.state === 'here') return;
  if (fact.state === 'other') throw await dockerFailed(context, messages().docker.cannotLook, answer);
  report({ phase: 'downloading' });
  const problem = await pullImage(context, image, options);
  if (problem !== undefined) throw await cannotPull(context, image, problem);
}

type PullEnd = 'here' | ImageProblem;

/** Through the daemon's API, which tells how far it is; by the command where only that will do: it knows the learner's logins. */
async function pullImage(
  context: DockerContext,
  image: string,
  options: PullOptions,
): Promise<ImageProblem | undefined> {
  const first = await pullThroughDaemon(context, image, options);
  const needsCommand =
    first === undefined || first === 'not-allowed' || first === 'no-such-image' || first === 'rate-limited';
  const end = needsCommand ? await pullByCommand(context, image, options.signal) : first;
  return end === 'here' ? undefined : end;
}

/** undefined if the daemon cannot be asked this way. */
async function pullThroughDaemon(
  context: DockerContext,
  image: string,
  { signal, report }: PullOptions,
): Promise<PullEnd | undefined> {
  const silence = watchSilence(signal);
  const started = Date.now();
  const follow = async ({ status, lines }: DaemonAnswer): Promise<PullEnd> => {
    let layers: Layers = new Map();
    let error = status === 200 ? undefined : '';
    for await (const text of lines) {
      silence.broken();
      const line = parsePullLine(text);
      error = line?.error ?? line?.message ?? error;
      const after = line ? withLine(layers, line) : layers;
      if (after === layers) continue;
      layers = after;
      const { done, total } = sumOf(layers);
      report({ phase: 'downloading', ...downloadState(done, total, Date.now() - started) });
    }
    return error === undefined ? 'here' : imageProblem(error);
  };
  const path = `/images/create?${new URLSearchParams({ fromImage: image })}`;
  const end = await askDaemon(context, { method: 'POST', path, signal: silence.signal }, follow).finally(
    silence.broken,
  );
  signal.throwIfAborted();
  return silence.signal.aborted ? 'registry-unreachable' : end;
}

async function pullByCommand({ env }: DockerContext, image: string, signal: AbortSignal): Promise<PullEnd> {
  const silence = watchSilence(signal);
  const pull = execa('docker', ['pull', image], {
    env,
    extendEnv: false,
    stdin: 'ignore',
    reject: false,
    cancelSignal: silence.signal,
    forceKillAfterDelay: 1000,
  });
  pull.stdout.once('data', silence.broken);
  const { exitCode, stderr } = await pull;
  silence.broken();
  signal.throwIfAborted();
  if (silence.signal.aborted) return 'registry-unreachable';
  return exitCode === 0 ? 'here' : imageProblem(stderr);
}

/** A signal that is also aborted when nothing is heard for too long; from the first word on it takes as long as it takes. */
function watchSilence(outer: AbortSignal): { readonly signal: AbortSignal; readonly broken: () => void } {
  const silent = new AbortController();
  const timer = setTimeout(() => silent.abort(), silenceLimitMs);
  return { signal: AbortSignal.any([outer, silent.signal]), broken: () => clearTimeout(timer) };
}

async function cannotPull(context: DockerContext, image: string, problem: ImageProblem): Promise<EnvironmentError> {
  const broken = await findProblem(context.env);
  if (broken)
    return dockerError({
      what: broken.what,
      ...(broken.why && { why: broken.why }),
      ...(broken.fix && { next: broken.fix }),
    });
  const say = messages().doctor;
  return dockerError({
    what: say.imageUnavailable({ image }),
    why: say.imageProblems[problem],
    next: say.imageFixes[problem]({ image }),
  });
}
