import type { StepOutline } from '../../lesson/lesson-context.ts';
import type { Source } from '../../lesson/source.ts';
import type { AuthoredPack } from '../authored-pack.ts';
import type { Finding } from '../finding.ts';

export type SeenStep = StepOutline & {
  readonly source: Source;
  /** the steps of the lesson before this one */
  readonly before: readonly StepOutline[];
};

/** What a rule finds in the steps of all lessons; a step with errors is left out, for parts of it are unknown. */
export function eachStep(pack: AuthoredPack, look: (step: SeenStep) => readonly Finding[]): readonly Finding[] {
  return pack.lessons.flatMap(({ parsed }) =>
    (parsed?.outline ?? []).flatMap((step, index, all) =>
      step.broken || !parsed ? [] : look({ ...step, source: parsed.source, before: all.slice(0, index) }),
    ),
  );
}
