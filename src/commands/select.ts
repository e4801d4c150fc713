import { closest, distance } from 'fastest-levenshtein';
import { allSteps, keyOf, selectSteps } from '../course/index.ts';
import type { StepRef } from '../course/types.ts';
import { exitCodes, UserError } from '../errors.ts';
import type { Pack } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import { packErrors } from './load-course.ts';
import { ownLine } from './own-line.ts';

/**
 * The steps that `topics` or `topics/create` name, in course order; given: what `--pack` says.
 * Throws UserError (exit 2) for a name the pack does not have.
 */
export function stepsNamed(pack: Pack, names: readonly string[], given?: string): StepRef[] {
  const chosen = new Set(
    names.flatMap((name) => (selectSteps(pack, name) ?? unknownName(pack, name, given)).map(keyOf)),
  );
  return allSteps(pack).filter((ref) => chosen.has(keyOf(ref)));
}

function unknownName(pack: Pack, name: string, given: string | undefined): never {
  const [lesson] = name.split('/');
  const broken = pack.broken?.find(({ id, folder }) => id === lesson || folder === lesson);
  if (broken) throw packErrors(broken.errors);
  const say = messages().cli;
  const known = [...pack.lessons.map(({ id }) => id), ...allSteps(pack).map(keyOf)];
  const near = known.length > 0 ? closest(name, known) : undefined;
  const isNear = near !== undefined && distance(name, near) <= Math.max(2, name.length / 3);
  const steps = pack.lessons.find(({ id }) => id === lesson)?.steps.map(({ id }) => `${lesson}/${id}`);
  const why = isNear ? say.didYouMean({ name: near }) : steps && messages().lesson.knownHere({ names: steps });
  throw new UserError(
    {
      what: say.unknownStep({ name }),
      ...(why !== undefined && { why }),
      next: ownLine(['list'], given),
    },
    exitCodes.usage,
  );
}
