import type { z } from 'zod';
import { messages } from '../messages/index.ts';
import type { Problems } from './source.ts';
import { closest, didYouMean, meantOrKnown } from './suggest.ts';
import type { YamlPath, YamlTree } from './yaml.ts';
import type { Plain } from './yaml-plain.ts';

type Subject = {
  readonly tree: YamlTree;
  readonly path: YamlPath;
  readonly value: Plain;
  /** what to write where one of these keys is missing */
  readonly examples?: Readonly<Record<string, string>>;
};

/**
 * Checks the value at a path of a YAML tree against a schema of schema.ts. undefined: it does not fit, and every reason
 * was told to `problems` at the key or value it is about.
 */
export function validate<Result>(schema: z.ZodType<Result>, subject: Subject, problems: Problems): Result | undefined {
  const result = schema.safeParse(subject.value);
  if (result.success) return result.data;
  const { issues } = result.error;
  // While a key or a value is wrong, rules about how keys go together would mislead.
  const plain = issues.filter((issue) => paramsOf(issue)['rule'] !== true);
  const misspelt = new Set(issues.flatMap(meantKeys));
  for (const issue of plain.length > 0 ? plain : issues) tell(issue, subject, misspelt, problems);
  return undefined;
}

/** Paths of the keys that were probably meant by the unknown ones: not to be told as missing as well. */
function meantKeys(issue: z.core.$ZodIssue): readonly string[] {
  if (issue.code !== 'unrecognized_keys') return [];
  const known = issue.message.split(' ');
  return issue.keys.flatMap((key) => {
    const meant = closest(key, known);
    return meant === undefined ? [] : [[...issue.path, meant].join('.')];
  });
}

const paramsOf = (issue: z.core.$ZodIssue): Readonly<Record<string, unknown>> =>
  issue.code === 'custom' ? (issue.params ?? {}) : {};

function tell(
  issue: z.core.$ZodIssue,
  { tree, path: start, examples }: Subject,
  misspelt: ReadonlySet<string>,
  problems: Problems,
): void {
  const m = messages().lesson;
  const path = [...start, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      const suggestion = meantOrKnown(key, issue.message.split(' '));
      problems.add(tree.keyPlace([...path, key]), m.unknownKey({ key }), suggestion);
    }
    return;
  }
  const key = path.at(-1);
  if (typeof key === 'string' && !tree.has(path) && tree.has(path.slice(0, -1))) {
    if (misspelt.has(issue.path.join('.'))) return;
    const example = issue.path.length === 1 ? examples?.[key] : undefined;
    problems.add(tree.place(path), m.missingKey({ key }), example && m.forExample({ text: example }));
    return;
  }
  const params = paramsOf(issue);
  const place = params['at'] === 'key' ? tree.keyPlace(path) : tree.place(path);
  const known = issue.code === 'invalid_value' ? issue.values.filter((value) => typeof value === 'string') : [];
  const value = tree.text(path);
  const meant = typeof params['meant'] === 'string' ? m.didYouMean({ name: params['meant'] }) : undefined;
  problems.add(place, issue.message, known.length > 0 && value !== undefined ? didYouMean(value, known) : meant);
}
