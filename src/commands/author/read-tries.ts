import { exitCodes, UserError } from '../../errors.ts';
import { formatAuthorErrors } from '../../lesson/author-error.ts';
import { loadTries } from '../../lesson/load-tries.ts';
import type { TriedStep } from '../../lesson/tries.ts';
import type { Pack } from '../../lesson/types.ts';
import { messages } from '../../messages/index.ts';

/** How mistakes are made, or every author's error in that. */
export async function readTries(
  pack: Pack,
  cwd: string = process.cwd(),
): Promise<ReadonlyMap<string, readonly TriedStep[]>> {
  const { tried, errors } = await loadTries(pack);
  if (errors.length === 0) return tried;
  const say = messages().authorTest;
  const why = formatAuthorErrors(errors, { cwd, most: errors.length });
  throw new UserError(
    { what: say.triesErrors({ errors: errors.length }), why, next: say.triesErrorsNext },
    exitCodes.usage,
  );
}
