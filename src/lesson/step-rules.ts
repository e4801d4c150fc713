import { messages } from '../messages/index.ts';
import type { LessonContext } from './lesson-context.ts';
import type { StepParts } from './step-parts.ts';
import { didYouMean } from './suggest.ts';
import type { StepKind } from './types.ts';

/** What a step is, by its parts. */
export function stepKind({ runs, places, quiz }: StepParts): StepKind {
  if (runs.length > 0) return 'run';
  if (quiz !== undefined) return 'quiz';
  return places.has('check') && places.has('solution') ? 'exercise' : 'reading';
}

/** Tells of parts that do not fit together, once all of a step is known. */
export function refuseMismatches(parts: StepParts, { problems, backgroundIds }: LessonContext): void {
  const m = messages().lesson;
  const { places } = parts;
  const quiz = places.get('quiz');
  const check = places.get('check');
  const solution = places.get('solution');
  const mistakes = places.get('mistakes');
  const beside = (['run', 'check', 'solution'] as const).find((kind) => places.has(kind));
  if (quiz && beside) problems.add(quiz, m.quizBeside({ kind: beside }));
  else if (check && !places.has('run') && !solution && !parts.broken) problems.add(check, m.checkNeedsRun);
  if (!check && !parts.broken) {
    if (solution && !quiz) problems.add(solution, m.solutionNeedsCheck);
    if (mistakes) problems.add(mistakes, m.mistakesNeedCheck);
  }
  for (const { assertion, place } of [...parts.checks, ...parts.whens]) {
    if (assertion.subject !== 'background' || backgroundIds.has(assertion.id)) continue;
    problems.add(place, m.unknownBackground({ id: assertion.id }), didYouMean(assertion.id, backgroundIds));
  }
}
