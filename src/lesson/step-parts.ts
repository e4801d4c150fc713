import { messages } from '../messages/index.ts';
import { type PlacedAssertion, parseAssertions } from './assertions/parse-assertions.ts';
import { parseBoard } from './board.ts';
import { outsidePath } from './confined.ts';
import type { Fence } from './fence.ts';
import type { Options, RoleFence } from './fence-role.ts';
import { readLearned } from './learned.ts';
import type { LessonContext } from './lesson-context.ts';
import { type ParsedMistakes, type PlacedMistake, parseMistakes } from './mistakes.ts';
import type { PlacedQuiz } from './quiz.ts';
import { readRunBlock } from './run-block.ts';
import { readFileOption, valuePlace } from './run-options.ts';
import type { Place, Problems } from './source.ts';
import type { FileBlock, Panel, RunBlock, Segment, SolutionBlock } from './types.ts';
import { readYaml } from './yaml.ts';

export type PartKind =
  | 'run'
  | 'check'
  | 'mistakes'
  | 'solution'
  | 'quiz'
  | 'setup'
  | 'setup-until'
  | 'board'
  | 'learned';

/** What a step is made of, gathered block by block in the order of the file. */
export type StepParts = {
  readonly fences: RoleFence[];
  readonly files: FileBlock[];
  readonly runs: RunBlock[];
  readonly checks: PlacedAssertion[];
  readonly mistakes: PlacedMistake[];
  /** assertions of mistakes */
  readonly whens: PlacedAssertion[];
  readonly solution: SolutionBlock[];
  readonly setup: RunBlock[];
  /** when the setup is over */
  readonly until: PlacedAssertion[];
  readonly panels: Panel[];
  /** role and name of the files so far */
  readonly written: Set<string>;
  quiz?: PlacedQuiz;
  learned?: string;
  /** where the first block of each kind stands */
  readonly places: Map<PartKind, Place>;
  /** the run, solution or setup that a stdin block would feed */
  fed: { readonly list: (RunBlock | SolutionBlock)[]; readonly place: Place } | undefined;
  /** a block was wrong: rules about what is missing would only mislead */
  broken: boolean;
};

export const noParts = (): StepParts => ({
  fences: [],
  files: [],
  runs: [],
  checks: [],
  mistakes: [],
  whens: [],
  solution: [],
  setup: [],
  until: [],
  panels: [],
  written: new Set(),
  places: new Map(),
  fed: undefined,
  broken: false,
});

export function notePlace(parts: StepParts, kind: PartKind, place: Place): void {
  if (!parts.places.has(kind)) parts.places.set(kind, place);
}

/** Adds one fence to the parts and returns what the reader sees of it. */
export function addFence(parts: StepParts, role: RoleFence, context: LessonContext): Segment | undefined {
  const { fence } = role;
  parts.fences.push(role);
  switch (role.role) {
    case 'shown':
      return { kind: 'code', language: role.language, role: 'shown', text: withoutLastLineEnd(fence.text) };
    case 'run':
    case 'solution':
    case 'setup': {
      notePlace(parts, role.role, fence.place);
      const lists = { run: parts.runs, solution: parts.solution, setup: parts.setup };
      const list: (RunBlock | SolutionBlock)[] = lists[role.role];
      const block = readRunBlock(role, context);
      if (block) list.push(block);
      else parts.broken = true;
      parts.fed = block ? { list, place: fence.place } : undefined;
      // A block that only stops another has nothing to show.
      if (role.role !== 'run' || fence.text.trim() === '') return undefined;
      return { kind: 'code', language: role.language, role: 'run', text: withoutLastLineEnd(fence.text) };
    }
    case 'file':
    case 'solution-file':
      return addFile(parts, role, context);
    case 'stdin':
      addStdin(parts, fence, context);
      return undefined;
    case 'board':
      if (parts.places.has('board')) context.problems.add(fence.place, messages().lesson.boardTwice);
      notePlace(parts, 'board', fence.place);
      addYaml(parts, 'board', fence, context);
      return undefined;
    case 'learned':
      addLearned(parts, fence, context);
      return undefined;
    case 'check':
    case 'mistakes':
    case 'setup-until':
      notePlace(parts, role.role, fence.place);
      addYaml(parts, role.role, fence, context);
      return undefined;
  }
}

function addFile(
  parts: StepParts,
  {
    role,
    language,
    options,
    fence,
  }: { role: 'file' | 'solution-file'; language: string; options: Options; fence: Fence },
  { problems, source }: LessonContext,
): Segment | undefined {
  if (role === 'solution-file') notePlace(parts, 'solution', fence.place);
  const name = readFileOption(options, problems);
  if (name === undefined) {
    parts.broken = true;
    return undefined;
  }
  const position = { path: source.path, ...fence.place };
  const from = readFileOption(options, problems, 'from');
  const fromOption = options.get('from');
  if (fromOption && fence.text.trim() !== '') problems.add(valuePlace(fromOption), messages().lesson.fromWithText);
  const block: FileBlock = {
    name,
    text: fence.text,
    edit: options.has('edit'),
    ...(options.has('crlf') && { crlf: true as const }),
    ...(from !== undefined && { from }),
    language,
    position,
  };
  const option = options.get('file');
  if (option && parts.written.has(`${role} ${name}`)) {
    problems.add(valuePlace(option), messages().lesson.fileTwice({ name }));
  }
  refuseOutsidePaths(fence, problems);
  parts.written.add(`${role} ${name}`);
  if (role === 'solution-file') {
    parts.solution.push({ kind: 'file', ...block });
    return undefined;
  }
  parts.files.push(block);
  // What is copied is not for reading.
  if (from !== undefined) return undefined;
  return { kind: 'code', language, role: 'file', text: withoutLastLineEnd(fence.text), file: name };
}

/** JSON is what Connect is told: there, a path is a file that is read or written. */
function refuseOutsidePaths(fence: Fence, problems: Problems): void {
  if (!/^\s*[[{]/.test(fence.text)) return;
  const found = outsidePath(fence.text);
  if (!found) return;
  const before = fence.text.slice(0, found.index).split('\n');
  const place = fence.inFile({ line: before.length, column: (before.at(-1) ?? '').length + 1 });
  problems.add(place, messages().lesson.pathOutside({ path: found.path }));
}

function addStdin(parts: StepParts, fence: Fence, { problems }: LessonContext): void {
  const m = messages().lesson;
  const block = parts.fed?.list.at(-1);
  if (parts.fed === undefined || block === undefined) {
    if (!parts.broken) problems.add(fence.place, m.stdinWithoutRun);
  } else if (block.kind !== 'sh') problems.add(fence.place, m.stdinNotSh({ kind: block.kind }));
  else if (block.stdin !== undefined) problems.add(fence.place, m.stdinTwice);
  else parts.fed.list[parts.fed.list.length - 1] = { ...block, stdin: fence.text };
}

function addLearned(parts: StepParts, fence: Fence, { problems }: LessonContext): void {
  if (parts.places.has('learned')) {
    problems.add(fence.place, messages().lesson.learnedTwice);
    return;
  }
  notePlace(parts, 'learned', fence.place);
  const learned = readLearned(fence, problems);
  if (learned !== undefined) parts.learned = learned;
}

type YamlRole = 'check' | 'mistakes' | 'setup-until' | 'board';

function addYaml(parts: StepParts, role: YamlRole, fence: Fence, { problems }: LessonContext): void {
  const tree = readYaml(fence.text, fence.inFile, problems);
  if (tree === undefined) {
    parts.broken = true;
    return;
  }
  if (Array.isArray(tree.value) && tree.value.length === 0) {
    problems.add(fence.place, messages().lesson.wantsFilledList);
    return;
  }
  switch (role) {
    case 'check':
      parts.checks.push(...parseAssertions(tree, [], tree.value, problems));
      return;
    case 'setup-until':
      parts.until.push(...parseAssertions(tree, [], tree.value, problems));
      return;
    case 'mistakes':
      addMistakes(parts, parseMistakes(tree, problems));
      return;
    case 'board': {
      const board = parseBoard(tree, problems);
      parts.panels.push(...board.panels);
      parts.checks.push(...board.checks);
      addMistakes(parts, board);
    }
  }
}

function addMistakes(parts: StepParts, { mistakes, assertions }: ParsedMistakes): void {
  parts.mistakes.push(...mistakes);
  parts.whens.push(...assertions);
}

const withoutLastLineEnd = (text: string): string => text.replace(/\n$/, '');
