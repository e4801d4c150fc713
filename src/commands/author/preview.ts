import { resolve } from 'node:path';
import { keepReading, problemOf } from '../../author/keep-reading.ts';
import { watchFolders } from '../../author/watch-folders.ts';
import { exitCodes, UserError } from '../../errors.ts';
import type { AuthorError, Pack } from '../../lesson/types.ts';
import { messages } from '../../messages/index.ts';
import { isInteractive, isPlain, prepareTerminal } from '../../terminal/screen.ts';
import type { AppOptions } from '../../ui/app.tsx';
import { openCourse, packErrors } from '../load-course.ts';
import type { CommonOptions } from '../options.ts';
import { tellLine } from '../output.ts';
import { ownLine } from '../own-line.ts';
import { runApp } from '../run-app.ts';
import type { Workshop } from '../workshop.ts';
import { readTries } from './read-tries.ts';
import { openThrowaway } from './throwaway.ts';
import { requireFolder, whichPack } from './which-pack.ts';

/** Ending brokers takes longer than ending commands, in milliseconds. */
const graceMs = 30_000;

/**
 * `author preview [DIR]`: the app on a pack that is being written. It follows what is saved; every step is open, and nothing of the
 * author's own progress and environment is touched. Returns the exit code.
 */
export async function authorPreviewCommand(
  folder: string | undefined,
  options: CommonOptions,
  version: string,
): Promise<number> {
  const say = messages().authorPreview;
  const { given } = await whichPack(folder, options.pack);
  await requireFolder(given, ['author', 'preview']);
  const root = resolve(given);
  const own = prepareTerminal(process.env, process, { noColor: !options.color });
  if (!isInteractive(process.stdin, process.stdout) || isPlain(own, options)) {
    throw new UserError({ what: say.needsScreen, next: ownLine(['author', 'check', given]) }, exitCodes.usage);
  }
  const throwaway = await openThrowaway({ ...options, pack: root }, { env: own, anywhere: true });
  const { workshop, env, remove } = throwaway;
  let removed: Promise<void> | undefined;
  const end = (): Promise<void> => {
    removed ??= remove();
    return removed;
  };
  try {
    await runApp(workshop, { version, own: env, plain: false, end, graceMs, onAuthored: authoring(workshop, root) });
    return exitCodes.good;
  } finally {
    tellLine(say.ending);
    await end();
  }
}

/** The app's ear for what is saved. What is wrong from the beginning on is told at once. */
const authoring =
  (workshop: Workshop, root: string): NonNullable<AppOptions['onAuthored']> =>
  (listener) => {
    const read = async () => {
      const course = await openCourse(root, root);
      const errors = brokenIn(course.written);
      if (errors.length > 0) throw packErrors(errors, root);
      const pack = await workshop.take(course);
      const problem = await readTries(course.written, root).then(() => undefined, problemOf);
      return { pack, ...(problem !== undefined && { problem }) };
    };
    const { pack } = workshop;
    const errors = brokenIn(pack);
    if (errors.length > 0) listener({ pack, problem: problemOf(packErrors(errors, root)) });
    return keepReading({ folder: root, pack, read, watch: watchFolders, tell: listener });
  };

const brokenIn = ({ broken = [] }: Pack): readonly AuthorError[] => broken.flatMap(({ errors }) => errors);
