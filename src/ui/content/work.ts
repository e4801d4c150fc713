import type { Panel } from '../../lesson/types.ts';
import type { StyledLine } from '../../markdown/types.ts';
import type { Content, Section } from '../scroll.ts';
import { stepOnScreen } from '../view.ts';
import type { ViewState } from '../view-state.ts';
import { panelRows, repairRows } from './board.ts';
import { checkRows } from './checks.ts';
import { optionRows, quizIntro, quizPart } from './quiz.ts';
import { rowsSection, runSections } from './run.ts';
import { failureRows, mistakeRows, statusRows } from './status.ts';

/** What the learner does and what comes of it: runs, answers, checks, and how the step stands. */
export function workContent(state: ViewState): Content {
  const status = optional('status', (width) => statusRows(state, width));
  // With what is said to each option a quiz is long: how it stands comes first.
  const isQuiz = stepOnScreen(state)?.step.quiz !== undefined;
  const parts: (readonly Section[])[] = [
    boardSections(state, 'panel', panelRows),
    repairsAfter(state, 0),
    ...state.runs.flatMap((run) => [runSections(run, state.now), repairsAfter(state, run.info.run)]),
    ...(isQuiz ? [status, quizSections(state)] : []),
    checkSections(state),
    optional('failure', (width) => failureRows(state, width)),
    ...(isQuiz ? [] : [status]),
  ];
  return separate(parts.filter((part) => part.some((section) => !isEmpty(section))));
}

const optional = (id: string, rows: (width: number) => readonly StyledLine[]): readonly Section[] => [
  rowsSection(id, rows),
];

const isEmpty = (section: Section): boolean =>
  section.length === 0 || (section.length === 1 && section.rows(0, 80).length === 0);

/** An empty line between the parts. */
const separate = (parts: readonly (readonly Section[])[]): Content =>
  parts.flatMap((part, index) => (index === 0 ? part : [rowsSection(`gap-${index}`, () => [[]]), ...part]));

/** What came of the command that was run then, or before what is kept here: under it, where the eye is. */
function repairsAfter(state: ViewState, run: number): readonly Section[] {
  const kept = state.runs.map(({ info }) => info.run);
  const isHere = ({ id }: Panel): boolean => {
    const changed = state.panelsChanged[id] ?? 0;
    return run === (kept.includes(changed) ? changed : 0);
  };
  return boardSections(state, 'repair', repairRows, isHere);
}

function boardSections(
  state: ViewState,
  name: string,
  rowsOf: typeof panelRows,
  isHere: (panel: Panel) => boolean = () => true,
): readonly Section[] {
  const board = stepOnScreen(state)?.step.board?.filter(isHere) ?? [];
  if (Object.keys(state.panels).length === 0) return [];
  return board.map((panel) => rowsSection(`${name}-${panel.id}`, (width) => rowsOf(state, panel, width)));
}

function checkSections(state: ViewState): readonly Section[] {
  const brief = state.mistake !== undefined;
  const others = state.checks.filter(({ panel }) => panel === undefined);
  const checks = others.map((check) => rowsSection(`check-${check.index}`, (width) => checkRows(check, width, brief)));
  return [...checks, rowsSection('mistake', (width) => mistakeRows(state, width))];
}

function quizSections(state: ViewState): readonly Section[] {
  const quiz = stepOnScreen(state)?.step.quiz;
  if (!quiz) return [];
  const part = quizPart(state, quiz);
  const { single, open } = part;
  const options: Section = {
    id: 'options',
    first: 0,
    length: quiz.options.length,
    rows: (index, width) => optionRows(part, index, width),
  };
  return open ? [rowsSection('quiz', (width) => quizIntro(single, width)), options] : [options];
}
