import { dockerVersion } from './docker-answers.ts';
import { wine } from './wine-here.ts';

/** vitest globalSetup of the project `real`: its last lines say on which engines the tests ran. */
export function setup(): () => void {
  return () => {
    const docker =
      dockerVersion === undefined ? 'docker did not run: docker info does not answer' : `docker ran (${dockerVersion})`;
    const batches =
      wine === undefined ? 'batch files did not run: neither cmd.exe nor wine' : `batch files ran (${wine})`;
    process.stdout.write(`\n    Engines  native ran\n             ${docker}\n             ${batches}\n`);
  };
}
