import { realpathSync } from 'node:fs';
import { chooseEngine } from '../engine/choose.ts';
import { createNativeEngine } from '../engine/native/native-engine.ts';
import type { Engine } from '../engine/types.ts';
import { messages } from '../messages/index.ts';
import { folders } from '../platform/folders.ts';
import type { CommonOptions } from './options.ts';

/**
 * The engine a command works with, and one line on why it is this one: asked for by `--engine` or KAFKA_LESSONS_ENGINE, else
 * native. Throws EnvironmentError where it cannot be had, UserError for a name that is none.
 */
export async function openEngine(
  options: Pick<CommonOptions, 'engine'>,
  env: NodeJS.ProcessEnv = process.env,
): Promise<{ readonly engine: Engine; readonly because: string }> {
  const say = messages().cli.engineReason;
  const asked = options.engine ?? (env['KAFKA_LESSONS_ENGINE'] || undefined);
  const kind = chooseEngine(asked);
  switch (kind) {
    case 'native': {
      const program = { node: process.execPath, main: realpathSync(process.argv[1] ?? '') };
      const engine = createNativeEngine({ folders: folders(env), env, program });
      return { engine, because: asked === undefined ? say.only : say.asked };
    }
  }
}
