import { messages } from '../messages/index.ts';
import { reportFile } from './board.ts';
import { readFrontMatter } from './front-matter.ts';
import { readIntro } from './intro.ts';
import type { CheckCommand, LessonContext, StepOutline } from './lesson-context.ts';
import { type Block, blockPlace, readBlocks } from './markdown-blocks.ts';
import { collectProblems, inReadingOrder, lineOffset, makeSource, type Place, type Source } from './source.ts';
import { readStep, type Section } from './step.ts';
import type { AuthorError, Lesson } from './types.ts';

/** Nobody performs more in one lesson. */
export const mostSteps = 500;

export type LessonFile = {
  /** absolute path, for positions */
  readonly path: string;
  readonly text: string;
  /** the lesson's folder as pack.yaml names it (`02-topics`); serves to suggest an id */
  readonly folder?: string;
};

export type ParseOptions = {
  /** judges each line of `sh` blocks, by where the block runs; without it command lines are taken as they are */
  readonly checkCommand?: CheckCommand | undefined;
};

export type ParsedLesson = {
  /** only where there is no error */
  readonly lesson?: Lesson;
  readonly errors: readonly AuthorError[];
  /** the lesson's id and where it stands, also where other things are wrong */
  readonly declared?: { readonly id: string; readonly place: Place };
  readonly source: Source;
  /** the steps that have an id, also where something is wrong */
  readonly outline: readonly StepOutline[];
};

/** Parses a lesson file. Pure, never throws for what an author wrote: all of it that is wrong is in `errors`, in order. */
export function parseLesson({ path, text, folder }: LessonFile, { checkCommand }: ParseOptions = {}): ParsedLesson {
  const source = makeSource(path, text);
  const problems = collectProblems(source);
  const front = readFrontMatter(source, folder, problems);
  const { before, sections } = splitSections(source, readBlocks(source, front.lines));
  const stretch = {
    start: lineOffset(source, front.lines),
    end: lineOffset(source, sections[0]?.heading.startLine ?? source.lines.length),
  };
  const intro = readIntro(source, stretch, before, problems);
  const context: LessonContext = {
    source,
    problems,
    checkCommand,
    blockIds: new Set(),
    backgroundIds: new Set(),
    steps: new Map(),
    outline: [],
  };
  const tooMany = sections[mostSteps];
  if (tooMany) problems.add(blockPlace(source, tooMany.heading), messages().lesson.tooManySteps({ most: mostSteps }));
  const steps = sections.slice(0, mostSteps).flatMap((section) => readStep(section, context) ?? []);
  if (sections.length === 0 && problems.count === 0) {
    problems.add({ line: source.lines.length, column: 1 }, messages().lesson.noSteps);
  }
  const board = steps.find((step) => step.board !== undefined);
  if (board && front.data && !front.data.owns.files.includes(reportFile))
    problems.add(board.position, messages().lesson.boardNeedsReportFile({ name: reportFile }));
  const prepared = steps.find((step) => step.setup !== undefined);
  if (prepared && front.data?.services.length === 0)
    problems.add(prepared.position, messages().lesson.setupNeedsServices);
  const known = { source, outline: context.outline, ...(front.declared && { declared: front.declared }) };
  if (problems.count > 0 || front.data === undefined) {
    return { errors: inReadingOrder(problems.errors), ...known };
  }
  return { lesson: { ...front.data, path, intro, steps }, errors: [], ...known };
}

function splitSections(
  source: Source,
  blocks: readonly Block[],
): { readonly before: readonly Block[]; readonly sections: readonly Section[] } {
  const heads = blocks.flatMap((block, index) => (block.tokens[0].tag === 'h2' ? [index] : []));
  const sections = heads.flatMap((head, number): Section[] => {
    const heading = blocks[head];
    if (heading === undefined) return [];
    const next = heads[number + 1];
    const following = next === undefined ? undefined : blocks[next];
    const end = following ? lineOffset(source, following.startLine) : source.text.length;
    return [
      { heading, blocks: blocks.slice(head + 1, next), stretch: { start: lineOffset(source, heading.endLine), end } },
    ];
  });
  return { before: blocks.slice(0, heads[0]), sections };
}
