import { existsSync } from 'node:fs';
import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkLine } from '../command/check-line.ts';
import { kafkaToolNames, museumToolNames } from '../command/known-tools.ts';
import { EnvironmentError, exitCodes, isUserError, UserError } from '../errors.ts';
import { formatAuthorErrors } from '../lesson/author-error.ts';
import type { CheckCommand } from '../lesson/lesson-context.ts';
import { loadPack } from '../lesson/load-pack.ts';
import { translatePack } from '../lesson/translate-pack.ts';
import type { AuthorError, Pack } from '../lesson/types.ts';
import { type Language, language, messages } from '../messages/index.ts';
import { type PackSource, packSource } from '../pack/pack-source.ts';
import { readReadyPack } from '../pack/ready-pack.ts';
import { folders, packsFolder } from '../platform/folders.ts';
import { tellLine } from './output.ts';

/** The course that comes with the program: `lessons` beside `dist`, or at the top of a checkout. */
export function ownPack(): string {
  const places = ['../lessons/', '../../lessons/'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  return places.find((place) => existsSync(join(place, 'pack.yaml'))) ?? join(places[0] ?? '');
}

/** The name under which progress of that course is kept. */
const ownName = 'kafka-lessons';

/** Is it the course that comes with the program? Everything else comes from elsewhere. */
export async function isOwnPack({ folder }: Pick<Pack, 'folder'>): Promise<boolean> {
  const [one, other] = await Promise.all([folder, ownPack()].map((path) => realpath(path).catch(() => path)));
  return one === other;
}

/** Judges the command lines of lessons. */
export const checkCommand: CheckCommand = (line, at) =>
  checkLine(line, at === 'museum' ? museumToolNames : kafkaToolNames);

/** The pack a command was asked for, as it was written and in each language. */
export type Course = { readonly written: Pack; readonly inLanguage: (language: Language) => Promise<Pack> };

/** Reads it in the language in use. Throws as openCourse does. */
export const loadCourse = async (given: string | undefined): Promise<Pack> =>
  (await openCourse(given)).inLanguage(language());

/**
 * Reads the pack a command was asked for, as it was written: a folder, a tarball, a package of npm, or else the course.
 * Translations are read when they are asked for. Places below `cwd` are told from there.
 * @throws UserError with every author's error in it where no lesson can be used, and for a pack that takes the course's name
 */
export async function openCourse(given: string | undefined, cwd: string = process.cwd()): Promise<Course> {
  return (given === undefined && (await openReady(ownPack()))) || readCourse(given, cwd);
}

/** The course as the build has read it. */
async function openReady(folder: string): Promise<Course | undefined> {
  const written = await readReadyPack(folder);
  if (!written) return undefined;
  const inLanguage = async (wanted: Language): Promise<Pack> =>
    (await readReadyPack(folder, wanted)) ?? (await readCourse(folder, folder)).inLanguage(wanted);
  return {
    written,
    inLanguage: once((wanted) => (wanted === written.languages[0] ? Promise.resolve(written) : inLanguage(wanted))),
  };
}

async function readCourse(given: string | undefined, cwd: string): Promise<Course> {
  const result = await loadPack(given === undefined ? ownPack() : await packFolder(given), { checkCommand });
  if (!result.ok) throw packErrors(result.errors, cwd);
  const { pack, originals } = result;
  if (pack.name === ownName && !(await isOwnPack(pack))) {
    const say = messages().pack;
    throw new UserError(
      { what: say.ownName({ name: ownName }), why: say.ownNameWhy, next: say.ownNameNext },
      exitCodes.usage,
    );
  }
  return { written: pack, inLanguage: once((wanted) => translatePack(pack, originals, wanted)) };
}

/** Reads each language once. */
function once(read: Course['inLanguage']): Course['inLanguage'] {
  const packs = new Map<Language, Promise<Pack>>();
  return (wanted) => {
    const known = packs.get(wanted) ?? read(wanted);
    packs.set(wanted, known);
    return known;
  };
}

/** Where the pack lies that `--pack` names; it is unpacked or fetched first where need be. */
export async function packFolder(given: string): Promise<string> {
  const source = await packSource(given, process.cwd());
  if (source.kind === 'folder') return source.folder;
  const { cache } = folders();
  const { unpackTarball } = await import('../pack/read-tarball.ts');
  if (source.kind === 'tarball') return unpackTarball(source.file, cache);
  const folder = join(cache, packsFolder);
  await mkdir(folder, { recursive: true });
  const { fetchPackage } = await import('../pack/npm-pack.ts');
  const onFetch = () => tellLine(messages().pack.fetching({ spec: source.spec }));
  const fetched = fetchPackage(source.spec, { folder, env: process.env, onFetch }).catch((error: unknown) => {
    throw isUserError(error) ? noFolder(error, source) : error;
  });
  return unpackTarball(await fetched, cache);
}

/** A package that cannot be had was perhaps meant as a folder. */
function noFolder({ explanation }: UserError, { spec, near }: Extract<PackSource, { kind: 'npm' }>): EnvironmentError {
  const why = [near === undefined ? undefined : messages().cli.didYouMean({ name: near }), explanation.why];
  const said = why.filter((each) => each !== undefined).join(' ');
  return new EnvironmentError({
    ...explanation,
    what: `${messages().pack.noFolderHere({ given: spec })} ${explanation.what}`,
    ...(said !== '' && { why: said }),
  });
}

/** What a pack was unpacked from, as its user knows it: the file, or the package. undefined: it lies in a folder. */
export async function packOrigin(given: string): Promise<string | undefined> {
  const source = await packSource(given, process.cwd());
  return source.kind === 'folder' ? undefined : source.kind === 'tarball' ? source.file : source.spec;
}

/** What is wrong in the files, each with its place. */
export function packErrors(errors: readonly AuthorError[], cwd: string = process.cwd()): UserError {
  const say = messages().cli;
  const count = errors.length;
  const why = formatAuthorErrors(errors, { cwd });
  return new UserError({ what: say.packErrors({ count }), why, next: say.packErrorsNext }, exitCodes.usage);
}
