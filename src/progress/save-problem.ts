import { refusalOf } from '../disk-problem.ts';
import { EnvironmentError, UserError } from '../errors.ts';
import { messages } from '../messages/index.ts';

/** Why progress could not be saved, for a person. */
export function saveProblem(home: string, error: unknown): UserError {
  if (error instanceof UserError) return error;
  const say = messages().progress;
  // A folder that could not be made when the program began is missing at its end.
  const isMissing = (error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT';
  switch (isMissing ? 'not-allowed' : refusalOf(error)) {
    case 'full':
      return new EnvironmentError({ what: say.notSaved, why: say.diskFull({ home }), next: say.diskFullNext });
    case 'not-allowed':
      return new EnvironmentError({ what: say.notSaved, why: say.readOnly({ home }), next: say.readOnlyNext });
    default: {
      const reason = (error as NodeJS.ErrnoException).code ?? String(error);
      return new EnvironmentError({
        what: say.notSaved,
        why: say.otherReason({ home, reason }),
        next: say.readOnlyNext,
      });
    }
  }
}

/** Another instance has taken the file over while this one did not answer. */
export function lockLost(): UserError {
  const say = messages().progress;
  return new EnvironmentError({ what: say.lockLost, why: say.lockLostWhy, next: say.lockLostNext });
}
