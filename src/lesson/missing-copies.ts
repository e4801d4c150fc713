import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { messages } from '../messages/index.ts';
import { leaves } from './leaves.ts';
import type { ParsedLesson } from './parse-lesson.ts';
import { authorError } from './source.ts';
import type { AuthorError } from './types.ts';

/** Files that steps copy into the workspace and that are not beside the lesson. */
export async function missingCopies(root: string, { lesson, source }: ParsedLesson): Promise<readonly AuthorError[]> {
  const errors: AuthorError[] = [];
  for (const { from, position } of lesson?.steps.flatMap(({ files }) => files) ?? []) {
    if (from === undefined) continue;
    const path = join(dirname(source.path), ...from.split('/'));
    const isThere = await stat(path).then(
      (found) => found.isFile(),
      () => false,
    );
    if (isThere && !(await leaves(root, path))) continue;
    errors.push(authorError(source, position, messages().lesson.fromMissing({ name: from })));
  }
  return errors;
}
