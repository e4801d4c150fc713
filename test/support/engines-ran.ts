import { dockerVersion } from './docker-answers.ts';

/** vitest globalSetup of the project `real`: its last lines say on which engines the tests ran. */
export function setup(): () => void {
  return () => {
    const docker =
      dockerVersion === undefined ? 'docker did not run: docker info does not answer' : `docker ran (${dockerVersion})`;
    process.stdout.write(`\n    Engines  native ran\n             ${docker}\n`);
  };
}
