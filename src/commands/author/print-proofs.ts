import { claimName } from '../../author/junit.ts';
import { type LessonProof, type Proof, placeOf, statusOfAll } from '../../author/proof.ts';
import type { ProofListener } from '../../author/prove-lesson.ts';
import { messages } from '../../messages/index.ts';
import { glyphs } from '../../terminal/glyphs.ts';
import { duration, printLine } from '../output.ts';
import { createProgressTeller } from '../progress-teller.ts';

const marks = () => ({ passed: glyphs().good, failed: glyphs().bad, blocked: '!', skipped: '-' }) as const;
const placeWidth = 34;
const slowestShown = 5;

/** Says nothing. */
export const quietListener: ProofListener = { working: () => {}, done: () => {}, event: () => {} };

/** Prints a line a step as soon as all of it was looked at; what is under way stands in a line that goes again, unless `plain`. */
export function createProofPrinter({ plain }: { readonly plain: boolean }): ProofListener {
  const tellProgress = createProgressTeller();
  const { show, clear } = createWorkingLine(process.stderr, plain);
  return {
    working: (claim, lesson) => {
      const say = messages().authorTest.working;
      switch (claim.kind) {
        case 'first':
        case 'again':
          return show(say[claim.kind](claim));
        case 'mistake':
          return show(say.mistake(claim));
        case 'clean':
          return show(say.clean({ lesson }));
        default:
          return claim satisfies never;
      }
    },
    done: (proofs, untried) => {
      clear();
      for (const line of proofLines(proofs, untried)) printLine(line);
    },
    event: (event) => {
      if (event.type !== 'service' || event.state.state !== 'starting') return;
      clear();
      tellProgress(event.state.progress);
    },
  };
}

/** The line of a step, or of a lesson, and below it what failed. */
export function proofLines(proofs: readonly Proof[], untried: number): readonly string[] {
  const say = messages().authorTest;
  const [first] = proofs;
  if (first === undefined) return [];
  const status = statusOfAll(proofs);
  const ms = proofs.reduce((sum, proof) => sum + proof.ms, 0);
  const shown = status === 'skipped' ? say.notHere : whatWasShown(proofs, untried).join(', ');
  const line = [`${marks()[status]} ${placeOf(first).padEnd(placeWidth)}`, shown, duration(ms)]
    .filter(Boolean)
    .join('  ');
  const failed = proofs.filter((proof) => proof.status === 'failed' || proof.status === 'blocked');
  return [line, ...failed.flatMap(problemLines)];
}

export const problemLines = (proof: Proof): readonly string[] => [
  `    ${marks()[proof.status]} ${claimName(proof.claim)}`,
  ...proof.problem.map((line) => `      ${line}`),
];

/** What the claims that hold have shown. */
function whatWasShown(proofs: readonly Proof[], untried: number): readonly string[] {
  const say = messages().authorTest.shown;
  const passed = proofs.filter(({ status }) => status === 'passed');
  const has = (kind: Proof['claim']['kind']): boolean => passed.some(({ claim }) => claim.kind === kind);
  const all = proofs.filter(({ claim }) => claim.kind === 'mistake').length;
  const tried = passed.filter(({ claim }) => claim.kind === 'mistake').length;
  return [
    ...(has('first') ? [say.first] : []),
    ...(has('again') ? [say.again] : []),
    ...(all > 0 ? [say.mistakes({ tried, all })] : []),
    ...(untried > 0 ? [say.untried({ count: untried })] : []),
    ...(has('clean') ? [say.clean] : []),
  ];
}

/** The last lines: how many claims hold, how long each lesson took, and where the time went. */
export function printProofSummary(
  lessons: readonly LessonProof[],
  { interrupted }: { readonly interrupted: boolean },
): void {
  const say = messages().authorTest;
  const proofs = lessons.flatMap((lesson) => lesson.proofs);
  const count = (...statuses: readonly Proof['status'][]): number =>
    proofs.filter(({ status }) => statuses.includes(status)).length;
  printLine(`\n${say.times}`);
  for (const { lesson, proofs: own, ms, extent } of lessons) {
    const mark = extent === 'stopped' ? '-' : marks()[statusOfAll(own)];
    printLine(`${mark} ${lesson.padEnd(placeWidth)}  ${duration(ms)}`);
  }
  printLine(`\n${say.slowest}`);
  for (const [place, ms] of slowest(proofs)) printLine(`  ${place.padEnd(placeWidth)}  ${duration(ms)}`);
  printLine();
  printLine(say.summary({ passed: count('passed'), failed: count('failed', 'blocked'), skipped: count('skipped') }));
  if (interrupted) printLine(say.interrupted);
}

/** The steps by the time that one performance took, with the checks. */
function slowest(proofs: readonly Proof[]): readonly (readonly [place: string, ms: number])[] {
  return proofs
    .filter(({ claim }) => claim.kind === 'first')
    .map((proof) => [placeOf(proof), proof.ms] as const)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, slowestShown);
}

type WorkingStream = Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'>;

/** One line at the bottom of a terminal that is written anew; nothing where there is no terminal. */
function createWorkingLine(stream: WorkingStream, plain: boolean) {
  let isShown = false;
  const clear = (): void => {
    if (isShown) stream.write('\r\x1b[K');
    isShown = false;
  };
  return {
    clear,
    show: (text: string): void => {
      if (!stream.isTTY || plain) return;
      clear();
      stream.write(`  ${text}`.slice(0, Math.max(10, stream.columns - 1)));
      isShown = true;
    },
  };
}
