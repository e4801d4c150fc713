import { isDeepStrictEqual } from 'node:util';
import { messages } from '../messages/index.ts';
import type { RoleFence } from './fence-role.ts';
import type { StepOutline } from './lesson-context.ts';
import type { ParsedLesson } from './parse-lesson.ts';
import { authorError, inReadingOrder, type Place } from './source.ts';
import { didYouMean } from './suggest.ts';
import type { AuthorError } from './types.ts';

/**
 * Where a translation does other things than the lesson it was made from: it may only differ in its sentences. The places
 * are the translation's. Pure.
 */
export function compareLessons(original: ParsedLesson, translated: ParsedLesson): readonly AuthorError[] {
  const errors: AuthorError[] = [];
  const tell: Tell = (place, message, suggestion) =>
    errors.push(authorError(translated.source, place, message, suggestion));
  compareFrontMatter(original, translated, tell);
  compareSteps(original, translated, tell);
  return inReadingOrder(errors);
}

type Tell = (place: Place, message: string, suggestion?: string) => void;

const m = () => messages().lesson.translation;

/** id, minutes, services, owns: all but the sentences. */
function compareFrontMatter(original: ParsedLesson, translated: ParsedLesson, tell: Tell): void {
  const [wanted, found] = [frontMatter(original), frontMatter(translated)];
  for (const [key, { text }] of wanted) {
    const other = found.get(key);
    if (other?.text === text) continue;
    tell({ line: other?.line ?? 1, column: 1 }, m().otherFrontMatter({ key }), m().asInOriginal({ text }));
  }
  for (const [key, { line }] of found) if (!wanted.has(key)) tell({ line, column: 1 }, m().otherFrontMatter({ key }));
}

/** The front matter's entries as they are written, without the sentences. */
function frontMatter({ source }: ParsedLesson): ReadonlyMap<string, { readonly text: string; readonly line: number }> {
  const entries = new Map<string, { text: string; line: number }>();
  let last: { text: string; line: number } | undefined;
  const end = source.lines.findIndex((row, index) => index > 0 && /^---\s*$/.test(row));
  for (let index = 1; index < end; index++) {
    const row = (source.lines[index] ?? '').trimEnd();
    const key = /^(\w+):/.exec(row)?.[1];
    if (key === undefined) {
      if (last) last.text += `\n${row}`;
      continue;
    }
    last = { text: row, line: index + 1 };
    if (key !== 'title' && key !== 'summary') entries.set(key, last);
  }
  return entries;
}

function compareSteps(original: ParsedLesson, translated: ParsedLesson, tell: Tell): void {
  const wanted = original.outline.map(({ step }) => step.id);
  const found = translated.outline.map(({ step }) => step.id);
  for (const { step, idPlace } of translated.outline) {
    if (wanted.includes(step.id)) continue;
    const missing = wanted.filter((id) => !found.includes(id));
    const only = missing.length === 1 ? messages().lesson.didYouMean({ name: missing[0] ?? '' }) : undefined;
    tell(idPlace, m().strangeStep({ id: step.id }), didYouMean(step.id, missing) ?? only);
  }
  const strangers = found.filter((id) => !wanted.includes(id)).length;
  const missing = wanted.filter((id) => !found.includes(id));
  // A step under another name is told once, where it stands.
  for (const id of missing.slice(strangers)) tell(placeOfMissing(id, wanted, translated), m().stepMissing({ id }));
  const common = wanted.filter((id) => found.includes(id));
  const order = translated.outline.filter(({ step }) => wanted.includes(step.id));
  const moved = order.find(({ step }, index) => step.id !== common[index]);
  if (moved) tell(moved.idPlace, m().otherOrder({ id: moved.step.id }));
  for (const step of translated.outline) {
    const same = original.outline.find((one) => one.step.id === step.step.id);
    if (same && !same.broken && !step.broken) compareStep(same, step, tell);
  }
}

/** Before the step that would follow it; at the end of the file if none does. */
function placeOfMissing(id: string, wanted: readonly string[], translated: ParsedLesson): Place {
  const after = new Set(wanted.slice(wanted.indexOf(id) + 1));
  const next = translated.outline.find(({ step }) => after.has(step.id));
  return next?.place ?? { line: translated.source.lines.length, column: 1 };
}

function compareStep(original: StepOutline, translated: StepOutline, tell: Tell): void {
  const [wanted, found] = [original.fences, translated.fences];
  for (const [index, fence] of found.entries()) {
    const same = wanted[index];
    const wrong = same === undefined || kindOf(same) !== kindOf(fence);
    if (wrong) {
      const expected = same && m().blockExpected({ info: infoOf(same) });
      tell(fence.fence.place, m().otherBlock({ info: infoOf(fence) }), expected);
      return;
    }
    compareFence(same, fence, { original, translated }, tell);
  }
  const missing = wanted[found.length];
  if (missing) tell(translated.place, m().blockMissing({ info: infoOf(missing) }));
  compareHints(original, translated, tell);
  compareQuiz(original, translated, tell);
}

const infoOf = ({ fence }: RoleFence): string => fence.info.map(({ text }) => text).join(' ');
/** What is only shown may have another language, not another place. */
const kindOf = (fence: RoleFence): string => (fence.role === 'shown' ? 'shown' : infoOf(fence));

function compareFence(
  wanted: RoleFence,
  found: RoleFence,
  { original, translated }: { readonly original: StepOutline; readonly translated: StepOutline },
  tell: Tell,
): void {
  if (wanted.role === 'shown' || wanted.role === 'learned') return;
  const words = translatedIn(wanted.role);
  if (words && isDeepStrictEqual(withoutWords(original), withoutWords(translated))) return;
  const [there, here] = [wanted, found].map(({ fence }) => rowsOf(fence.text, words));
  const at = here?.findIndex(({ text }, index) => text !== there?.[index]?.text) ?? -1;
  const isShort = at < 0 && (here?.length ?? 0) < (there?.length ?? 0);
  if (at < 0 && !isShort) return;
  const missing = there?.[at < 0 ? (here?.length ?? 0) : at]?.text;
  const line = isShort ? found.fence.text.split('\n').length : (here?.[at]?.line ?? 1);
  const place = found.fence.inFile({ line, column: 1 });
  tell(place, m().otherLine, missing === undefined ? undefined : m().asInOriginal({ text: missing.trim() }));
}

/** The keys of a block under which stand words for the reader, which are translated, and what ends them: the next key. */
type Translated = { readonly keys: readonly string[]; readonly anyKey: RegExp };

function translatedIn(role: RoleFence['role']): Translated | undefined {
  switch (role) {
    case 'check':
      return { keys: ['as'], anyKey: /^\s*(?:- )?([\w-]+):/ };
    case 'mistakes':
      return { keys: ['say'], anyKey: /^\s*(?:- )?(when|say|try):/ };
    case 'board':
      return { keys: ['title', 'symptom', 'report', 'say', 'as'], anyKey: /^\s*(?:- )?([\w-]+):/ };
    default:
      return undefined;
  }
}

/** What a step looks at, without these words. */
const withoutWords = ({ checks, mistakes, step }: StepOutline) => [
  checks.map(({ assertion }) => ({ ...assertion, as: undefined })),
  mistakes.map(({ mistake }) => ({ ...mistake, say: undefined })),
  step.board?.map(({ id, checks: places }) => ({ id, places })),
];

/** The lines of a block that may not differ, counted from 1. */
function rowsOf(
  text: string,
  words: Translated | undefined,
): readonly { readonly text: string; readonly line: number }[] {
  const rows = text.split('\n').slice(0, -1);
  let said = false;
  return rows.flatMap((row, index) => {
    const key = words?.anyKey.exec(row)?.[1];
    if (key !== undefined) said = words?.keys.includes(key) ?? false;
    return said ? [] : [{ text: row.trimEnd(), line: index + 1 }];
  });
}

function compareHints({ step: wanted }: StepOutline, { step: found, place }: StepOutline, tell: Tell): void {
  if (wanted.hints.length === found.hints.length) return;
  tell(place, m().otherHints({ wanted: wanted.hints.length, found: found.hints.length }));
}

function compareQuiz({ step: wanted }: StepOutline, { step: found, place, options }: StepOutline, tell: Tell): void {
  const [there, here] = [wanted.quiz?.options ?? [], found.quiz?.options ?? []];
  if (there.length !== here.length) {
    tell(options[0] ?? place, m().otherOptions({ wanted: there.length, found: here.length }));
    return;
  }
  for (const [index, { correct }] of there.entries()) {
    const other = here[index];
    if (other && other.correct !== correct) tell(options[index] ?? place, m().otherMark({ correct }));
    else if (other?.feedback === undefined && there[index]?.feedback !== undefined) {
      tell(options[index] ?? place, m().feedbackMissing);
    }
  }
}
