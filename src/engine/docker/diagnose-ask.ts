import { execa } from 'execa';
import {
  type ComposeFact,
  composeFact,
  type DaemonFact,
  type DockerAnswer,
  daemonFact,
  isAtLeast,
} from './docker-facts.ts';

/** The oldest that runs images of today: older ones refuse system calls of their C library (documentation of apache/kafka). */
export const oldestDocker = '20.10.4';

/** A daemon that answers does so in 40 ms; one that hangs must not hold up a learner. */
const probeLimitMs = 2000;

/** Runs one docker command that only asks. Never throws. */
export async function askDocker(
  args: readonly string[],
  { env, limitMs = probeLimitMs }: { readonly env: NodeJS.ProcessEnv; readonly limitMs?: number },
): Promise<DockerAnswer> {
  const child = execa('docker', [...args], { env, extendEnv: false, stdin: 'ignore', reject: false });
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), limitMs);
  });
  const result = await Promise.race([child, limit]);
  clearTimeout(timer);
  if (result === undefined) {
    // It only asks: there is nothing to clean up. A child of its own may keep the pipes open for longer.
    child.kill('SIGKILL');
    child.stdout?.destroy();
    child.stderr?.destroy();
    return { kind: 'no-answer' };
  }
  const { exitCode, signal, stdout, stderr } = result;
  if (exitCode === undefined && signal === undefined) return { kind: 'not-found' };
  return { kind: 'ended', exit: exitCode ?? 1, stdout: stdout ?? '', stderr: stderr ?? '' };
}

/** Everything that decides whether Docker can be used at all. */
export type DockerFacts = { readonly daemon: DaemonFact; readonly compose: ComposeFact };

/** What keeps Docker from being used, the first cause; undefined where nothing does. */
export type DockerProblem =
  | { readonly kind: Exclude<DaemonFact['state'], 'answers' | 'no-context' | 'no-common-api' | 'other'> }
  | { readonly kind: 'no-context'; readonly context: string }
  | { readonly kind: 'no-common-api' | 'other'; readonly says: string }
  | { readonly kind: 'too-old'; readonly version: string }
  | { readonly kind: 'windows-containers' }
  | { readonly kind: 'remote'; readonly host: string }
  | { readonly kind: 'compose-missing' }
  | { readonly kind: 'compose-too-old'; readonly version: string }
  | { readonly kind: 'compose-broken'; readonly says: string };

/** Asks the daemon and looks for the compose plugin, at the same time: 40 and 200 ms, at most 2 s. */
export async function askForFacts(env: NodeJS.ProcessEnv): Promise<DockerFacts> {
  const [version, compose] = await Promise.all([
    askDocker(['version', '--format', '{{json .}}'], { env }),
    askDocker(['compose', 'version', '--short'], { env }),
  ]);
  return { daemon: daemonFact(version), compose: composeFact(compose) };
}

/** Whether the Docker engine can be used here. */
export const probeDocker = async (env: NodeJS.ProcessEnv): Promise<DockerProblem | undefined> =>
  dockerProblem(await askForFacts(env), env);

/** The first cause among the facts. */
export function dockerProblem({ daemon, compose }: DockerFacts, env: NodeJS.ProcessEnv): DockerProblem | undefined {
  switch (daemon.state) {
    case 'answers':
      break;
    case 'no-context':
      return { kind: 'no-context', context: daemon.context };
    case 'no-common-api':
    case 'other':
      return { kind: daemon.state, says: daemon.says };
    default:
      return { kind: daemon.state };
  }
  if (daemon.os !== 'linux') return { kind: 'windows-containers' };
  if (!daemon.isPodman && !isAtLeast(daemon.version, oldestDocker)) return { kind: 'too-old', version: daemon.version };
  const host = remoteHost(env['DOCKER_HOST']);
  if (host !== undefined) return { kind: 'remote', host };
  switch (compose.state) {
    case 'found':
      return undefined;
    case 'missing':
      return { kind: 'compose-missing' };
    case 'too-old':
      return { kind: 'compose-too-old', version: compose.version };
    case 'other':
      return { kind: 'compose-broken', says: compose.says };
    default:
      return compose satisfies never;
  }
}

/** The other machine a docker endpoint is on: its ports on 127.0.0.1 are not ours. undefined for this machine. */
export function remoteHost(endpoint: string | undefined): string | undefined {
  const host = /^(?:tcp|ssh|https?):\/\/(?:[^@/]*@)?(\[[^\]]*\]|[^:/]*)/.exec(endpoint ?? '')?.[1];
  return host === undefined || /^(|localhost|127\..*|\[::1\]|host\.docker\.internal)$/.test(host) ? undefined : host;
}
