import { createHash } from 'node:crypto';
import type { Assertion, FileBlock, Panel, Quiz, RunBlock, Setup } from './types.ts';

/** 16 hex characters of the sha-256 of what decides whether a step is passed; places and prose do not count. */
export function stepHash(step: {
  readonly files: readonly FileBlock[];
  readonly runs: readonly RunBlock[];
  readonly checks: readonly Assertion[];
  readonly quiz: Quiz | undefined;
  readonly setup: Setup | undefined;
  readonly board: readonly Panel[] | undefined;
}): string {
  const content = {
    files: step.files.map(withoutPosition),
    runs: step.runs.map(withoutPosition),
    checks: step.checks.map(withoutWords),
    quiz: step.quiz?.options.map(({ text, correct }) => ({ text, correct })),
    // Left out where there is none, so that steps without them keep the hash they had.
    setup: step.setup && { blocks: step.setup.blocks.map(withoutPosition), until: step.setup.until },
    board: step.board?.map(({ id, checks }) => ({ id, checks })),
  };
  return createHash('sha256').update(JSON.stringify(content, sortKeys)).digest('hex').slice(0, 16);
}

/** What a check is called is prose as well. */
const withoutWords = (check: Assertion) => {
  if (check.subject !== 'file' && check.subject !== 'output') return check;
  const { as: _, ...rest } = check;
  return rest;
};

const withoutPosition = ({ position: _, ...rest }: FileBlock | RunBlock) => rest;

/** The order in which an author writes keys does not matter. */
function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
