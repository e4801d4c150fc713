import type { Segment, Step } from '../../lesson/types.ts';
import { layoutCode, layoutMarkdown, layoutSegments, layoutText } from '../../markdown/index.ts';
import type { StyledLine } from '../../markdown/types.ts';
import { type Messages, messages } from '../../messages/index.ts';
import { glyphs } from '../../terminal/glyphs.ts';
import { hintSection } from '../reduce-session.ts';
import type { Content, Section } from '../scroll.ts';
import { bold, span } from '../spans.ts';
import { missingHere, stepOnScreen } from '../view.ts';
import type { ViewState } from '../view-state.ts';
import { rowsSection } from './run.ts';

/** Prose is never wider than this, however wide the terminal is. */
export const proseCells = 80;

/** The text of the step. The lesson's introduction stands above its first step; hints stand below. aloud: nothing is drawn. */
export function lessonContent(state: ViewState, aloud = false): Content {
  const found = stepOnScreen(state);
  if (!found) return [];
  const { lesson, step, stepIndex } = found;
  const isFirst = stepIndex === 0;
  const text = lesson.intro.length === 0 ? [] : [...segmentSections('intro', lesson.intro, aloud), gap('intro-end')];
  const intro = isFirst
    ? [titleSection(lesson.title), gap('title-end'), ...text, ...(aloud ? [] : [separator, gap('start')])]
    : [];
  const hints = state.hints.flatMap((hint, index) => [gap(`before-hint-${hint}`), hintBlock(step, hint, index + 1)]);
  const marks = [...(isFirst ? untranslatedMark(state) : []), ...readingMark(state), ...filesMark(state)];
  return [
    ...problemOf(state),
    ...intro,
    headingSection(step),
    ...marks,
    gap('heading-end'),
    ...segmentSections(body, step.body, aloud),
    ...hints,
  ];
}

/** Said once, at the beginning of the lesson: why it is in another language. */
function untranslatedMark({ pack, ref }: ViewState): readonly Section[] {
  if (ref === undefined || !pack.untranslated?.includes(ref.lesson)) return [];
  const text = messages().ui.panes.untranslated;
  return [
    rowsSection('untranslated', (width) => layoutText(text, { width: Math.min(width, proseCells), tone: 'dim' })),
  ];
}

/** What an author has to mend stands above the last version that could be read. */
function problemOf({ problem }: ViewState): readonly Section[] {
  if (problem === undefined) return [];
  const title = messages().ui.panes.cannotRead;
  return [
    rowsSection('problem', (width) => layoutText(title, { width: Math.min(width, proseCells), tone: 'bad' })),
    gap('problem-begins'),
    rowsSection('problem-text', (width) => layoutCode(problem, '', { width })),
    gap('problem-ends'),
    separator,
    gap('problem-end'),
  ];
}

/** A step that this engine cannot do says so before it is read. */
function readingMark(state: ViewState): readonly Section[] {
  const service = missingHere(state);
  if (service === undefined || !state.engine) return [];
  const text = messages().ui.panes.onlyReading({ service, engine: state.engine.kind });
  return [rowsSection('reading', (width) => layoutText(text, { width: Math.min(width, proseCells), tone: 'dim' }))];
}

/** Whoever is to edit a file has to find it. */
function filesMark(state: ViewState): readonly Section[] {
  const step = stepOnScreen(state)?.step;
  const usesFiles =
    step !== undefined &&
    (step.files.length > 0 ||
      step.solution.some(({ kind }) => kind === 'file') ||
      step.checks.some(({ subject }) => subject === 'file'));
  if (!usesFiles || state.folder === undefined) return [];
  const text = messages().ui.panes.files({ folder: state.folder });
  return [rowsSection('files', (width) => layoutText(text, { width: Math.min(width, proseCells), tone: 'dim' }))];
}

/** Its id is its own, so that a place in the text is found again. */
const gap = (id: string): Section => rowsSection(`gap-${id}`, () => [[]]);
const separator = rowsSection('separator', (width) => [
  [span(glyphs().horizontal.repeat(Math.min(width, proseCells, 24)), 'dim')],
]);

const titleSection = (title: string): Section =>
  rowsSection('title', (width) =>
    underlined(layoutText(title, { width: Math.min(width, proseCells), tone: 'heading' })),
  );

const headingSection = (step: Step): Section =>
  rowsSection('heading', (width) => layoutText(step.title, { width: Math.min(width, proseCells), tone: 'heading' }));

const body = 'body';
/** The section of a segment of the step's text. */
export const bodySection = (index: number): string => `${body}-${index}`;

/** Each segment is a block of its own, so that a resized window keeps its place in the text. */
function segmentSections(id: string, segments: readonly Segment[], aloud: boolean): readonly Section[] {
  return segments.flatMap((segment, index) => {
    const section = rowsSection(`${id}-${index}`, (width) => segmentRows(segment, width, aloud));
    return index === 0 ? [section] : [gap(`${id}-${index}`), section];
  });
}

type Laid = {
  readonly in: Messages;
  readonly width: number;
  readonly aloud: boolean;
  readonly rows: readonly StyledLine[];
};
const cache = new WeakMap<Segment, Laid>();

function segmentRows(segment: Segment, width: number, aloud: boolean): readonly StyledLine[] {
  const known = cache.get(segment);
  // What a lesson runs is the same segment in both languages.
  if (known?.width === width && known.aloud === aloud && known.in === messages()) return known.rows;
  const fileLabel = (name: string): string => messages().ui.panes.file({ name });
  const rows = layoutSegments([segment], { width, maxProse: proseCells, aloud, fileLabel });
  cache.set(segment, { in: messages(), width, aloud, rows });
  return rows;
}

const underlined = (lines: readonly StyledLine[]): readonly StyledLine[] =>
  lines.map((line) => line.map((part) => ({ ...part, underline: true })));

/** number: the how manieth it is that is shown */
function hintBlock(step: Step, index: number, number: number): Section {
  return rowsSection(hintSection(index), (width) => {
    const hint = step.hints[index];
    if (!hint) return [];
    const name = messages().ui.panes.hint({ number, total: step.hints.length });
    // An author who only writes «Hint» as its title, in either language, has said nothing that the number does not say.
    const title = /^(hint|힌트)( \d+)?$/i.test(hint.title.trim()) ? [] : [span(` - ${hint.title}`)];
    const text = layoutMarkdown(hint.source, { width: Math.min(width, proseCells) - 2 });
    return [[bold(name, 'accent'), ...title], ...text.map((line) => [span('  '), ...line])];
  });
}
