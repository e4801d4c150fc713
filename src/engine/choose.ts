import { distance } from 'fastest-levenshtein';
import { exitCodes, UserError } from '../errors.ts';
import { messages } from '../messages/index.ts';
import type { DockerProblem } from './docker/diagnose-ask.ts';
import type { EngineKind, Finding } from './types.ts';

export const engineKinds = ['docker', 'native'] as const satisfies readonly EngineKind[];

/** Why an engine was taken. */
export type EngineReason =
  | { readonly kind: 'asked-by-option' | 'asked-by-variable' | 'remembered' | 'docker-answers' }
  | { readonly kind: 'without-docker'; readonly docker: DockerProblem }
  /** native, which cannot start anything either: native is the first that it lacks */
  | { readonly kind: 'neither'; readonly docker: DockerProblem; readonly native: Finding };

export type EngineChoice = { readonly engine: EngineKind; readonly reason: EngineReason };

/** What was said about the engine, from the nearest to the farthest. */
export type EngineWishes = {
  /** `--engine` */
  readonly option?: string | undefined;
  /** KAFKA_LESSONS_ENGINE */
  readonly variable?: string | undefined;
  /** the engine a service came up with last, from the progress file */
  readonly remembered?: EngineKind | undefined;
};

/** Looks at the machine; asked only where nothing was said. */
export type EngineProbes = {
  /** undefined: Docker can be used */
  readonly docker: () => Promise<DockerProblem | undefined>;
  /** the first thing that the native engine lacks; undefined: nothing */
  readonly native: () => Promise<Finding | undefined>;
};

/**
 * The engine to use: what is asked for, else the one of the last time, else Docker if it can be used, else native.
 * @throws UserError (wrong usage) for a name that is none
 */
export async function chooseEngine(wishes: EngineWishes, probes: EngineProbes): Promise<EngineChoice> {
  const said = engineSaid(wishes);
  if (said) return said;
  const docker = await probes.docker();
  if (docker === undefined) return { engine: 'docker', reason: { kind: 'docker-answers' } };
  const native = await probes.native();
  return native === undefined
    ? { engine: 'native', reason: { kind: 'without-docker', docker } }
    : { engine: 'native', reason: { kind: 'neither', docker, native } };
}

/**
 * The choice as far as it needs no look at the machine.
 * @throws UserError (wrong usage) for a name that is none
 */
export function engineSaid({ option, variable, remembered }: EngineWishes): EngineChoice | undefined {
  if (option) return { engine: engineNamed(option), reason: { kind: 'asked-by-option' } };
  if (variable) return { engine: engineNamed(variable), reason: { kind: 'asked-by-variable' } };
  return remembered && { engine: remembered, reason: { kind: 'remembered' } };
}

function engineNamed(name: string): EngineKind {
  const kind = engineKinds.find((each) => each === name);
  if (kind) return kind;
  const say = messages().engine;
  const near = engineKinds.find((each) => distance(each, name) <= 2);
  throw new UserError(
    { what: say.engineUnknown({ engine: name }), next: near ? say.didYouMean({ name: near }) : say.enginesKnown },
    exitCodes.usage,
  );
}

/** The reason in a few words, for the header's help and `status`. */
export function reasonText(reason: EngineReason): string {
  const { reasons, problems } = messages().doctor;
  switch (reason.kind) {
    case 'asked-by-option':
      return reasons.askedByOption;
    case 'asked-by-variable':
      return reasons.askedByVariable;
    case 'remembered':
      return reasons.remembered;
    case 'docker-answers':
      return reasons.dockerAnswers;
    case 'without-docker':
      return reasons.withoutDocker({ problem: problems[reason.docker.kind] });
    case 'neither':
      return reasons.neither;
    default:
      return reason satisfies never;
  }
}
