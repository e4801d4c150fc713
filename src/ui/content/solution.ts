import { describeWanted } from '../../check/describe.ts';
import type { Step } from '../../lesson/types.ts';
import { layoutCode, layoutMarkdown, layoutText } from '../../markdown/index.ts';
import type { StyledLine } from '../../markdown/types.ts';
import { messages } from '../../messages/index.ts';
import { commandsOf } from '../block-commands.ts';
import type { Content, Section } from '../scroll.ts';
import { bold, indentLines, span } from '../spans.ts';
import { isBusy, isDone, solvedBy, stepOnScreen } from '../view.ts';
import type { ViewState } from '../view-state.ts';
import { copyRows } from './copy.ts';
import { proseCells } from './lesson.ts';
import { optionRows, quizPart } from './quiz.ts';
import { rowsSection } from './run.ts';

/**
 * How the step on the screen is solved: the commands and files as they can be copied, why, what is checked, and what there is to
 * choose. aloud: what there is to choose is told by who asks.
 */
export function solutionContent(state: ViewState, aloud = false): Content {
  const step = stepOnScreen(state)?.step;
  if (!step) return [];
  const parts = step.quiz ? [answers(state)] : [...deeds(step), why(state, step), checked(step)];
  return aloud ? parts.flat() : [...parts.flat(), choice(state, step)];
}

const rows = (id: string, of: (width: number) => readonly StyledLine[]): Section =>
  rowsSection(id, (width) => of(Math.min(width, proseCells)));

const titled = (title: string, lines: readonly StyledLine[]): readonly StyledLine[] =>
  lines.length === 0 ? [] : [[bold(title)], ...lines, []];

/** The author's words: of a board what was broken, else the hints that are not just the command, and what is learned by it. */
function why(state: ViewState, { board, hints, learned }: Step): Section[] {
  const said = board
    ? board.flatMap(({ id, report }, index) => (state.panels[id] === 'mended' ? [] : [`${index + 1}. ${report}`]))
    : hints.flatMap(({ title, source }) => titledHint(title, withoutCode(source)));
  const texts = [...said, ...(learned === undefined ? [] : [learned])];
  return [
    rows('why', (width) =>
      titled(
        messages().ui.solution.why,
        texts.flatMap((text, index) => [
          ...(index === 0 ? [] : [[]]),
          ...indentLines(layoutMarkdown(text, { width: width - 2 }), 2),
        ]),
      ),
    ),
  ];
}

/** A hint under its title, which says what it is about. */
const titledHint = (title: string, text: string): readonly string[] =>
  text === '' ? [] : [title === '' ? text : `**${title}**\n\n${text}`];

/** A hint often ends with the command itself, which stands on the page anyway; the words that lead to it go with it. */
function withoutCode(markdown: string): string {
  const parts = markdown.replaceAll(/^(`{3,}|~{3,}).*\n[\s\S]*?^\1[ ]*$/gm, '\0').split('\0');
  return parts
    .map((part, index) => (index < parts.length - 1 ? withoutLeadIn(part.trim()) : part.trim()))
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Without a last sentence that ends in a colon. */
const withoutLeadIn = (text: string): string =>
  text.replace(/(^|[.!?]\s+|\n\n)(?:(?![.!?]\s|\n\n)[\s\S])*:$/, '$1').trim();

/** Each command and file as it can be taken over: from the margin on, nothing beside it. */
function deeds({ solution, runs, kind }: Step): Section[] {
  const say = messages().ui;
  const blocks = kind === 'run' ? runs : solution;
  return blocks.map((block, index) => {
    const title = block.kind === 'file' ? say.panes.file({ name: block.name }) : say.solution.commands;
    const former = blocks[index - 1];
    const goesOn = former !== undefined && former.kind !== 'file' && block.kind !== 'file';
    return rowsSection(`deed-${index}`, (width) => {
      const lines =
        block.kind === 'file'
          ? layoutCode(block.text, block.language, { width })
          : commandsOf(block).flatMap((command) => copyRows(command, width));
      const typed =
        'stdin' in block && block.stdin !== undefined
          ? [[span(say.solution.typed, 'dim')], ...layoutText(block.stdin.trimEnd(), { width })]
          : [];
      const last = blocks[index + 1];
      const ends = last === undefined || last.kind === 'file' || block.kind === 'file';
      return [...(goesOn ? [] : [[bold(title)]]), ...lines, ...typed, ...(ends ? [[]] : [])];
    });
  });
}

function checked({ checks }: Step): Section[] {
  const labels = [...new Set(checks.map(describeWanted))];
  return [
    rows('checked', (width) =>
      titled(
        messages().ui.solution.checked,
        labels.flatMap((label) => indentLines(layoutText(label, { width: width - 2 }), 2)),
      ),
    ),
  ];
}

/** Every option with what is said to it. */
function answers(state: ViewState): Section[] {
  const quiz = stepOnScreen(state)?.step.quiz;
  if (!quiz) return [];
  const part = { ...quizPart(state, quiz), open: false, told: true };
  return quiz.options.map((_, index) => rows(`option-${index}`, (width) => [...optionRows(part, index, width), []]));
}

/** What Enter does with it. */
function choice(state: ViewState, step: Step): Section {
  return rows('choice', (width) => {
    const say = messages().ui.solution;
    const by = solvedBy(step);
    if (by === undefined) return [];
    const text = isDone(state) ? say.done : isBusy(state) ? messages().ui.notices.stillRunning : say.choice[by];
    return layoutText(text, { width, tone: 'accent' });
  });
}
