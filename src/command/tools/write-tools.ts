import { writeFile } from 'node:fs/promises';
import { createNativeEngine } from '../../engine/native/native-engine.ts';
import { toolNames } from '../../engine/tool-table.ts';
import { folders } from '../../platform/folders.ts';
import { readTools } from './read-tools.ts';

/** Writes what Kafka's tools know anew: `npm run tools`. Kafka has to be downloaded, and need not run. */
export async function writeTools(path: string, env: NodeJS.ProcessEnv): Promise<void> {
  const engine = createNativeEngine({ folders: folders(env), env });
  await writeFile(path, `${JSON.stringify(await readTools(engine, toolNames), undefined, 1)}\n`);
}
