import type { CourseRecords } from '../course/types.ts';
import type { EngineKind } from '../engine/types.ts';
import { isUserError, type UserError } from '../errors.ts';
import { writeWhole } from '../platform/write-whole.ts';
import { type InstanceLock, lockInstance } from './instance-lock.ts';
import { type LoadedProgress, loadProgress, progressPaths } from './progress-file.ts';
import { lockLost, saveProblem } from './save-problem.ts';
import { createSaver } from './saver.ts';
import type { ProgressDocument } from './schema.ts';

/** The progress of one pack, open for a while. Promises of saving reject with UserError; nobody has to look at them. */
export type OpenProgress = {
  /** as they are now: loaded, or last saved */
  readonly records: CourseRecords;
  readonly engine: EngineKind | undefined;
  readonly language: string | undefined;
  /** what the learner has to be told about the file */
  readonly notices: readonly string[];
  /** Remembers records; resolves when they are on the disk. */
  readonly save: (records: CourseRecords) => Promise<void>;
  /** undefined forgets the choice */
  readonly setEngine: (engine: EngineKind | undefined) => Promise<void>;
  readonly setLanguage: (language: string | undefined) => Promise<void>;
  /** Waits until everything is on the disk. Throws UserError if that cannot be. */
  readonly flush: () => Promise<void>;
  /** As flush; then gives the lock back, whatever happened. */
  readonly close: () => Promise<void>;
};

export type OpenProgressOptions = {
  /** Another instance is kept out. Without it nothing on the disk is ever changed: saving only changes `records`. */
  readonly lock: boolean;
  /** told each time that progress could not be saved; the program can go on */
  readonly onProblem?: (problem: UserError) => void;
};

/**
 * Opens the progress file of a home folder for one pack.
 * @throws UserError if another instance is open, the file is of a newer version, or may not be read
 */
export async function openProgress(
  { home, pack }: { readonly home: string; readonly pack: string },
  { lock, onProblem }: OpenProgressOptions,
): Promise<OpenProgress> {
  const locked = lock ? await tryLock(home) : {};
  let loaded: LoadedProgress;
  try {
    loaded = await loadProgress(home, { move: locked.lock !== undefined });
  } catch (error) {
    await locked.lock?.release();
    throw error;
  }
  let document = loaded.document;
  const write = createWriter(home, loaded.text, locked.lock);
  const saver = createSaver((text) =>
    write(text).catch((error) => {
      const problem = saveProblem(home, error);
      // Where there was not even a lock, it was told when progress was opened.
      if (locked.notice === undefined) onProblem?.(problem);
      throw problem;
    }),
  );
  const change = (changed: ProgressDocument): Promise<void> => {
    document = changed;
    return lock ? saver.save(`${JSON.stringify(document, null, 2)}\n`) : Promise.resolve();
  };
  return {
    get records() {
      return document.packs[pack] ?? { steps: {} };
    },
    get engine() {
      return document.engine;
    },
    get language() {
      return document.language;
    },
    notices: [...loaded.notices, ...(locked.notice === undefined ? [] : [locked.notice])],
    save: ({ current, clusters, setups, steps }) => {
      const records = {
        ...(current !== undefined && { current }),
        ...(clusters && { clusters }),
        ...(setups && { setups }),
        steps,
      };
      return change({ ...document, packs: { ...document.packs, [pack]: records } });
    },
    setEngine: (engine) => {
      const { engine: _, ...rest } = document;
      return change(engine === undefined ? rest : { ...rest, engine });
    },
    setLanguage: (language) => {
      const { language: _, ...rest } = document;
      return change(language === undefined ? rest : { ...rest, language });
    },
    flush: saver.flush,
    close: async () => {
      try {
        await saver.flush();
      } finally {
        await locked.lock?.release();
      }
    },
  };
}

/** Where not even a lock can be written, the learner can still learn, and is told that nothing is remembered. */
async function tryLock(home: string): Promise<{ readonly lock?: InstanceLock; readonly notice?: string }> {
  try {
    return { lock: await lockInstance(home) };
  } catch (error) {
    if (isUserError(error)) throw error;
    const { what, why, next } = saveProblem(home, error).explanation;
    return { notice: [what, why, next].join('\n') };
  }
}

/** Writes the file whole or not at all, the last good one beside it. */
function createWriter(home: string, onDisk: string | undefined, lock: InstanceLock | undefined) {
  const paths = progressPaths(home);
  let last = onDisk;
  return async (text: string): Promise<void> => {
    if (lock?.isLost()) throw lockLost();
    if (text === last) return;
    if (last !== undefined) await writeWhole(paths.previous, last);
    await writeWhole(paths.current, text);
    last = text;
  };
}
