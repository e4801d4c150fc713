import { Unreachable } from '../check/unreachable.ts';
import type { StepRef } from '../course/types.ts';
import { isUserError } from '../errors.ts';
import type { TriedStep, Try } from '../lesson/tries.ts';
import { blockedBy } from '../session/solve.ts';
import { explainBlocked, explainNotTold } from './explain-proof.ts';
import type { Learner } from './learner.ts';
import type { Claim, Proof } from './proof.ts';

export type ProveMistakes = {
  readonly learner: Learner;
  readonly ref: StepRef;
  /** the groups of this step: each begins where the step does */
  readonly tried: readonly TriedStep[];
  /** how a place in an author's file is written */
  readonly placeText: (position: Try['position']) => string;
  readonly tell: (claim: Claim) => void;
  readonly signal: AbortSignal;
};

/** Makes the mistakes of a step as tries.yaml says. Proved of each: exactly its sentence is told, and the step is not passed. */
export async function proveMistakes(given: ProveMistakes): Promise<readonly Proof[]> {
  const proofs: Proof[] = [];
  for (const { tries } of given.tried) {
    for (const [index, each] of tries.entries()) {
      if (given.signal.aborted) return proofs;
      const proof = await proveMistake(each, index === 0, given);
      if (given.signal.aborted) return proofs;
      proofs.push(proof);
      if (proof.status === 'blocked') return proofs;
    }
  }
  return proofs;
}

async function proveMistake(
  each: Try,
  isFirst: boolean,
  { learner, ref, tell, signal, placeText }: ProveMistakes,
): Promise<Proof> {
  const claim: Claim = { kind: 'mistake', step: ref.step, say: each.say };
  tell(claim);
  const begun = performance.now();
  const proof = (status: Proof['status'], problem: readonly string[]): Proof => ({
    lesson: ref.lesson,
    claim,
    status,
    ms: Math.round(performance.now() - begun),
    problem,
  });
  try {
    if (isFirst) await learner.goTo(ref, signal);
    await learner.act(each.deeds, signal);
    const told = await learner.told(each.mistake, signal);
    return told.isWanted ? proof('passed', []) : proof('failed', explainNotTold(each, told, placeText(each.position)));
  } catch (error) {
    if (!isUserError(error) && !(error instanceof Unreachable)) throw error;
    return proof('blocked', explainBlocked([blockedBy(error)]));
  }
}
