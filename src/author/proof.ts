import type { StepKey } from '../course/types.ts';

/** What is proved of a lesson. */
export type Claim =
  /** the step's checks fail before it and hold after its solution */
  | { readonly kind: 'first'; readonly step: string }
  /** the same once more, when the whole lesson is performed again on the same environment */
  | { readonly kind: 'again'; readonly step: string }
  /** a mistake of the step is recognised when it is made */
  | { readonly kind: 'mistake'; readonly step: string; readonly say: string }
  /** nothing is there after the lesson but what it owns */
  | { readonly kind: 'clean' };

/** blocked: the environment could not be used · skipped: this engine lacks what the step needs */
export type ProofStatus = 'passed' | 'failed' | 'blocked' | 'skipped';

/** A claim, and what came of it. */
export type Proof = {
  readonly lesson: string;
  readonly claim: Claim;
  readonly status: ProofStatus;
  readonly ms: number;
  /** where it did not pass: lines for the author */
  readonly problem: readonly string[];
};

/** All that was proved of a lesson, and how long that took. */
export type LessonProof = {
  readonly lesson: string;
  readonly title: string;
  readonly proofs: readonly Proof[];
  readonly ms: number;
  /** whole: all of the lesson was looked at · part: the steps that were named · stopped: before its end */
  readonly extent: 'whole' | 'part' | 'stopped';
};

/** The worst of several: what could not be looked at outranks a wrong answer. */
export function statusOfAll(proofs: readonly Pick<Proof, 'status'>[]): ProofStatus {
  for (const status of ['blocked', 'failed', 'passed'] as const) {
    if (proofs.some((proof) => proof.status === status)) return status;
  }
  return 'skipped';
}

/** `topics/create`, or `topics` where it is about the whole lesson. */
export const placeOf = ({ lesson, claim }: Pick<Proof, 'lesson' | 'claim'>): StepKey | string =>
  claim.kind === 'clean' ? lesson : `${lesson}/${claim.step}`;
