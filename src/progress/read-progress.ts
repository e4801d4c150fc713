import type { CourseRecords } from '../course/types.ts';
import type { EngineKind } from '../engine/types.ts';
import { exitCodes, UserError } from '../errors.ts';
import { messages } from '../messages/index.ts';
import { loadProgress, progressPaths } from './progress-file.ts';

/**
 * The records of a pack, for those who only look: needs no lock and changes nothing.
 * @throws UserError for a file of a newer version, one that may not be read, and one that is lost
 */
export async function readRecords(home: string, pack: string): Promise<CourseRecords> {
  const { document, lost } = await loadProgress(home, { move: false });
  if (lost) {
    const say = messages().progress;
    const what = say.damaged({ path: progressPaths(home).current });
    throw new UserError({ what, why: say.damagedWhy, next: say.damagedNext }, exitCodes.environment);
  }
  return document.packs[pack] ?? { steps: {} };
}

/** The engine used last; undefined where none is remembered. What is wrong with the file is told when it is opened. */
export async function rememberedEngine(home: string): Promise<EngineKind | undefined> {
  return loadProgress(home, { move: false }).then(
    ({ document }) => document.engine,
    () => undefined,
  );
}

/** The language chosen last; undefined where none is remembered. */
export async function rememberedLanguage(home: string): Promise<string | undefined> {
  return loadProgress(home, { move: false }).then(
    ({ document }) => document.language,
    () => undefined,
  );
}
