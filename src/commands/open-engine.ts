import { realpathSync } from 'node:fs';
import { chooseEngine } from '../engine/choose.ts';
import type { Engine } from '../engine/types.ts';
import { folders } from '../platform/folders.ts';
import { rememberedEngine } from '../progress/index.ts';
import type { CommonOptions } from './options.ts';

/** The engine a command works with, and one line on why it is this one. Throws EnvironmentError where it cannot be had. */
export async function openEngine(
  options: Pick<CommonOptions, 'engine'>,
  env: NodeJS.ProcessEnv = process.env,
): Promise<{ readonly engine: Engine; readonly because: string }> {
  const where = folders(env);
  return chooseEngine({
    asked: options.engine,
    remembered: await rememberedEngine(where.home),
    env,
    folders: where,
    program: { node: process.execPath, main: realpathSync(process.argv[1] ?? '') },
  });
}
