import { execa } from 'execa';
import type { EnvironmentError } from '../../errors.ts';
import { messages } from '../../messages/index.ts';
import type { DockerContext } from './context.ts';
import { findProblem } from './diagnose-problem.ts';
import { runDocker } from './docker-command.ts';
import { type ImageProblem, imageFact, imageProblem } from './docker-facts-image.ts';
import { dockerError, dockerFailed } from './docker-failed.ts';

/** A registry that can be reached names the layers of an image within a second or two. */
const silenceLimitMs = 10_000;

export type PullOptions = {
  readonly signal: AbortSignal;
  /** told once, when it has to be fetched */
  readonly onDownload: () => void;
};

/**
 * Has docker fetch an image if it is not here.
 * @throws EnvironmentError with the reason, within seconds where the registry cannot be reached
 */
export async function ensureImage(context: DockerContext, image: string, options: PullOptions): Promise<void> {
  const { signal } = options;
  const answer = await runDocker(context, ['image', 'inspect', '--format', '{{.Architecture}}', image], { signal });
  const fact = imageFact(answer);
  if (fact.state === 'here') return;
  if (fact.state === 'other') throw await dockerFailed(context, messages().docker.cannotLook, answer);
  options.onDownload();
  const problem = await pullImage(context, image, signal);
  if (problem !== undefined) throw await cannotPull(context, image, problem);
}

/** undefined: it is here now. */
async function pullImage(
  { env }: DockerContext,
  image: string,
  signal: AbortSignal,
): Promise<ImageProblem | undefined> {
  const silent = new AbortController();
  const timer = setTimeout(() => silent.abort(), silenceLimitMs);
  const pull = execa('docker', ['pull', image], {
    env,
    extendEnv: false,
    stdin: 'ignore',
    reject: false,
    cancelSignal: AbortSignal.any([signal, silent.signal]),
    forceKillAfterDelay: 1000,
  });
  // From the first word on it takes as long as it takes.
  pull.stdout.once('data', () => clearTimeout(timer));
  const { exitCode, stderr } = await pull;
  clearTimeout(timer);
  signal.throwIfAborted();
  if (silent.signal.aborted) return 'registry-unreachable';
  return exitCode === 0 ? undefined : imageProblem(stderr);
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
