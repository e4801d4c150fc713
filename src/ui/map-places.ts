import type { StepRef } from '../course/types.ts';
import type { Lesson, Pack, Step } from '../lesson/types.ts';
import { commandsOf } from './block-commands.ts';
import type { MapOverlay, MapPlace } from './view-state.ts';

/** A lesson on the map with those of its steps that are shown. */
export type ShownLesson = {
  readonly lesson: Lesson;
  /** the cursor can stand on it */
  readonly isPlace: boolean;
  readonly steps: readonly ShownStep[];
};

/** found: the command in which a search has found what was typed, as far as it tells, where nothing else of the step matches. */
export type ShownStep = { readonly step: Step; readonly found?: string };

/** What the map shows: all lessons, one with its steps; while something is searched, only what matches. */
export function shownLessons(pack: Pack, { search, unfolded }: MapOverlay): readonly ShownLesson[] {
  const text = search?.text.trim() ?? '';
  if (text !== '') return foundLessons(pack, text);
  return pack.lessons.map((lesson) => ({
    lesson,
    isPlace: true,
    steps: lesson.id === unfolded ? lesson.steps.map((step) => ({ step })) : [],
  }));
}

/** The lessons and steps that have all words of `text` in a title, an id, or a command. */
export function foundLessons(pack: Pack, text: string): readonly ShownLesson[] {
  const words = wordsOf(text);
  return pack.lessons.flatMap((lesson) => matches(lesson, words));
}

/** Where the cursor can stand, from the top. */
export const placesOf = (shown: readonly ShownLesson[]): readonly MapPlace[] =>
  shown.flatMap(({ lesson, isPlace, steps }) => [
    ...(isPlace ? [{ lesson: lesson.id }] : []),
    ...steps.map(({ step }) => ({ lesson: lesson.id, step: step.id })),
  ]);

export const samePlace = (a: MapPlace, b: MapPlace): boolean => a.lesson === b.lesson && a.step === b.step;

/** The step of a place; undefined for a lesson. */
export const stepOf = ({ lesson, step }: MapPlace): StepRef | undefined =>
  step === undefined ? undefined : { lesson, step };

const normal = (text: string): string => text.normalize('NFC').toLowerCase();

const wordsOf = (text: string): readonly string[] =>
  normal(text)
    .split(/\s+/)
    .filter((word) => word !== '');

/** Where the spaces stand is not certain, least of all in Korean: `컨슈머그룹` is found in `컨슈머 그룹`. */
const hasWord = (text: string, word: string): boolean =>
  text.includes(word) || text.replaceAll(/\s+/g, '').includes(word);

const has = (text: string, words: readonly string[]): boolean => words.every((word) => hasWord(text, word));

/** A lesson matches by its own words; a step by some of its own, the others may be its lesson's. */
function matches(lesson: Lesson, words: readonly string[]): readonly ShownLesson[] {
  const lessonText = normal(`${lesson.title} ${lesson.id}`);
  const isPlace = has(lessonText, words);
  const rest = words.filter((word) => !hasWord(lessonText, word));
  const steps = lesson.steps.flatMap((step): readonly ShownStep[] => {
    const own = isPlace ? words : rest;
    // As `topics/create` only where it is typed so: else a lesson's id would find all its steps.
    const key = own.some((word) => word.includes('/')) ? ` ${lesson.id}/${step.id}` : '';
    const name = normal(`${step.title} ${step.id}${key}`);
    const commands = step.runs.flatMap(commandsOf);
    if (has(name, own)) return [{ step }];
    const typed = normal(commands.join('\n'));
    if (!own.every((word) => hasWord(name, word) || typed.includes(word))) return [];
    const found = own.filter((word) => !hasWord(name, word)).flatMap((word) => excerpt(commands, word))[0];
    return [{ step, ...(found !== undefined && { found }) }];
  });
  return isPlace || steps.length > 0 ? [{ lesson, isPlace, steps }] : [];
}

/** The program and the words from the one that was found on: `kafka-topics.sh .. --describe --topic orders`. */
function excerpt(commands: readonly string[], word: string): readonly string[] {
  const command = commands.find((each) => normal(each).includes(word));
  if (command === undefined) return [];
  const [program = '', ...args] = command.split(' ');
  const at = args.findIndex((each) => normal(each).includes(word));
  return [at <= 0 || normal(program).includes(word) ? command : `${program} .. ${args.slice(at).join(' ')}`];
}
