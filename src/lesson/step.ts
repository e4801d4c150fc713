import { messages } from '../messages/index.ts';
import { readFence, refuseUnclosedFence } from './fence.ts';
import { readRole } from './fence-role.ts';
import { type FoundHtml, findHtml, type Stretch } from './hints.ts';
import type { LessonContext } from './lesson-context.ts';
import { type Block, blockPlace, headingText } from './markdown-blocks.ts';
import { idFrom, isId } from './names.ts';
import { hasRole, refuseHiddenParts } from './prose-rules.ts';
import { isTaskList, readQuiz } from './quiz.ts';
import { type Cut, readSegments } from './segments.ts';
import { lineOffset, type Place, placeAt } from './source.ts';
import { stepHash } from './step-hash.ts';
import { addFence, noParts, notePlace, type StepParts } from './step-parts.ts';
import { refuseMismatches, stepKind } from './step-rules.ts';
import { meantOrKnown } from './suggest.ts';
import type { Step } from './types.ts';

/** One `##` and all up to the next. */
export type Section = { readonly heading: Block; readonly blocks: readonly Block[]; readonly stretch: Stretch };

/** A section as a step; undefined where it has no usable id. What is wrong is told to the context's problems. */
export function readStep({ heading, blocks, stretch }: Section, context: LessonContext): Step | undefined {
  const { source, problems } = context;
  const m = messages().lesson;
  const before = problems.count;
  const place = blockPlace(source, heading);
  const title = headingText(heading);
  if (title === '') problems.add(place, m.stepNeedsTitle);
  refuseHiddenParts(source, heading, problems);
  const html = findHtml(source, blocks, problems);
  const id = readId(heading, title, html, blocks, context);
  const parts = noParts();
  const cuts: Cut[] = [...html.comments, ...html.hints].map(({ start, end }) => ({ start, end }));
  for (const block of blocks) {
    const cut = readBlock(block, parts, html, context);
    if (cut) cuts.push(cut);
  }
  refuseMismatches(parts, context);
  refuseStrayHints(html, parts, context);
  const body = readSegments(source, stretch, cuts);
  if (body.length === 0 && parts.places.size === 0 && !parts.broken) problems.add(place, m.stepEmpty);
  const { files, runs, solution, learned } = parts;
  const quiz = parts.quiz?.quiz;
  const mistakes = parts.mistakes.map(({ mistake }) => mistake);
  const checks = parts.checks.map(({ assertion }) => assertion);
  const until = parts.until.map(({ assertion }) => assertion);
  const setup = parts.setup.length > 0 ? { blocks: parts.setup, until } : undefined;
  const board = parts.panels.length > 0 ? parts.panels : undefined;
  if (id === undefined) return undefined;
  const step: Step = {
    id: id.id,
    title,
    kind: stepKind(parts),
    position: { path: source.path, ...place },
    body,
    files,
    runs,
    checks,
    mistakes,
    solution,
    hints: html.hints.map(({ hint }) => hint),
    ...(quiz && { quiz }),
    ...(setup && { setup }),
    ...(board && { board }),
    ...(learned !== undefined && { learned }),
    hash: stepHash({ files, runs, checks, quiz, setup, board }),
  };
  context.outline.push({
    step,
    place,
    idPlace: id.place,
    endLine: blocks.at(-1)?.endLine ?? heading.endLine,
    fences: parts.fences,
    checks: parts.checks,
    mistakes: parts.mistakes,
    options: parts.quiz?.places ?? [],
    broken: problems.count > before,
  });
  return step;
}

/** A hint for a panel is for one of the step's. */
function refuseStrayHints(
  { hints }: FoundHtml,
  { panels, broken }: StepParts,
  { source, problems }: LessonContext,
): void {
  const ids = panels.map(({ id }) => id);
  for (const { start, hint } of hints) {
    if (hint.panel === undefined || ids.includes(hint.panel) || broken) continue;
    const m = messages().lesson;
    const suggestion = ids.length > 0 ? meantOrKnown(hint.panel, ids) : undefined;
    problems.add(placeAt(source, start), m.unknownPanel({ id: hint.panel }), suggestion);
  }
}

/** Reads one block into the parts; the cut is what of the source is not prose. */
function readBlock(block: Block, parts: StepParts, html: FoundHtml, context: LessonContext): Cut | undefined {
  const { source, problems } = context;
  const m = messages().lesson;
  const cut = { start: lineOffset(source, block.startLine), end: lineOffset(source, block.endLine) };
  const inHint = html.hints.some((hint) => hint.start <= cut.start && cut.start < hint.end);
  if (block.type === 'fence') {
    if (refuseUnclosedFence(source, block.tokens[0], problems)) {
      parts.broken = true;
      return cut;
    }
    if (inHint && hasRole(block.tokens[0].info)) problems.add(blockPlace(source, block), m.hintRole);
    if (inHint) return undefined;
    const role = readRole(readFence(source, block), problems);
    if (role === undefined) {
      parts.broken = true;
      return cut;
    }
    const segment = addFence(parts, role, context);
    return segment ? { ...cut, segment } : cut;
  }
  if (refuseHiddenParts(source, block, problems)) parts.broken = true;
  if (inHint || block.type !== 'list' || !isTaskList(block)) return undefined;
  if (parts.places.has('quiz')) problems.add(blockPlace(source, block), m.quizTwice);
  notePlace(parts, 'quiz', blockPlace(source, block));
  const quiz = readQuiz(source, block, problems);
  if (quiz) parts.quiz ??= quiz;
  else parts.broken = true;
  return cut;
}

function readId(
  heading: Block,
  title: string,
  { comments }: FoundHtml,
  blocks: readonly Block[],
  { source, problems, steps }: LessonContext,
): { readonly id: string; readonly place: Place } | undefined {
  const m = messages().lesson;
  const marks = comments.filter((comment) => /^step\s*:/.test(comment.text));
  const first = blocks[0];
  const mark = first && marks[0]?.start === lineOffset(source, first.startLine) ? marks[0] : undefined;
  for (const stray of marks) {
    if (stray !== mark) problems.add(placeAt(source, stray.start), m.stepIdMisplaced);
  }
  if (mark === undefined) {
    const suggested = idFrom(title) ?? 'my-step';
    if (marks.length === 0) problems.add(blockPlace(source, heading), m.stepNeedsId, m.writeStepId({ id: suggested }));
    return undefined;
  }
  const id = mark.text.replace(/^step\s*:\s*/, '');
  const offset = mark.start + source.text.slice(mark.start, mark.end).lastIndexOf(id === '' ? '-->' : id);
  const place = placeAt(source, offset);
  const earlier = steps.get(id);
  if (!isId(id)) problems.add(place, m.badId({ id }), m.didYouMean({ name: idFrom(id) ?? idFrom(title) ?? 'my-step' }));
  else if (earlier !== undefined) problems.add(place, m.stepIdTwice({ id, line: earlier }));
  else {
    steps.set(id, place.line);
    return { id, place };
  }
  return undefined;
}
