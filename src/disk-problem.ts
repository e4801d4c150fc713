import { EnvironmentError, type Explanation, isUserError, type UserError } from './errors.ts';
import { messages } from './messages/index.ts';

/** What a disk refuses: it is full, a place may not be written to, or something else has the name that is needed. */
export type Refusal = 'full' | 'not-allowed' | 'in-the-way';

/** Reads it off a system error; undefined for everything else. */
export function refusalOf(error: unknown): Refusal | undefined {
  switch ((error as NodeJS.ErrnoException | undefined)?.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'full';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'not-allowed';
    case 'ENOTDIR':
    case 'EISDIR':
    case 'EEXIST':
      return 'in-the-way';
    default:
      return undefined;
  }
}

/** What was thrown, as an error for a person: itself if it is one, or what the disk refuses. undefined: it is our bug. */
export function errorForPeople(error: unknown): UserError | undefined {
  if (isUserError(error)) return error;
  const refusal = refusalOf(error);
  const { path, syscall = '' } = (error ?? {}) as NodeJS.ErrnoException;
  // A program or a port can be refused as well, and that is another story.
  const isOfDisk = refusal === 'full' || (path !== undefined && !syscall.startsWith('spawn'));
  return refusal && isOfDisk ? new EnvironmentError(diskProblem(refusal, path)) : undefined;
}

/** What was thrown, said in any case. */
export const explanationOf = (error: unknown): Explanation =>
  errorForPeople(error)?.explanation ?? {
    what: messages().session.fault({ problem: error instanceof Error ? error.message : String(error) }),
  };

function diskProblem(refusal: Refusal, path: string | undefined): Explanation {
  const say = messages().platform.disk;
  return {
    what: path === undefined ? say.refusedSomewhere : say.refused({ path }),
    why: say.why[refusal],
    next: say.next[refusal],
  };
}
