import { join } from 'node:path';
import type { FileBlock, Lesson, Step } from '../lesson/types.ts';
import { stepOnScreen } from './view.ts';
import type { ViewState } from './view-state.ts';

/** A file of the open lesson that an editor is to open. */
export type FileToEdit = {
  readonly lesson: string;
  /** where it is */
  readonly path: string;
  /** how it begins, where the lesson says so */
  readonly block?: FileBlock;
};

/**
 * The file of the step on the screen: the one that its solution changes, else the one that the learner may change, else its first one;
 * undefined where it has none, or the folder is not known yet.
 */
export function fileToEdit(state: ViewState): FileToEdit | undefined {
  const found = stepOnScreen(state);
  const name = found && nameOf(found.step);
  if (!found || name === undefined || state.folder === undefined) return undefined;
  const block = blockOf(found.lesson, found.stepIndex, name);
  return { lesson: found.lesson.id, path: join(state.folder, name), ...(block && { block }) };
}

const nameOf = ({ files, solution }: Step): string | undefined =>
  (solution.find((block) => block.kind === 'file') ?? files.find(({ edit }) => edit) ?? files[0])?.name;

/** An exercise may change what an earlier step has written. */
const blockOf = ({ steps }: Lesson, upTo: number, name: string): FileBlock | undefined =>
  steps
    .slice(0, upTo + 1)
    .flatMap(({ files }) => files)
    .findLast((file) => file.name === name);
