import type { z } from 'zod';
import type { TextResult } from '../lesson/read-text.ts';
import { collectProblems, inReadingOrder, makeSource, type Source } from '../lesson/source.ts';
import type { AuthorError } from '../lesson/types.ts';
import { validate } from '../lesson/validate.ts';
import { readYaml, type YamlTree } from '../lesson/yaml.ts';

export type ReadSideFile<Data> = {
  readonly source: Source;
  readonly errors: readonly AuthorError[];
  /** only where there is no error */
  readonly data?: Data;
  readonly tree?: YamlTree;
};

const longest = 1024 * 1024;

/** A YAML file beside pack.yaml against its schema. Pure, never throws for what an author wrote. */
export function readSideFile<Data>(schema: z.ZodType<Data>, path: string, read: TextResult): ReadSideFile<Data> {
  if (!read.ok) return { source: makeSource(path, ''), errors: [read.error] };
  const source = makeSource(path, read.text);
  const problems = collectProblems(source);
  const tree = readYaml(source.text, (place) => place, problems, longest);
  const data = tree && validate(schema, { tree, path: [], value: tree.value }, problems);
  return {
    source,
    errors: inReadingOrder(problems.errors),
    ...(tree && data !== undefined && { data, tree }),
  };
}
