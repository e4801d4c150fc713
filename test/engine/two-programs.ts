import { createNativeEngine } from '../../src/engine/native/native-engine.ts';
import { folders } from '../../src/platform/folders.ts';

/** A program of its own for the tests: brings the broker up and prints its pid. */
const engine = createNativeEngine({ folders: folders(process.env), env: process.env });
for await (const progress of engine.ensure(['broker'])) process.stderr.write(`${JSON.stringify(progress)}\n`);
const [broker] = await engine.status();
process.stdout.write(String(broker?.pid));
