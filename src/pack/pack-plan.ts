import { createHash } from 'node:crypto';
import { writtenTool } from '../command/known-tools.ts';
import { readLine } from '../command/parse-line.ts';
import type { Assertion, Lesson, Pack, RunBlock, ServiceName, Step } from '../lesson/types.ts';

/** All that a pack can make this machine do: what its user is asked to trust. */
export type PackPlan = {
  readonly services: readonly ServiceName[];
  /** tools of a line, in its order (`TOOL | TOOL`) → such lines, each once */
  readonly commands: ReadonlyMap<string, readonly string[]>;
  /** LESSON/NAME, in the workspace; behind it the file of the pack that is copied there */
  readonly files: readonly string[];
  /** batch files that checks run: whatever stands in them */
  readonly batches: readonly string[];
  /** METHOD URL */
  readonly requests: readonly string[];
  /** database → statements */
  readonly statements: ReadonlyMap<string, readonly string[]>;
  /** addresses that checks dial */
  readonly addresses: readonly string[];
  /** what is removed when a lesson is begun anew */
  readonly removes: readonly string[];
};

/** Gathers it from every part of every step that is ever performed. Pure. */
export function planOf(pack: Pack): PackPlan {
  const steps = pack.lessons.flatMap((lesson) => lesson.steps);
  const blocks = steps.flatMap(performed);
  const asked = steps.flatMap(assertionsOf);
  return {
    services: distinct(pack.lessons.flatMap(({ services }) => services)),
    commands: commandsOf(blocks),
    files: distinct(pack.lessons.flatMap(filesOf)),
    batches: distinct(pack.lessons.flatMap(batchesOf)),
    requests: distinct(blocks.flatMap((block) => (block.kind === 'http' ? [`${block.method} ${block.url}`] : []))),
    statements: grouped([
      ...blocks.flatMap((block) => (block.kind === 'sql' ? [[block.at, block.sql] as const] : [])),
      ...asked.flatMap((one) =>
        one.subject === 'sql'
          ? [[one.at, one.sql] as const, ...(one.sameAs ? [[one.sameAs.at, one.sameAs.sql] as const] : [])]
          : [],
      ),
    ]),
    addresses: distinct(asked.flatMap((one) => (one.subject === 'client' ? [one.client] : []))),
    removes: distinct(pack.lessons.flatMap(removedBy)),
  };
}

/**
 * 16 hex characters of what the pack does; its prose does not count. copied: hashes of the files of the pack that are copied into
 * the workspace. Pure.
 */
export function planHash(pack: Pack, copied: readonly string[]): string {
  const content = pack.lessons.map(({ id, services, owns, steps }) => ({
    id,
    services,
    owns,
    // What differs from language to language is left out: sentences, and the step's own hash, in which a quiz is.
    steps: steps.map(
      ({
        position: _,
        title: _title,
        body: _body,
        hints: _hints,
        quiz: _quiz,
        hash: _hash,
        learned: _learned,
        mistakes,
        board,
        ...step
      }) => ({
        ...step,
        board: board?.map(({ id, checks }) => ({ id, checks })),
        mistakes: mistakes.map(({ when, try: attempt }) => ({ when, attempt })),
      }),
    ),
  }));
  const text = JSON.stringify([pack.name, content, copied], (key, value) =>
    // What a check is called is a sentence as well.
    key === 'position' || key === 'as' ? undefined : value,
  );
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

const distinct = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

function grouped(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, readonly string[]>();
  for (const [key, value] of pairs) groups.set(key, distinct([...(groups.get(key) ?? []), value]));
  return groups;
}

const performed = (step: Step): readonly RunBlock[] => [
  ...(step.setup?.blocks ?? []),
  ...step.runs,
  ...step.solution.flatMap((block) => (block.kind === 'file' ? [] : [block])),
];

const assertionsOf = (step: Step): readonly Assertion[] => [
  ...step.checks,
  ...step.mistakes.flatMap(({ when }) => when),
  ...(step.setup?.until ?? []),
];

function commandsOf(blocks: readonly RunBlock[]): PackPlan['commands'] {
  const lines = blocks.flatMap((block) => (block.kind === 'sh' ? block.commands : []));
  return grouped(
    lines.map((line) => {
      const read = readLine(line);
      const tools = read.ok ? read.line.commands.map(({ tool }) => writtenTool(tool)) : ['?'];
      return [tools.join(' | '), line] as const;
    }),
  );
}

const filesOf = ({ id, steps }: Lesson): readonly string[] =>
  steps
    .flatMap((step) => [...step.files, ...step.solution.flatMap((block) => (block.kind === 'file' ? [block] : []))])
    .map(({ name, from }) => (from === undefined ? `${id}/${name}` : `${id}/${name} <- ${from}`));

const batchesOf = ({ id, steps }: Lesson): readonly string[] =>
  steps.flatMap(assertionsOf).flatMap((one) => (one.subject === 'batch' ? [`${id}/${one.batch}`] : []));

const removedBy = ({ id, owns }: Lesson): readonly string[] => [
  ...owns.topics.map((name) => `topic ${name}`),
  ...owns.groups.map((name) => `group ${name}`),
  ...owns.connectors.map((name) => `connector ${name}`),
  ...owns.tables.map((name) => `table ${name}`),
  ...owns.files.map((name) => `file ${id}/${name}`),
];
