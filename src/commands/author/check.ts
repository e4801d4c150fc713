import { relative, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { AuthoredPack, SideFile } from '../../author/authored-pack.ts';
import { sideFiles, sidePath } from '../../author/authored-pack.ts';
import { checkPack } from '../../author/check-pack.ts';
import type { Finding, Severity } from '../../author/finding.ts';
import { readAuthoredPack } from '../../author/read-pack.ts';
import { writeReleased } from '../../author/released.ts';
import { acceptTranslations, readTranslationLock, writeTranslationLock } from '../../author/translation-lock.ts';
import { exitCodes, UserError } from '../../errors.ts';
import { formatAuthorError } from '../../lesson/author-error.ts';
import { messages } from '../../messages/index.ts';
import { checkCommand, packFolder } from '../load-course.ts';
import type { CommonOptions } from '../options.ts';
import { printJson, printLine } from '../output.ts';
import { ownLine } from '../own-line.ts';
import { requireFolder, whichPack } from './which-pack.ts';

export type AuthorCheckOptions = CommonOptions & {
  readonly json?: boolean;
  /** a language */
  readonly accept?: string;
  readonly release?: boolean;
};

/** `author check [DIR]`: tells all that is wrong with a pack. Returns 1 where there is an error; warnings do not count. */
export async function authorCheckCommand(folder: string | undefined, options: AuthorCheckOptions): Promise<number> {
  const { given, named } = await whichPack(folder, options.pack);
  if (!named) requireNoWriting(options, given);
  const byPack = folder === undefined && options.pack !== undefined;
  if (!byPack) await requireFolder(given, ['author', 'check']);
  else if (writes(options)) await (await import('./throwaway.ts')).refuseAllButFolders(given);
  const root = byPack ? await packFolder(given) : resolve(given);
  const line = ownLine(['author', 'check', given]);
  const pack = await readAuthoredPack(root, { checkCommand });
  const written = await write(pack, options, line);
  // What was written may have been what was wrong.
  const findings = checkPack(written.length > 0 ? await readAuthoredPack(root, { checkCommand }) : pack, line);
  if (options.json) printJson(reportOf(pack, findings));
  else print(pack, findings, written);
  return count(findings, 'error') > 0 ? exitCodes.failed : exitCodes.good;
}

const count = (findings: readonly Finding[], severity: Severity): number =>
  findings.filter((one) => one.severity === severity).length;

const writes = ({ accept, release }: AuthorCheckOptions): boolean => accept !== undefined || release === true;

/** Who means a pack of their own must not write into the program's. */
function requireNoWriting({ accept, release }: AuthorCheckOptions, own: string): void {
  const say = messages().author;
  const words = [...(accept === undefined ? [] : ['--accept', accept]), ...(release ? ['--release'] : [])];
  if (words.length === 0) return;
  const next = say.nameAPackNext({ line: ownLine(['author', 'check', 'DIR', ...words]), own });
  throw new UserError({ what: say.nameAPack, next }, exitCodes.usage);
}

/** Writes what `--accept` and `--release` ask for; returns what was done. */
async function write(
  pack: AuthoredPack,
  { accept, release }: AuthorCheckOptions,
  line: string,
): Promise<readonly string[]> {
  const say = messages().author;
  if (accept === undefined && !release) return [];
  const others = pack.languages.slice(1);
  if (accept !== undefined && !others.includes(accept)) {
    const next = say.languagesNext({ languages: others });
    throw new UserError({ what: say.noSuchLanguage({ language: accept }), next }, exitCodes.usage);
  }
  if (pack.errors.length > 0) throw new UserError({ what: say.notWritten, next: say.notWrittenNext({ line }) });
  const done: string[] = [];
  if (accept !== undefined) {
    const path = sidePath(pack, 'translations');
    const former = pack.side.translations && readTranslationLock(path, pack.side.translations).data;
    await writeFileAtomic(path, writeTranslationLock(acceptTranslations(pack, accept, former ?? {})));
    done.push(say.accepted({ language: accept, file: sideFiles.translations }));
  }
  if (release) {
    await writeFileAtomic(sidePath(pack, 'released' satisfies SideFile), writeReleased(pack));
    done.push(say.released({ file: sideFiles.released }));
  }
  return done;
}

function print(pack: AuthoredPack, findings: readonly Finding[], written: readonly string[]): void {
  const say = messages().author;
  for (const one of findings) {
    const message = `${say.severities[one.severity]}: ${one.message}`;
    printLine(`${formatAuthorError({ ...one, message }, { cwd: process.cwd() })}\n`);
  }
  for (const line of written) printLine(line);
  const steps = pack.lessons.reduce((sum, { parsed }) => sum + (parsed?.outline.length ?? 0), 0);
  const [errors, warnings] = [count(findings, 'error'), count(findings, 'warning')];
  printLine(
    findings.length === 0 ? say.clean({ lessons: pack.lessons.length, steps }) : say.summary({ errors, warnings }),
  );
}

function reportOf(pack: AuthoredPack, findings: readonly Finding[]) {
  return {
    folder: pack.folder,
    errors: count(findings, 'error'),
    warnings: count(findings, 'warning'),
    findings: findings.map(({ severity, rule, position, message, suggestion, excerpt }) => ({
      severity,
      rule,
      file: relative(pack.folder, position.path).replaceAll('\\', '/'),
      line: position.line,
      column: position.column,
      message,
      ...(suggestion !== undefined && { suggestion }),
      excerpt,
    })),
  };
}
