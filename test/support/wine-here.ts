import { execFileSync } from 'node:child_process';

/** What runs batch files on this machine, else undefined: only there the tests of batch files can run. */
export const wine: string | undefined = process.platform === 'win32' ? 'cmd.exe' : askWine();

function askWine(): string | undefined {
  try {
    return execFileSync('wine', ['--version'], {
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 10_000,
      encoding: 'utf8',
    }).trim();
  } catch {
    return undefined;
  }
}
