import { realpathSync } from 'node:fs';
import { chooseEngine, type EngineChoice, type EngineReason, engineSaid, reasonText } from '../engine/choose.ts';
import type { ChosenEngine, Engine, EngineKind } from '../engine/types.ts';
import { EnvironmentError, isUserError } from '../errors.ts';
import { messages } from '../messages/index.ts';
import { folders } from '../platform/folders.ts';
import { rememberEngine, rememberedEngine } from '../progress/index.ts';
import type { CommonOptions } from './options.ts';

export type OpenEngineOptions = {
  readonly env?: NodeJS.ProcessEnv;
  /** the engine of the last time, where the progress file is open already */
  readonly remembered?: EngineKind | undefined;
  /** told when a service has come up; left out: the choice is written into the progress file */
  readonly remember?: (kind: EngineKind) => Promise<void>;
};

/**
 * The engine a command works with, and one line on why it is this one. Where nothing is asked for or remembered it looks at the
 * machine, which takes up to 2 s with a Docker that hangs. Throws UserError for a name that is none.
 */
export async function openEngine(
  options: Pick<CommonOptions, 'engine'>,
  { env = process.env, ...known }: OpenEngineOptions = {},
): Promise<ChosenEngine> {
  const { home } = folders(env);
  const remembered = 'remembered' in known ? known.remembered : await rememberedEngine(home);
  const { engine: kind, reason } = await choose({ ...askedFor(options, env), remembered }, env);
  const remember = known.remember ?? ((chosen: EngineKind) => rememberEngine(home, chosen));
  const engine = await createEngine(kind, env);
  return {
    engine: rememberedWhenUp(reason.kind === 'neither' ? sayingWhy(engine, reason) : engine, remember),
    // Said when it is read: by then the learner may have switched the language.
    get because() {
      return reasonText(reason);
    },
  };
}

/** The choice for this machine and this learner; nothing is opened. */
export async function chooseHere(
  options: Pick<CommonOptions, 'engine'>,
  env: NodeJS.ProcessEnv,
): Promise<EngineChoice> {
  return choose({ ...askedFor(options, env), remembered: await rememberedEngine(folders(env).home) }, env);
}

/** Throws UserError where a name is asked for that is none; asks nothing of the machine. */
export const checkAskedEngine = (options: Pick<CommonOptions, 'engine'>, env: NodeJS.ProcessEnv): void =>
  void engineSaid(askedFor(options, env));

/** What the command line and the environment say. */
export const askedFor = (options: Pick<CommonOptions, 'engine'>, env: NodeJS.ProcessEnv) => ({
  option: options.engine,
  variable: env['KAFKA_LESSONS_ENGINE'],
});

const choose = (wishes: Parameters<typeof chooseEngine>[0], env: NodeJS.ProcessEnv): Promise<EngineChoice> =>
  chooseEngine(wishes, {
    docker: async () => (await import('../engine/docker/diagnose-ask.ts')).probeDocker(env),
    native: async () => {
      const { missingForNative } = await import('../engine/native/readiness.ts');
      return missingForNative({ env, folders: folders(env) });
    },
  });

/** An engine of this kind for this environment, whether it can be used or not. */
export async function createEngine(kind: EngineKind, env: NodeJS.ProcessEnv): Promise<Engine> {
  const program = { node: process.execPath, main: realpathSync(process.argv[1] ?? '') };
  const options = { folders: folders(env), env, program };
  switch (kind) {
    case 'native':
      return (await import('../engine/native/native-engine.ts')).createNativeEngine(options);
    case 'docker':
      return (await import('../engine/docker/docker-engine.ts')).createDockerEngine(options);
    default:
      return kind satisfies never;
  }
}

/** The choice is kept for the next time once a service has really come up with it. */
function rememberedWhenUp(engine: Engine, remember: (kind: EngineKind) => Promise<void>): Engine {
  return {
    ...engine,
    ensure: async function* (services, signal) {
      yield* engine.ensure(services, signal);
      // That it cannot be kept is told by whoever keeps progress; the lesson can go on.
      if (services.length > 0) await remember(engine.kind).catch(() => undefined);
    },
  };
}

/** Where neither engine is ready, a learner may mend either one: both reasons are told. */
function sayingWhy(engine: Engine, { docker, native }: Extract<EngineReason, { kind: 'neither' }>): Engine {
  return {
    ...engine,
    ensure: async function* (services, signal) {
      try {
        yield* engine.ensure(services, signal);
      } catch (error) {
        if (!isUserError(error) || signal?.aborted) throw error;
        const say = messages().doctor;
        const why = say.neitherReadyWhy({ docker: say.problems[docker.kind], native: native.what });
        throw new EnvironmentError({ what: say.neitherReady, why, next: say.doctorNext });
      }
    },
  };
}
