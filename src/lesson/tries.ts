import * as z from 'zod';
import { messages } from '../messages/index.ts';
import { parseDeed } from './deeds.ts';
import { id, prose, strict } from './schema.ts';
import { collectProblems, inReadingOrder, makeSource, type Problems } from './source.ts';
import { didYouMean } from './suggest.ts';
import type { AuthorError, Lesson, Position, Step } from './types.ts';
import { validate } from './validate.ts';
import { readYaml, type YamlPath, type YamlTree } from './yaml.ts';
import { isMapping, type Plain } from './yaml-plain.ts';

/** One thing that a learner does. */
export type Deed =
  /** types a line, which runs to its end, whatever it says */
  | { readonly kind: 'type'; readonly line: string }
  /** leaves a line running beside it, until the next mistake is tried */
  | { readonly kind: 'background'; readonly line: string }
  /** ends a background command of the lesson */
  | { readonly kind: 'stop'; readonly id: string }
  /** saves a file of the workspace; with line ends as Windows has them, where the lesson gives it so */
  | { readonly kind: 'file'; readonly name: string; readonly text: string; readonly crlf?: true }
  /** performs the step */
  | { readonly kind: 'enter' };

/** How a mistake is made. */
export type Try = {
  /** the whole sentence of the mistake that is to be told, as it was written */
  readonly say: string;
  /** which mistake of the step that is, from 0: in any language */
  readonly mistake: number;
  readonly deeds: readonly Deed[];
  readonly position: Position;
};

/** Mistakes of a step, made one after the other: the first where the step begins, each other where the one before left it. */
export type TriedStep = { readonly step: string; readonly tries: readonly Try[] };

export type ParsedTries = { readonly tried: readonly TriedStep[]; readonly errors: readonly AuthorError[] };

const longestTries = 256 * 1024;

const group = strict({ step: id, tries: z.unknown() });
const tryShape = strict({ says: prose, do: z.unknown() });

type Context = { readonly tree: YamlTree; readonly lesson: Lesson; readonly path: string; readonly problems: Problems };

/** Parses the tries.yaml of a lesson. Pure, never throws for what an author wrote. */
export function parseTries(file: { readonly path: string; readonly text: string }, lesson: Lesson): ParsedTries {
  const source = makeSource(file.path, file.text);
  const problems = collectProblems(source);
  const tree = readYaml(source.text, (place) => place, problems, longestTries);
  if (tree === undefined) return { tried: [], errors: inReadingOrder(problems.errors) };
  const context = { tree, lesson, path: file.path, problems };
  const tried = listAt(context, []).flatMap(({ path, value }) => parseGroup(context, path, value) ?? []);
  return { tried: problems.count > 0 ? [] : tried, errors: inReadingOrder(problems.errors) };
}

function parseGroup(context: Context, path: YamlPath, value: Plain): TriedStep | undefined {
  const { tree, lesson, problems } = context;
  const found = validate(group, { tree, path, value }, problems);
  if (found === undefined) return undefined;
  const step = lesson.steps.find(({ id: known }) => known === found.step);
  const place = tree.place([...path, 'step']);
  const say = messages().tries;
  if (step === undefined) {
    const known = lesson.steps.map((each) => each.id);
    problems.add(place, say.unknownStep({ step: found.step }), didYouMean(found.step, known));
    return undefined;
  }
  if (step.mistakes.length === 0) problems.add(place, say.noMistakes({ step: step.id }));
  const tries = listAt(context, [...path, 'tries'], path).flatMap(
    (each) => parseTry(context, step, each.path, each.value) ?? [],
  );
  return { step: step.id, tries };
}

function parseTry(context: Context, step: Step, path: YamlPath, value: Plain): Try | undefined {
  const { tree, lesson, problems } = context;
  const found = validate(tryShape, { tree, path, value }, problems);
  if (found === undefined) return undefined;
  const say = mistakeThatBegins(context, step, path, found.says.trim());
  const at = [...path, 'do'];
  const done = isMapping(value) ? value['do'] : undefined;
  if (done === undefined) problems.add(tree.place(path), messages().lesson.missingKey({ key: 'do' }));
  const items = Array.isArray(done) ? listAt(context, at) : [{ path: at, value: done ?? '' }];
  const deeds = done === undefined ? [] : items.map((item) => parseDeed({ ...item, tree, lesson, step, problems }));
  if (say === undefined) return undefined;
  return {
    say,
    mistake: step.mistakes.findIndex((mistake) => mistake.say === say),
    deeds: deeds.flatMap((deed) => deed ?? []),
    position: { path: context.path, ...tree.place(path) },
  };
}

/** The one sentence that begins like this: what an author can read at both places, and a translation does not touch. */
function mistakeThatBegins(
  { tree, problems }: Context,
  step: Step,
  path: YamlPath,
  beginning: string,
): string | undefined {
  const say = messages().tries;
  const place = tree.place([...path, 'says']);
  const meant = new Set(step.mistakes.map((mistake) => mistake.say).filter((text) => text.startsWith(beginning)));
  const [only] = meant;
  if (meant.size > 1) problems.add(place, say.severalMistakes({ count: meant.size }));
  else if (only !== undefined) return only;
  else if (step.mistakes.length > 0) {
    const sayings = step.mistakes.map((mistake) => mistake.say);
    problems.add(place, say.unknownMistake, say.mistakesAre({ sayings }));
  }
  return undefined;
}

/** The items of a list that has to be there and to have some. `owner`: where a missing one is told. */
function listAt(
  { tree, problems }: Pick<Context, 'tree' | 'problems'>,
  path: YamlPath,
  owner?: YamlPath,
): readonly { readonly path: YamlPath; readonly value: Plain }[] {
  const value = valueAt(tree.value, path);
  const key = path.at(-1);
  if (value === undefined && owner && typeof key === 'string') {
    problems.add(tree.place(owner), messages().lesson.missingKey({ key }));
    return [];
  }
  if (!Array.isArray(value)) {
    problems.add(tree.place(path), path.length === 0 ? messages().tries.wantsList : messages().lesson.wantsList);
    return [];
  }
  if (value.length === 0) problems.add(tree.place(path), messages().lesson.wantsFilledList);
  return value.map((item: Plain, index) => ({ path: [...path, index], value: item }));
}

function valueAt(value: Plain, path: YamlPath): Plain | undefined {
  let at: Plain | undefined = value;
  for (const step of path) {
    if (Array.isArray(at)) at = at[Number(step)];
    else at = isMapping(at) ? at[step] : undefined;
    if (at === undefined) return undefined;
  }
  return at;
}
