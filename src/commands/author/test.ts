import { stat, writeFile } from 'node:fs/promises';
import { junitXml } from '../../author/junit.ts';
import { openPassedLessons, type PassedLessons } from '../../author/passed-lessons.ts';
import { type PlannedLesson, planProofs } from '../../author/plan.ts';
import { type LessonProof, statusOfAll } from '../../author/proof.ts';
import { type ProofListener, proveLesson } from '../../author/prove-lesson.ts';
import { selectSteps } from '../../course/index.ts';
import { type ExitCode, exitCodes, UserError } from '../../errors.ts';
import { shownPath } from '../../lesson/author-error.ts';
import type { Pack } from '../../lesson/types.ts';
import { messages } from '../../messages/index.ts';
import { folders } from '../../platform/folders.ts';
import { isPlain } from '../../terminal/screen.ts';
import { openCourse, packErrors } from '../load-course.ts';
import type { CommonOptions } from '../options.ts';
import { printJson, printLine } from '../output.ts';
import { ownLine } from '../own-line.ts';
import { stepsNamed } from '../select.ts';
import type { Workshop } from '../workshop.ts';
import { createLeftovers } from './leftovers.ts';
import { createProofPrinter, printProofSummary, quietListener } from './print-proofs.ts';
import { readTries } from './read-tries.ts';
import { openThrowaway } from './throwaway.ts';
import { whichPack } from './which-pack.ts';

export type AuthorTestOptions = CommonOptions & {
  readonly junit?: string;
  readonly resume?: boolean;
  readonly json?: boolean;
};

/** `author test [LESSON[/STEP]…]`: proves a pack on an environment of its own, which is removed at the end. Returns the exit code. */
export async function authorTestCommand(
  names: readonly string[],
  options: AuthorTestOptions,
  version: string,
): Promise<number> {
  const { given: path, named } = await whichPack(undefined, options.pack);
  const given = named ? path : undefined;
  const pack = await wholePack(given);
  await refuseFolders(pack, names);
  const planned = planProofs(
    pack,
    await readTries(pack),
    names.length === 0 ? [] : stepsNamed(pack, names, options.pack),
  );
  if (options.junit !== undefined) await writeResult(options.junit, junitXml(pack.name, []));
  const { signal, ending, release } = listenForTheEnd();
  const throwaway = await openThrowaway({ ...options, ...(given !== undefined && { pack: given }) });
  try {
    const { engine, because } = await throwaway.workshop.engine();
    const cache = folders().cache;
    const passed = await openPassedLessons(pack.lessons, { cache, engine: engine.kind, version });
    const todo = options.resume ? planned.filter(({ lesson }) => !passed.has(lesson)) : planned;
    const say = messages().authorTest;
    if (!options.json) {
      const leftOut = planned.filter((each) => !todo.includes(each)).map(({ lesson }) => lesson.id);
      if (todo.length === 0) printLine(say.nothingToDo);
      else printLine(say.begin({ lessons: todo.length, engine: engine.kind, because }));
      if (todo.length > 0 && leftOut.length > 0) printLine(say.leftOut({ lessons: leftOut }));
    }
    const listener = options.json ? quietListener : createProofPrinter({ plain: isPlain(process.env, options) });
    const proved = await proveAll(throwaway.workshop, todo, { listener, passed, signal });
    if (options.junit !== undefined) await writeResult(options.junit, junitXml(pack.name, proved));
    if (options.json) printJson(reportOf(pack, engine.kind, proved));
    else if (todo.length > 0) printProofSummary(proved, { interrupted: signal.aborted });
    return ending() ?? exitCodeOf(proved);
  } finally {
    await throwaway.remove();
    release();
  }
}

/** Other verbs take a folder here; this one takes lessons. */
async function refuseFolders(pack: Pack, names: readonly string[]): Promise<void> {
  for (const name of names) {
    if (selectSteps(pack, name) || !(await stat(name).catch(() => undefined))?.isDirectory()) continue;
    const next = ownLine(['author', 'test'], name);
    throw new UserError({ what: messages().author.packByOption({ name }), next }, exitCodes.usage);
  }
}

/** The pack as it was written. Throws UserError also where only one of its lessons has errors. */
async function wholePack(folder: string | undefined): Promise<Pack> {
  const { written } = await openCourse(folder);
  const errors = (written.broken ?? []).flatMap((lesson) => lesson.errors);
  if (errors.length > 0) throw packErrors(errors);
  return written;
}

type ProveAll = { readonly listener: ProofListener; readonly passed: PassedLessons; readonly signal: AbortSignal };

async function proveAll(
  workshop: Workshop,
  planned: readonly PlannedLesson[],
  { listener, passed, signal }: ProveAll,
): Promise<readonly LessonProof[]> {
  const proved: LessonProof[] = [];
  const leftovers = createLeftovers(workshop);
  const { sessionDeps: deps } = workshop;
  for (const each of planned) {
    if (signal.aborted) break;
    const proof = await proveLesson({ ...each, deps, leftovers, placeText, signal }, listener);
    proved.push(proof);
    const status = statusOfAll(proof.proofs);
    if (status === 'failed') await passed.remove(each.lesson);
    else if (status !== 'blocked' && proof.extent === 'whole') await passed.add(each.lesson);
    // What the environment cannot do for one lesson, it cannot do for the next.
    if (status === 'blocked') break;
  }
  return proved;
}

/** `lessons/02-topics/tries.yaml:12:5` */
const placeText: Parameters<typeof proveLesson>[0]['placeText'] = ({ path, line, column }) =>
  `${shownPath(path, process.cwd())}:${line}:${column}`;

function listenForTheEnd() {
  const stopping = new AbortController();
  let code: ExitCode | undefined;
  const stop = (signal: NodeJS.Signals): void => {
    code ??= signal === 'SIGINT' ? exitCodes.interrupted : exitCodes.terminated;
    stopping.abort();
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, stop);
  return {
    signal: stopping.signal,
    ending: () => code,
    release: () => {
      for (const signal of signals) process.off(signal, stop);
    },
  };
}

/** An unusable environment outranks a failure: what could not be looked at is not known. */
function exitCodeOf(proved: readonly LessonProof[]): ExitCode {
  const status = statusOfAll(proved.flatMap(({ proofs }) => proofs));
  if (status === 'blocked') return exitCodes.environment;
  return status === 'failed' ? exitCodes.failed : exitCodes.good;
}

const reportOf = (pack: Pack, engine: string, lessons: readonly LessonProof[]) => ({
  pack: pack.name,
  engine,
  lessons: lessons.map((lesson) => ({ ...lesson, status: statusOfAll(lesson.proofs) })),
});

async function writeResult(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const say = messages().authorTest;
    throw new UserError({ what: say.cannotWrite({ path, reason }), next: say.cannotWriteNext }, exitCodes.usage);
  }
}
