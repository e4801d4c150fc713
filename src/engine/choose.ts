import { EnvironmentError } from '../errors.ts';
import { messages } from '../messages/index.ts';
import type { Folders } from '../platform/folders.ts';
import type { Program } from './native/context.ts';
import { createNativeEngine } from './native/native-engine.ts';
import type { Engine, EngineKind } from './types.ts';

/** The engine a command works with, and one line on why it is this one. */
export type EngineChoice = { readonly engine: Engine; readonly because: string };

/**
 * Asked for (`--engine`, `KAFKA_LESSONS_ENGINE`), else remembered, else native.
 * @throws EnvironmentError for an engine this version does not have
 */
export async function chooseEngine(options: {
  readonly asked: EngineKind | undefined;
  readonly remembered: EngineKind | undefined;
  readonly env: NodeJS.ProcessEnv;
  readonly folders: Folders;
  readonly program: Program;
}): Promise<EngineChoice> {
  const say = messages().engine;
  const named = options.asked ?? options.env['KAFKA_LESSONS_ENGINE'];
  const kind = named ?? 'native';
  if (kind !== 'native') throw new EnvironmentError({ what: say.noSuchEngine({ kind }), next: say.useNative });
  const because = named === undefined ? say.onlyNative : say.asked;
  return { engine: createNativeEngine(options), because };
}
