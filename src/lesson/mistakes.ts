import * as z from 'zod';
import { messages } from '../messages/index.ts';
import { type PlacedAssertion, parseAssertion } from './assertions/parse-assertions.ts';
import { defined } from './defined.ts';
import { line, prose, strict } from './schema.ts';
import type { Place, Problems } from './source.ts';
import type { Mistake } from './types.ts';
import { validate } from './validate.ts';
import type { YamlPath, YamlTree } from './yaml.ts';
import { isMapping, type Plain } from './yaml-plain.ts';

const mistake = strict({ when: z.unknown(), say: prose, try: line.exactOptional() });

/** A mistake and where its item begins. */
export type PlacedMistake = { readonly mistake: Mistake; readonly place: Place };

export type ParsedMistakes = {
  readonly mistakes: readonly PlacedMistake[];
  /** every assertion of every `when` */
  readonly assertions: readonly PlacedAssertion[];
};

/** The mistakes at a path: a list of `when`, `say` and perhaps `try`. Items that are wrong are told and left out. */
export function parseMistakes(tree: YamlTree, problems: Problems, at: YamlPath = []): ParsedMistakes {
  const list = at.reduce<Plain | undefined>(below, tree.value);
  if (!Array.isArray(list)) {
    problems.add(tree.place(at), messages().lesson.wantsMistakeList);
    return { mistakes: [], assertions: [] };
  }
  const parsed = list.map((item: Plain, index) => parseMistake(tree, [...at, index], item, problems));
  return {
    mistakes: parsed.flatMap(({ mistake }, index) => (mistake ? { mistake, place: tree.place([...at, index]) } : [])),
    assertions: parsed.flatMap(({ assertions }) => assertions),
  };
}

function below(value: Plain | undefined, key: string | number): Plain | undefined {
  if (Array.isArray(value)) return (value as readonly Plain[])[Number(key)];
  return isMapping(value) ? value[key] : undefined;
}

function parseMistake(
  tree: YamlTree,
  at: YamlPath,
  item: Plain,
  problems: Problems,
): { readonly mistake?: Mistake; readonly assertions: readonly PlacedAssertion[] } {
  const said = validate(mistake, { tree, path: at, value: item }, problems);
  if (!isMapping(item) || item['when'] === undefined) {
    if (isMapping(item) && said !== undefined)
      problems.add(tree.place(at), messages().lesson.missingKey({ key: 'when' }));
    return { assertions: [] };
  }
  const when = item['when'];
  const path = [...at, 'when'];
  const items = Array.isArray(when)
    ? when.map((one: Plain, index) => ({ one, path: [...path, index] }))
    : [{ one: when, path }];
  if (items.length === 0) problems.add(tree.place(path), messages().lesson.wantsFilledList);
  const assertions = items.flatMap((each) => parseAssertion(tree, each.path, each.one, problems) ?? []);
  // It passes where no cmd.exe is, and then the mistake would be told to everybody.
  for (const { assertion, place } of assertions) {
    if (assertion.subject === 'batch') problems.add(place, messages().lesson.batchInMistake);
  }
  if (said === undefined || assertions.length < items.length || items.length === 0) return { assertions };
  const { say, try: attempt } = said;
  return { mistake: { when: assertions.map((one) => one.assertion), say, ...defined({ try: attempt }) }, assertions };
}
