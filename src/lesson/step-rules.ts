import { messages } from '../messages/index.ts';
import type { LessonContext } from './lesson-context.ts';
import type { Problems } from './source.ts';
import type { StepParts } from './step-parts.ts';
import { didYouMean } from './suggest.ts';
import type { StepKind } from './types.ts';

/** What a step is, by its parts. */
export function stepKind({ runs, places, quiz }: StepParts): StepKind {
  if (runs.length > 0) return 'run';
  if (quiz !== undefined) return 'quiz';
  const judged = places.has('check') || places.has('board');
  return judged && places.has('solution') ? 'exercise' : 'reading';
}

/** Tells of parts that do not fit together, once all of a step is known. */
export function refuseMismatches(parts: StepParts, { problems, backgroundIds }: LessonContext): void {
  const m = messages().lesson;
  const { places } = parts;
  const quiz = places.get('quiz');
  const check = places.get('check');
  const solution = places.get('solution');
  const mistakes = places.get('mistakes');
  const board = places.get('board');
  const beside = (['run', 'check', 'board', 'setup', 'solution'] as const).find((kind) => places.has(kind));
  refuseBoardBeside(parts, problems);
  const learned = places.get('learned');
  if (learned && stepKind(parts) === 'reading' && !parts.broken) problems.add(learned, m.learnedInReading);
  if (quiz && beside) problems.add(quiz, m.quizBeside({ kind: beside }));
  else if (check && !places.has('run') && !solution && !board && !parts.broken) problems.add(check, m.checkNeedsRun);
  else if (!quiz) refuseLoneSetup(parts, problems);
  if (!check && !board && !parts.broken) {
    if (solution && !quiz) problems.add(solution, m.solutionNeedsCheck);
    if (mistakes) problems.add(mistakes, m.mistakesNeedCheck);
  }
  for (const { assertion, place } of [...parts.checks, ...parts.whens, ...parts.until]) {
    if (assertion.subject !== 'background' || backgroundIds.has(assertion.id)) continue;
    problems.add(place, m.unknownBackground({ id: assertion.id }), didYouMean(assertion.id, backgroundIds));
  }
}

/** A board has its own checks and mistakes, and nothing else that would pass the step. */
function refuseBoardBeside({ places, broken }: StepParts, problems: Problems): void {
  const m = messages().lesson;
  const board = places.get('board');
  if (!board) return;
  for (const kind of ['run', 'check', 'mistakes'] as const) {
    const place = places.get(kind);
    if (place) problems.add(place, m.besideBoard({ kind }));
  }
  if (!places.has('solution') && !places.has('quiz') && !broken) problems.add(board, m.boardNeedsSolution);
}

/** A setup is for something that is done. */
function refuseLoneSetup({ places, broken }: StepParts, problems: Problems): void {
  if (broken) return;
  const m = messages().lesson;
  const setup = places.get('setup');
  const until = places.get('setup-until');
  if (setup && !places.has('run') && !places.has('check') && !places.has('board'))
    problems.add(setup, m.setupForNothing);
  if (until && !setup) problems.add(until, m.untilWithoutSetup);
}
