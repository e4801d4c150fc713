import { EnvironmentError, UserError } from '../errors.ts';
import { messages } from '../messages/index.ts';

/** Why progress could not be saved, for a person. */
export function saveProblem(home: string, error: unknown): UserError {
  if (error instanceof UserError) return error;
  const say = messages().progress;
  const reason = (error as NodeJS.ErrnoException).code ?? String(error);
  switch (reason) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new EnvironmentError({ what: say.notSaved, why: say.diskFull({ home }), next: say.diskFullNext });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new EnvironmentError({ what: say.notSaved, why: say.readOnly({ home }), next: say.readOnlyNext });
    default:
      return new EnvironmentError({
        what: say.notSaved,
        why: say.otherReason({ home, reason }),
        next: say.readOnlyNext,
      });
  }
}

/** Another instance has taken the file over while this one did not answer. */
export function lockLost(): UserError {
  const say = messages().progress;
  return new EnvironmentError({ what: say.lockLost, why: say.lockLostWhy, next: say.lockLostNext });
}
