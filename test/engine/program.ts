import { runLine } from '../../src/command/run-line.ts';
import { createDockerEngine } from '../../src/engine/docker/docker-engine.ts';
import { createNativeEngine } from '../../src/engine/native/native-engine.ts';
import { serviceNames } from '../../src/lesson/types.ts';
import { folders } from '../../src/platform/folders.ts';

/**
 * A program of its own for the tests: `docker|native COMPOSE-FOLDER ensure [SERVICE]`, which prints the phases, or `… run LINE`, which runs a
 * line as the product does and stays.
 */
const [kind, compose = '', verb, line = ''] = process.argv.slice(2);
const options = { folders: folders(process.env), env: process.env, ...(compose !== '' && { compose }) };
const engine = kind === 'docker' ? createDockerEngine(options) : createNativeEngine(options);

if (verb === 'ensure') {
  const service = serviceNames.find((name) => name === line) ?? 'broker';
  for await (const { phase } of engine.ensure([service])) process.stdout.write(`${phase}\n`);
} else {
  await runLine(line, { engine }, { workspace: process.cwd(), stdin: { kind: 'open' }, onChunk: () => undefined });
  setInterval(() => undefined, 1000);
}
