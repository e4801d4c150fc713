import type { EngineKind } from '../engine/types.ts';
import { openProgress } from './open-progress.ts';
import { rememberedEngine } from './read-progress.ts';

/** Keeps the engine for the next start, for commands that do not have progress open. Another instance that has, keeps its own. */
export async function rememberEngine(home: string, engine: EngineKind): Promise<void> {
  if ((await rememberedEngine(home)) === engine) return;
  const progress = await openProgress({ home, pack: '' }, { lock: true }).catch(() => undefined);
  if (progress === undefined) return;
  await progress.setEngine(engine).finally(progress.close);
}
