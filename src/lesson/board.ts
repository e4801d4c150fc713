import * as z from 'zod';
import { messages } from '../messages/index.ts';
import { type PlacedAssertion, parseAssertions } from './assertions/parse-assertions.ts';
import { type ParsedMistakes, parseMistakes } from './mistakes.ts';
import { id, line, prose, strict } from './schema.ts';
import type { Problems } from './source.ts';
import type { Panel } from './types.ts';
import { validate } from './validate.ts';
import type { YamlPath, YamlTree } from './yaml.ts';
import { isMapping, type Plain } from './yaml-plain.ts';

/** Where the report of a board is written, in the lesson's workspace. */
export const reportFile = 'report.md';

const panel = strict({
  id,
  title: line,
  symptom: prose,
  report: prose,
  // Read by their own rules, below.
  check: z.unknown().optional(),
  mistakes: z.unknown().optional(),
});

export type ParsedBoard = ParsedMistakes & {
  readonly panels: readonly Panel[];
  /** the checks of all panels, one after the other */
  readonly checks: readonly PlacedAssertion[];
};

/** A `board` block: a list of panels. What is wrong is told and left out. */
export function parseBoard(tree: YamlTree, problems: Problems): ParsedBoard {
  if (!Array.isArray(tree.value)) {
    problems.add(tree.place([]), messages().lesson.wantsPanelList);
    return { panels: [], checks: [], mistakes: [], assertions: [] };
  }
  const checks: PlacedAssertion[] = [];
  const parsed = tree.value.map((item: Plain, index) => {
    const said = validate(panel, { tree, path: [index], value: item }, problems);
    const found = parseChecks(tree, [index], item, problems);
    const own = isMapping(item) && item['mistakes'] !== undefined;
    const { mistakes, assertions } = own
      ? parseMistakes(tree, problems, [index, 'mistakes'])
      : { mistakes: [], assertions: [] };
    const places = found.map((_, at) => checks.length + at);
    checks.push(...found);
    if (said === undefined) return { assertions };
    const { id: name, title, symptom, report } = said;
    return {
      panel: { id: name, title, symptom, report, checks: places },
      mistakes: mistakes.map(({ mistake, place }) => ({ mistake: { ...mistake, panel: name }, place })),
      assertions,
    };
  });
  const panels = parsed.flatMap((each) => each.panel ?? []);
  refuseTwice(tree, panels, problems);
  return {
    panels,
    checks,
    mistakes: parsed.flatMap(({ mistakes = [] }) => mistakes),
    assertions: parsed.flatMap(({ assertions }) => assertions),
  };
}

function parseChecks(tree: YamlTree, at: YamlPath, item: Plain, problems: Problems): readonly PlacedAssertion[] {
  if (!isMapping(item)) return [];
  const { check } = item;
  const path = [...at, 'check'];
  if (check === undefined) problems.add(tree.place(at), messages().lesson.missingKey({ key: 'check' }));
  else if (Array.isArray(check) && check.length === 0)
    problems.add(tree.place(path), messages().lesson.wantsFilledList);
  else return parseAssertions(tree, path, check, problems);
  return [];
}

function refuseTwice(tree: YamlTree, panels: readonly Panel[], problems: Problems): void {
  const seen = new Set<string>();
  for (const [index, { id: name }] of panels.entries()) {
    if (seen.has(name)) problems.add(tree.place([index, 'id']), messages().lesson.twice({ name }));
    seen.add(name);
  }
}
