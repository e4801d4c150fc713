import { readFile, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { exitCodes, UserError } from '../errors.ts';
import { messages } from '../messages/index.ts';
import { patiently } from '../platform/patiently.ts';
import { readDocument } from './read-document.ts';
import { emptyDocument, type ProgressDocument } from './schema.ts';

export type ProgressPaths = { readonly current: string; readonly previous: string };

export const progressPaths = (home: string): ProgressPaths => ({
  current: join(home, 'progress.json'),
  previous: join(home, 'progress.previous.json'),
});

export type LoadedProgress = {
  readonly document: ProgressDocument;
  /** the text on the disk that the document was read from; undefined for a new learner */
  readonly text?: string;
  /** what the learner has to be told */
  readonly notices: readonly string[];
  /** neither the file nor the copy before it is good */
  readonly lost: boolean;
};

type Candidate =
  | { readonly state: 'good'; readonly document: ProgressDocument; readonly text: string }
  | { readonly state: 'missing' | 'damaged' };

/**
 * Reads the progress file, or the copy before it where the file is damaged or missing.
 * @param move damaged files are moved aside; without it nothing on the disk is changed
 * @throws UserError for a file of a newer version, and one that may not be read
 */
export async function loadProgress(home: string, { move }: { readonly move: boolean }): Promise<LoadedProgress> {
  const paths = progressPaths(home);
  const current = await readCandidate(paths.current);
  if (current.state === 'good') return { document: current.document, text: current.text, notices: [], lost: false };

  const previous = await readCandidate(paths.previous);
  const say = messages().progress;
  const aside = async (path: string, candidate: Candidate): Promise<string> =>
    move && candidate.state === 'damaged' ? moveAside(path) : path;
  const asideCurrent = await aside(paths.current, current);
  if (previous.state === 'good') {
    const notice =
      current.state === 'missing' ? say.missingRestored : say.damagedRestored({ aside: basename(asideCurrent) });
    return { document: previous.document, text: previous.text, notices: [notice], lost: false };
  }
  const asidePrevious = await aside(paths.previous, previous);
  const lost = current.state === 'damaged' || previous.state === 'damaged';
  const told = basename(current.state === 'damaged' ? asideCurrent : asidePrevious);
  return { document: emptyDocument, notices: lost ? [say.damagedLost({ aside: told })] : [], lost };
}

async function readCandidate(path: string): Promise<Candidate> {
  const say = messages().progress;
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    if (reason === 'ENOENT' || reason === 'ENOTDIR') return { state: 'missing' };
    // A folder in its place holds no progress; anything else may be mended by the learner.
    if (reason === 'EISDIR') return { state: 'damaged' };
    throw new UserError({ what: say.unreadable({ path, reason }), next: say.unreadableNext }, exitCodes.environment);
  }
  const read = readDocument(text);
  switch (read.state) {
    case 'newer':
      throw new UserError({ what: say.newer({ path }), why: say.newerWhy, next: say.newerNext }, exitCodes.environment);
    case 'damaged':
      return { state: 'damaged' };
    case 'good':
      return { state: 'good', document: read.document, text };
  }
}

/** Gives a damaged file another name, with the time in it; returns where it is now. */
async function moveAside(path: string): Promise<string> {
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
  const to = path.replace(/(?:\.previous)?\.json$/, (end) => `${end.replace('.json', '')}.damaged-${stamp}.json`);
  return patiently(() => rename(path, to)).then(
    () => to,
    () => messages().progress.cannotMove({ path }),
  );
}
