import { messages } from '../../messages/index.ts';
import type { Finding, ServiceStatus } from '../types.ts';
import { askDocker, askForFacts, type DockerFacts, remoteHost } from './diagnose-ask.ts';
import { findLeftovers, findPort, findServices } from './diagnose-containers.ts';
import { findImages, type NeededImage } from './diagnose-images.ts';
import { findMachine } from './diagnose-machine.ts';
import { findProblem, problemFinding } from './diagnose-problem.ts';

export type DockerDiagnosis = {
  readonly env: NodeJS.ProcessEnv;
  readonly images: readonly NeededImage[];
  /** of this home: the value of the label `kafka-lessons.project` */
  readonly project: string;
  /** the host's port that the broker would like to have */
  readonly port: number;
  readonly status: () => Promise<readonly ServiceStatus[]>;
};

/**
 * What Docker on this machine has and lacks for the lessons. In order of cause: the first error explains those after it, and
 * where the daemon cannot be used, nothing more is asked of it. Never throws; at most some seconds.
 */
export async function diagnoseDocker(options: DockerDiagnosis): Promise<readonly Finding[]> {
  const { env } = options;
  const facts = await askForFacts(env);
  const problem = await findProblem(env, facts);
  if (problem) return [...foundSoFar(facts), problem];
  const remote = await remoteContext(env);
  if (remote !== undefined) return [await problemFinding({ kind: 'remote', host: remote }, { env })];
  const arch = facts.daemon.state === 'answers' ? facts.daemon.arch : '';
  const findings = await Promise.all([
    findImages(options.images, { env, arch }),
    findMachine(env),
    findPort(options.port, options),
    options.status().then(findServices, () => []),
    findLeftovers(env, options.project),
  ]);
  return [...foundSoFar(facts), ...armNote(arch), ...findings.flat()];
}

/** What is good before the first problem. */
function foundSoFar({ daemon, compose }: DockerFacts): readonly Finding[] {
  if (daemon.state !== 'answers') return [];
  const say = messages().doctor;
  const { version, arch, isPodman } = daemon;
  return [
    { id: 'docker', level: 'ok', what: say.docker({ version, arch }) },
    ...(isPodman ? [{ id: 'podman', level: 'warning', what: say.podman, why: say.podmanWhy } as const] : []),
    ...(compose.state === 'found'
      ? [{ id: 'docker-compose', level: 'ok', what: say.compose({ version: compose.version }) } as const]
      : []),
  ];
}

const armNote = (arch: string): readonly Finding[] =>
  arch === 'arm64' ? [{ id: 'arm', level: 'ok', what: messages().doctor.arm }] : [];

/** A context may point to another machine; `docker version` does not tell. */
async function remoteContext(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const answer = await askDocker(['context', 'inspect', '--format', '{{.Endpoints.docker.Host}}'], { env });
  return answer.kind === 'ended' && answer.exit === 0 ? remoteHost(answer.stdout.trim()) : undefined;
}
