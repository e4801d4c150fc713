import { existsSync } from 'node:fs';
import { execa } from 'execa';
import { messages } from '../../messages/index.ts';
import { findProgram } from '../../platform/find-program.ts';
import { installCommand, type System, thisSystem } from '../../platform/install-command.ts';
import type { Finding } from '../types.ts';
import { askForFacts, type DockerFacts, type DockerProblem, dockerProblem, oldestDocker } from './diagnose-ask.ts';

const say = () => messages().doctor;

type Told = Pick<Finding, 'what' | 'why' | 'fix'>;

/** The problem as a finding: what it means here, and the one command of this system. */
export async function problemFinding(
  problem: DockerProblem,
  { env, context = '' }: { readonly env: NodeJS.ProcessEnv; readonly context?: string },
): Promise<Finding> {
  const system = await thisSystem();
  return { id: `docker-${problem.kind}`, level: 'error', ...(await told(problem, { env, context, system })) };
}

type Surroundings = { readonly env: NodeJS.ProcessEnv; readonly context: string; readonly system: System };

async function told(problem: DockerProblem, { env, context, system }: Surroundings): Promise<Told> {
  const isWindows = system.family === 'windows';
  switch (problem.kind) {
    case 'not-installed':
      return { what: say().dockerMissing, why: say().dockerMissingWhy, fix: await installCommand('docker') };
    case 'not-in-wsl':
      return { what: say().notInWsl, why: say().notInWslWhy, fix: say().notInWslFix };
    case 'not-running': {
      const host = env['DOCKER_HOST'];
      return host
        ? {
            what: say().notRunning,
            why: say().notRunningHost({ host }),
            fix: isWindows ? say().unsetHostWindows : say().unsetHost,
          }
        : { what: say().notRunning, why: say().notRunningWhy, fix: startCommand(system, context) };
    }
    case 'paused':
      return { what: say().paused, fix: say().pausedFix };
    case 'no-permission':
      return isWindows
        ? { what: say().noPermission, why: say().noPermissionWindows, fix: say().joinGroupWindows }
        : { what: say().noPermission, why: say().noPermissionWhy, fix: say().joinGroup };
    case 'no-answer':
      return { what: say().noAnswer({ seconds: 2 }), why: say().noAnswerWhy, fix: restartCommand(system, context) };
    case 'no-context':
      return {
        what: say().noContext({ context: problem.context }),
        why: say().noContextWhy,
        fix: say().noContextFix,
      };
    case 'no-common-api':
      return { what: say().noCommonApi, why: problem.says, fix: await upgradeCommand(system) };
    case 'other':
      return { what: say().dockerOther, why: problem.says, fix: 'docker version' };
    case 'too-old':
      return {
        what: say().tooOld({ version: problem.version, oldest: oldestDocker }),
        why: say().tooOldWhy,
        fix: await upgradeCommand(system),
      };
    case 'windows-containers':
      return { what: say().windowsContainers, why: say().windowsContainersWhy, fix: say().windowsContainersFix };
    case 'remote':
      return {
        what: say().remote({ host: problem.host }),
        why: say().remoteWhy,
        fix: env['DOCKER_HOST'] ? (isWindows ? say().unsetHostWindows : say().unsetHost) : say().noContextFix,
      };
    case 'compose-missing':
      return { what: say().composeMissing, why: await whyNoCompose(env), fix: await installCommand('compose') };
    case 'compose-too-old':
      return {
        what: say().composeTooOld({ version: problem.version }),
        why: say().composeMissingWhy,
        fix: await installCommand('compose'),
      };
    case 'compose-broken':
      return { what: say().composeBroken, why: problem.says, fix: 'docker compose version' };
    default:
      return problem satisfies never;
  }
}

/** Who has the old docker-compose believes to have compose. */
async function whyNoCompose(env: NodeJS.ProcessEnv): Promise<string> {
  const program = await findProgram('docker-compose', env);
  if (program === undefined) return say().composeMissingWhy;
  const { stdout } = await askCompose(program, env);
  const version = /(\d+\.\d+\.\d+)/.exec(stdout)?.[1];
  return version?.startsWith('1.') ? say().composeV1({ version }) : say().composeMissingWhy;
}

async function askCompose(program: string, env: NodeJS.ProcessEnv): Promise<{ readonly stdout: string }> {
  const { stdout } = await execa(program, ['--version'], { env, stdin: 'ignore', reject: false, timeout: 2000 });
  return { stdout: stdout ?? '' };
}

/** Starts the daemon: by the context where that tells who made it, else by the system. */
export function startCommand({ family }: Pick<System, 'family'>, context: string): string {
  if (context === 'colima') return 'colima start';
  if (context === 'orbstack') return 'orb start';
  if (context === 'rootless') return 'systemctl --user start docker';
  if (context.startsWith('desktop') && family !== 'macos') return 'docker desktop start';
  switch (family) {
    case 'macos':
      return 'open -a Docker';
    case 'windows':
      return 'docker desktop start';
    default:
      return existsSync('/run/systemd/system') ? 'sudo systemctl start docker' : 'sudo service docker start';
  }
}

const restartCommand = (system: System, context: string): string =>
  startCommand(system, context)
    .replace(/\bstart\b/, 'restart')
    .replace('open -a Docker', 'docker desktop restart');

const upgradeCommand = async ({ family }: System): Promise<string> =>
  family === 'windows' ? 'winget upgrade Docker.DockerDesktop' : installCommand('docker');

/** What an engine says when it is to start something and Docker cannot be used; undefined where it can. */
export async function findProblem(env: NodeJS.ProcessEnv, facts?: DockerFacts): Promise<Finding | undefined> {
  const known = facts ?? (await askForFacts(env));
  const problem = dockerProblem(known, env);
  const context = 'context' in known.daemon ? known.daemon.context : '';
  return problem && problemFinding(problem, { env, context });
}
