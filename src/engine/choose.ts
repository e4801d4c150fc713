import { distance } from 'fastest-levenshtein';
import { EnvironmentError, exitCodes, UserError } from '../errors.ts';
import { messages } from '../messages/index.ts';
import type { EngineKind } from './types.ts';

const engineKinds = ['native', 'docker'] as const satisfies readonly EngineKind[];

/**
 * The engine to use: what `--engine` says, else native.
 * @param asked the option's text; undefined if it was not given
 * @throws UserError (wrong usage) for a name that is none, EnvironmentError for docker, which this version does not have
 */
export function chooseEngine(asked: string | undefined): 'native' {
  const kind = engineKinds.find((each) => each === asked);
  const say = messages().engine;
  if (asked !== undefined && kind === undefined) {
    const near = engineKinds.find((each) => distance(each, asked) <= 2);
    throw new UserError(
      { what: say.engineUnknown({ engine: asked }), next: near ? say.didYouMean({ name: near }) : say.enginesKnown },
      exitCodes.usage,
    );
  }
  switch (kind) {
    case undefined:
    case 'native':
      return 'native';
    case 'docker':
      throw new EnvironmentError({ what: say.dockerNotYet, why: say.dockerNotYetWhy, next: say.dockerNotYetNext });
    default:
      return kind satisfies never;
  }
}
