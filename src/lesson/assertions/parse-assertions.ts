import type { z } from 'zod';
import { messages } from '../../messages/index.ts';
import type { Place, Problems } from '../source.ts';
import { meantOrKnown } from '../suggest.ts';
import type { Assertion, AssertionSubject } from '../types.ts';
import { validate } from '../validate.ts';
import type { YamlPath, YamlTree } from '../yaml.ts';
import { isMapping, type Mapping, type Plain } from '../yaml-plain.ts';
import { background } from './background.ts';
import { batch } from './batch.ts';
import { client } from './client.ts';
import { cluster } from './cluster.ts';
import { connect, connector } from './connect.ts';
import { file } from './file.ts';
import { group } from './group.ts';
import { exit, output } from './output.ts';
import { records } from './records.ts';
import { saysNothing } from './rules.ts';
import { sql } from './sql.ts';
import { topic } from './topic.ts';

export type PlacedAssertion = { readonly assertion: Assertion; readonly place: Place };

/** Subjects whose value names a thing: their other keys stand beside them. */
export const named = { topic, records, group, client, connector, sql, exit, file, batch, background } satisfies Partial<
  Record<AssertionSubject | 'exit', z.ZodType<Assertion>>
>;
/** Subjects there is one of: their keys stand below them, or beside them where nothing is below. */
export const single = { cluster, connect, output } satisfies Partial<Record<AssertionSubject, z.ZodType<Assertion>>>;

/** What an item can be about, in the order of the lesson format's table. */
const subjects = [
  'topic',
  'records',
  'group',
  'cluster',
  'client',
  'connect',
  'connector',
  'sql',
  'output',
  'exit',
  'file',
  'batch',
  'background',
] as const satisfies readonly (keyof typeof named | keyof typeof single)[];
type Subject = (typeof subjects)[number];

/** Keys that are a subject elsewhere, but belong to this one here. */
const alsoKeys: Partial<Record<Subject, readonly Subject[]>> = {
  background: ['output'],
  output: ['exit'],
  batch: ['exit'],
};

/** A list of assertions at a path; items that are wrong are told to `problems` and left out. */
export function parseAssertions(
  tree: YamlTree,
  path: YamlPath,
  value: Plain,
  problems: Problems,
): readonly PlacedAssertion[] {
  if (!Array.isArray(value)) {
    problems.add(tree.place(path), messages().lesson.wantsAssertionList);
    return [];
  }
  return value.flatMap((item: Plain, index) => parseAssertion(tree, [...path, index], item, problems) ?? []);
}

/** One assertion at a path; undefined where it is wrong. */
export function parseAssertion(
  tree: YamlTree,
  path: YamlPath,
  item: Plain,
  problems: Problems,
): PlacedAssertion | undefined {
  const m = messages().lesson;
  if (!isMapping(item)) {
    problems.add(tree.place(path), m.wantsAssertion);
    return undefined;
  }
  const found = subjects.filter((subject) => subject in item);
  const subject = found.find((one) => found.every((other) => other === one || alsoKeys[one]?.includes(other)));
  const [first, second] = found.toSorted((a, b) => order(tree, path, a) - order(tree, path, b));
  if (first === undefined) {
    const key = Object.keys(item)[0] ?? '';
    problems.add(tree.keyPlace([...path, key]), m.noSubject({ key }), meantOrKnown(key, subjects));
    return undefined;
  }
  if (subject === undefined) {
    problems.add(tree.keyPlace([...path, second ?? first]), m.twoSubjects({ first, second: second ?? first }));
    return undefined;
  }
  const assertion =
    subject in single
      ? parseSingle(subject as keyof typeof single, { tree, path, item }, problems)
      : validate<Assertion>(named[subject as keyof typeof named], { tree, path, value: item }, problems);
  return assertion && { assertion, place: tree.place([...path, subject]) };
}

function order(tree: YamlTree, path: YamlPath, key: string): number {
  const { line, column } = tree.keyPlace([...path, key]);
  return line * 1_000_000 + column;
}

type Item = { readonly tree: YamlTree; readonly path: YamlPath; readonly item: Mapping };

function parseSingle(
  subject: keyof typeof single,
  { tree, path, item }: Item,
  problems: Problems,
): Assertion | undefined {
  const m = messages().lesson;
  const { [subject]: below, ...beside } = item;
  const inside = isMapping(below);
  if (!inside && below !== null) {
    problems.add(tree.place([...path, subject]), m.wantsKeysBelow({ subject }));
    return undefined;
  }
  const [stray] = Object.keys(beside);
  if (inside && stray !== undefined) {
    problems.add(tree.keyPlace([...path, stray]), m.keysInTwoPlaces({ subject, key: stray }));
    return undefined;
  }
  const value = inside ? below : beside;
  const result = validate<Assertion>(
    single[subject],
    { tree, path: inside ? [...path, subject] : path, value },
    problems,
  );
  if (result !== undefined && saysNothing(result, 'subject')) {
    problems.add(tree.keyPlace([...path, subject]), m.nothingToCheck({ subject }));
    return undefined;
  }
  return result;
}
