import { messages } from '../../messages/index.ts';
import type { AuthoredPack } from '../authored-pack.ts';
import { type Finding, finding } from '../finding.ts';
import { eachStep } from './each-step.ts';

/** Steps in which a learner who is stuck gets no help. */
export function missingHints(pack: AuthoredPack): readonly Finding[] {
  return eachStep(pack, ({ source, step, place }) => {
    const needs = step.kind === 'run' || step.kind === 'exercise';
    if (!needs || step.hints.length > 0) return [];
    return [
      finding('missing-hint', source, place, messages().author.noHint({ id: step.id }), messages().author.addHint),
    ];
  });
}

/** Options of a quiz that do not say why they are right or wrong. */
export function missingFeedback(pack: AuthoredPack): readonly Finding[] {
  return eachStep(pack, ({ source, step, options }) =>
    (step.quiz?.options ?? []).flatMap((option, index) => {
      const place = options[index];
      if (option.feedback !== undefined || place === undefined) return [];
      return [finding('missing-feedback', source, place, messages().author.noFeedback, messages().author.addFeedback)];
    }),
  );
}
