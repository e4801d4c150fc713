import { Unreachable } from '../check/unreachable.ts';
import { isUserError } from '../errors.ts';
import type { TriedStep, Try } from '../lesson/tries.ts';
import type { Lesson } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import type { SessionDeps } from '../session/deps.ts';
import type { SessionEvent } from '../session/events.ts';
import { createHeadless } from '../session/headless.ts';
import { blockedBy } from '../session/solve.ts';
import { explainBlocked } from './explain-proof.ts';
import { openLearner } from './learner.ts';
import { type Claim, type LessonProof, type Proof, statusOfAll } from './proof.ts';
import { proveMistakes } from './prove-mistakes.ts';
import { proveSteps } from './prove-steps.ts';

export type ProveLesson = {
  readonly deps: SessionDeps;
  readonly lesson: Lesson;
  readonly tried: readonly TriedStep[];
  /** the steps to prove; those before them are performed all the same. All if left out. */
  readonly only?: readonly string[] | undefined;
  /** Removes what the lesson owns and names what somebody has made that is still there. */
  readonly leftovers: (lesson: Lesson) => Promise<readonly string[]>;
  /** how a place in an author's file is written */
  readonly placeText: (position: Try['position']) => string;
  readonly signal: AbortSignal;
};

/** What is heard of a lesson while it is proved. */
export type ProofListener = {
  /** a claim is being looked at */
  readonly working: (claim: Claim, lesson: string) => void;
  /** all that is claimed of a step, or of the whole lesson, has been looked at; untried: how many of the step's mistakes nobody makes */
  readonly done: (proofs: readonly Proof[], untried: number) => void;
  readonly event: (event: SessionEvent) => void;
};

/**
 * Proves a lesson on whatever environment `deps` lead to: each step twice, then its mistakes, then that nothing is left. What is wrong
 * with the lesson or the environment is in the result, not thrown.
 */
export async function proveLesson(given: ProveLesson, listener: ProofListener): Promise<LessonProof> {
  const { lesson, only, signal } = given;
  const begun = performance.now();
  const performed = await performTwice(given, listener);
  const proofs = [...performed];
  const learner = openLearner(given.deps);
  try {
    for (const { id, mistakes: known } of signal.aborted ? [] : lesson.steps) {
      const ofStep = performed.filter(({ claim }) => claim.kind !== 'clean' && claim.step === id);
      if (ofStep.length === 0 || (only && !only.includes(id))) continue;
      const tried = given.tried.filter(({ step }) => step === id);
      const mistakes = canBeTried(ofStep)
        ? await proveMistakes({
            learner,
            ref: { lesson: lesson.id, step: id },
            tried,
            placeText: given.placeText,
            tell: (claim) => listener.working(claim, lesson.id),
            signal,
          })
        : [];
      proofs.push(...mistakes);
      if (signal.aborted) break;
      const made = new Set(tried.flatMap(({ tries }) => tries.map(({ say }) => say)));
      listener.done([...ofStep, ...mistakes], known.filter(({ say }) => !made.has(say)).length);
      if (statusOfAll(mistakes) === 'blocked') break;
    }
  } finally {
    await learner.close();
  }
  if (!signal.aborted && statusOfAll(proofs) !== 'blocked') {
    const clean = await proveClean(given, listener);
    proofs.push(clean);
    listener.done([clean], 0);
  }
  return {
    lesson: lesson.id,
    title: lesson.title,
    proofs: proofs.filter(({ claim }) => only === undefined || claim.kind === 'clean' || only.includes(claim.step)),
    ms: Math.round(performance.now() - begun),
    extent: signal.aborted ? 'stopped' : only === undefined ? 'whole' : 'part',
  };
}

async function performTwice(
  { deps, lesson, only, signal }: ProveLesson,
  { working, event }: ProofListener,
): Promise<readonly Proof[]> {
  const tell = (claim: Claim): void => working(claim, lesson.id);
  const last = only && lesson.steps.findLast(({ id }) => only.includes(id))?.id;
  const headless = createHeadless(deps);
  headless.subscribe(event);
  try {
    const first = await proveSteps({ headless, lesson, time: 'first', last, tell, signal });
    await headless.leave(lesson.id);
    // What cannot be performed once cannot be performed again.
    if (!first.complete) return first.proofs;
    const again = await proveSteps({ headless, lesson, time: 'again', last, tell, signal });
    await headless.leave(lesson.id);
    return [...first.proofs, ...again.proofs];
  } finally {
    await headless.close();
  }
}

/** The step could be performed here, so that one can also get it wrong. */
const canBeTried = (proofs: readonly Proof[]): boolean =>
  proofs.every(({ status }) => status === 'passed' || status === 'failed');

async function proveClean({ lesson, leftovers }: ProveLesson, { working }: ProofListener): Promise<Proof> {
  const claim: Claim = { kind: 'clean' };
  working(claim, lesson.id);
  const begun = performance.now();
  const proof = (status: Proof['status'], problem: readonly string[]): Proof => ({
    lesson: lesson.id,
    claim,
    status,
    ms: Math.round(performance.now() - begun),
    problem,
  });
  const say = messages().authorTest;
  try {
    const names = await leftovers(lesson);
    if (names.length === 0) return proof('passed', []);
    return proof('failed', [say.left({ names }), say.next({ text: say.leftNext })]);
  } catch (error) {
    if (!isUserError(error) && !(error instanceof Unreachable)) throw error;
    return proof('blocked', explainBlocked([blockedBy(error)]));
  }
}
