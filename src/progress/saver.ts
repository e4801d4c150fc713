/** Writes states one after the other; of several that wait, only the last. */
export type Saver = {
  /** Resolves when this state, or a later one, is written; rejects if it could not be. Nobody has to look. */
  readonly save: (text: string) => Promise<void>;
  /** Waits until the last state is written; one that could not be is tried once more. Rejects if that fails too. */
  readonly flush: () => Promise<void>;
};

type Job = { text: string; readonly done: Promise<void>; settle: (error?: unknown) => void };

export function createSaver(write: (text: string) => Promise<void>): Saver {
  let waiting: Job | undefined;
  let working: Promise<void> | undefined;
  let unsaved: string | undefined;

  const work = async (): Promise<void> => {
    // States of the same moment become one.
    await Promise.resolve();
    for (let job = waiting; job; job = waiting) {
      waiting = undefined;
      unsaved = job.text;
      try {
        await write(job.text);
        unsaved = undefined;
        job.settle();
      } catch (error) {
        job.settle(error);
      }
    }
    working = undefined;
  };

  const save = (text: string): Promise<void> => {
    waiting ??= newJob(text);
    waiting.text = text;
    const { done } = waiting;
    working ??= work();
    return done;
  };

  return {
    save,
    flush: async () => {
      await working;
      if (unsaved !== undefined) await save(unsaved);
    },
  };
}

function newJob(text: string): Job {
  let settle: Job['settle'] = () => undefined;
  const done = new Promise<void>((resolve, reject) => {
    settle = (error) => (error === undefined ? resolve() : reject(error));
  });
  // A failure that nobody waits for must not end the program.
  done.catch(() => undefined);
  return { text, done, settle };
}
