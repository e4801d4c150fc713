import { allSteps, keyOf, sameStep, stepStanding } from '../course/index.ts';
import type { Lesson } from '../lesson/types.ts';
import { padText } from '../markdown/index.ts';
import { messages } from '../messages/index.ts';
import { openOrAsk } from './map-actions.ts';
import { foundLessons, type ShownStep } from './map-places.ts';
import type { PlainParts } from './plain-answers.ts';
import { courseOf } from './view.ts';
import type { ViewState } from './view-state.ts';

/**
 * `l` alone tells all steps, `l 5` opens the fifth, `l group` tells those in whose title or id the words are. Whether a locked step is to be
 * opened is asked; `l 5 !` is the answer already.
 */
export function openStep(asked: string, { store, effects }: PlainParts): readonly string[] {
  const { pack } = store.get();
  const [, number, sure] = /^(\d+)\s*(!)?$/.exec(asked) ?? [];
  if (number === undefined) return mapLines(store.get(), asked);
  const ref = allSteps(pack)[Number(number) - 1];
  if (!ref) return [messages().ui.plain.noStep({ number, last: allSteps(pack).length })];
  if (sure && stepStanding(courseOf(store.get()), ref) === 'locked') effects.session.open(ref, 'ahead');
  else openOrAsk({ store, effects }, ref);
  return [];
}

/** Lessons with their steps, numbered through the whole course: those that have the words, or all. */
function mapLines(state: ViewState, words: string): readonly string[] {
  const { map, plain } = messages().ui;
  const course = courseOf(state);
  const numbers = new Map(allSteps(state.pack).map((ref, index) => [keyOf(ref), index + 1]));
  const first: number[] = [];
  let here: string | undefined;
  const lines = foundLessons(state.pack, words).flatMap(({ lesson, isPlace, steps }) => [
    `${state.pack.lessons.indexOf(lesson) + 1}  ${lesson.title}`,
    // A lesson that is found by its own title has all its steps.
    ...(isPlace ? allOf(lesson, steps) : steps).map(({ step, found }) => {
      const ref = { lesson: lesson.id, step: step.id };
      const number = numbers.get(keyOf(ref)) ?? 0;
      const isHere = state.ref !== undefined && sameStep(ref, state.ref);
      if (isHere) here = plain.here({ number, step: step.title });
      else first.push(number);
      const remarks = [...(found === undefined ? [] : [`$ ${found}`]), ...(isHere ? [`(${map.here})`] : [])];
      const text = [`${padText(map[stepStanding(course, ref)], 8)} ${step.title}`, ...remarks].join('  ');
      return ` ${isHere ? '>' : ' '} ${`${number}`.padStart(3)}  ${text}`;
    }),
  ]);
  if (lines.length === 0) return [plain.nothingFound({ words })];
  return [
    ...lines,
    // The list of all is long.
    ...(words === '' && here !== undefined ? [here] : []),
    ...(first[0] === undefined ? [] : [plain.listed({ number: first[0] })]),
  ];
}

const allOf = (lesson: Lesson, found: readonly ShownStep[]): readonly ShownStep[] =>
  lesson.steps.map((step) => found.find((each) => each.step === step) ?? { step });
