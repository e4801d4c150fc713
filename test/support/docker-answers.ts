import { execFileSync } from 'node:child_process';

/** The daemon's version where `docker info` answers, else undefined: only there the tests of the Docker engine can run. */
export const dockerVersion: string | undefined = askDocker();

export const dockerAnswers: boolean = dockerVersion !== undefined;

function askDocker(): string | undefined {
  try {
    const answer = execFileSync('docker', ['info', '--format', '{{.ServerVersion}}'], {
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 10_000,
      encoding: 'utf8',
    });
    return answer.trim() || undefined;
  } catch {
    return undefined;
  }
}
