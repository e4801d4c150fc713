import * as z from 'zod';
import { messages } from '../messages/index.ts';
import { type PlacedAssertion, parseAssertion } from './assertions/parse-assertions.ts';
import { defined } from './defined.ts';
import { line, prose, strict } from './schema.ts';
import type { Place, Problems } from './source.ts';
import type { Mistake } from './types.ts';
import { validate } from './validate.ts';
import type { YamlTree } from './yaml.ts';
import { isMapping, type Plain } from './yaml-plain.ts';

const mistake = strict({ when: z.unknown(), say: prose, try: line.exactOptional() });

/** A mistake and where its item begins. */
export type PlacedMistake = { readonly mistake: Mistake; readonly place: Place };

export type ParsedMistakes = {
  readonly mistakes: readonly PlacedMistake[];
  /** every assertion of every `when` */
  readonly assertions: readonly PlacedAssertion[];
};

/** A `mistakes` block: a list of `when`, `say` and perhaps `try`. Items that are wrong are told and left out. */
export function parseMistakes(tree: YamlTree, problems: Problems): ParsedMistakes {
  if (!Array.isArray(tree.value)) {
    problems.add(tree.place([]), messages().lesson.wantsMistakeList);
    return { mistakes: [], assertions: [] };
  }
  const parsed = tree.value.map((item: Plain, index) => parseMistake(tree, index, item, problems));
  return {
    mistakes: parsed.flatMap(({ mistake }, index) => (mistake ? { mistake, place: tree.place([index]) } : [])),
    assertions: parsed.flatMap(({ assertions }) => assertions),
  };
}

function parseMistake(
  tree: YamlTree,
  index: number,
  item: Plain,
  problems: Problems,
): { readonly mistake?: Mistake; readonly assertions: readonly PlacedAssertion[] } {
  const said = validate(mistake, { tree, path: [index], value: item }, problems);
  if (!isMapping(item) || item['when'] === undefined) {
    if (isMapping(item) && said !== undefined)
      problems.add(tree.place([index]), messages().lesson.missingKey({ key: 'when' }));
    return { assertions: [] };
  }
  const when = item['when'];
  const path = [index, 'when'];
  const items = Array.isArray(when)
    ? when.map((one: Plain, at) => ({ one, path: [...path, at] }))
    : [{ one: when, path }];
  if (items.length === 0) problems.add(tree.place(path), messages().lesson.wantsFilledList);
  const assertions = items.flatMap(({ one, path: at }) => parseAssertion(tree, at, one, problems) ?? []);
  // It passes where no cmd.exe is, and then the mistake would be told to everybody.
  for (const { assertion, place } of assertions) {
    if (assertion.subject === 'batch') problems.add(place, messages().lesson.batchInMistake);
  }
  if (said === undefined || assertions.length < items.length || items.length === 0) return { assertions };
  const { say, try: attempt } = said;
  return { mistake: { when: assertions.map((one) => one.assertion), say, ...defined({ try: attempt }) }, assertions };
}
