import { dirname, join } from 'node:path';
import type { StepRef } from '../course/types.ts';
import { isUserError } from '../errors.ts';
import type { Pack } from '../lesson/types.ts';
import { changedStep } from './changed-step.ts';
import type { FolderWatch } from './watch-folders.ts';

/** A pack as its author has just saved it. */
export type Saved = {
  /** the last one that could be read */
  readonly pack: Pack;
  /** what is wrong in its files now */
  readonly problem?: string;
  /** the first step that was changed */
  readonly goTo?: StepRef;
};

export type KeepReading = {
  /** the folder with pack.yaml */
  readonly folder: string;
  /** the pack as it was read last */
  readonly pack: Pack;
  /** Reads the pack anew and takes it. Throws UserError with all that is wrong where it cannot be taken. */
  readonly read: () => Promise<Pick<Saved, 'pack' | 'problem'>>;
  readonly watch: (changed: () => void) => FolderWatch;
  readonly tell: (saved: Saved) => void;
};

/** Reads a pack whenever its author saves something in it. Returns what ends that. */
export function keepReading({ folder, pack: first, read, watch, tell }: KeepReading): () => void {
  let pack = first;
  let reading: Promise<void> = Promise.resolve();
  const readOnce = async (): Promise<void> => {
    try {
      const before = pack;
      const found = await read();
      pack = found.pack;
      const goTo = changedStep(before, pack);
      tell({ ...found, ...(goTo && { goTo }) });
    } catch (error) {
      tell({ pack, problem: problemOf(error) });
    }
    watching.folders(foldersOf(folder, pack));
  };
  const watching = watch(() => {
    // One after the other: the last one that is saved is the last one that is told.
    reading = reading.then(readOnce);
  });
  watching.folders(foldersOf(folder, pack));
  return watching.close;
}

/** All that an error says of an author's files. */
export const problemOf = (error: unknown): string =>
  isUserError(error) ? (error.explanation.why ?? error.explanation.what) : String(error);

/** Where its files are: beside pack.yaml, and beside each lesson.md. */
const foldersOf = (folder: string, { lessons, broken = [] }: Pack): readonly string[] => [
  ...new Set([
    folder,
    ...lessons.map(({ path }) => dirname(path)),
    ...broken.map((lesson) => join(folder, ...lesson.folder.split('/'))),
  ]),
];
