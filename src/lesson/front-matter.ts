import type { z } from 'zod';
import { messages } from '../messages/index.ts';
import { idFrom, isId } from './names.ts';
import { distinct, fileName, id, line, oneOf, positiveNumber, strict, text, topicName } from './schema.ts';
import type { Place, Problems, Source } from './source.ts';
import { databaseNames, type Owns, serviceNames } from './types.ts';
import { validate } from './validate.ts';
import { readYaml } from './yaml.ts';
import { isMapping } from './yaml-plain.ts';

const longestLesson = 600;

const tableName = text.refine(
  (name) => databaseNames.some((database) => new RegExp(`^${database}\\.\\w+$`).test(name)),
  { error: () => messages().lesson.badTable({ databases: databaseNames }) },
);

const owns = strict({
  topics: distinct(topicName).exactOptional(),
  groups: distinct(text).exactOptional(),
  connectors: distinct(text).exactOptional(),
  tables: distinct(tableName).exactOptional(),
  files: distinct(fileName).exactOptional(),
  compose: distinct(fileName).exactOptional(),
});

/** What stands at the top of a lesson. */
export const frontMatter = strict({
  id,
  title: line,
  summary: line,
  minutes: positiveNumber.max(longestLesson, {
    error: () => messages().lesson.tooManyMinutes({ most: longestLesson }),
  }),
  services: distinct(oneOf(serviceNames)),
  owns: owns.exactOptional(),
});

export type FrontMatter = Omit<z.infer<typeof frontMatter>, 'owns'> & { readonly owns: Owns };

export type ReadFrontMatter = {
  readonly data?: FrontMatter;
  /** the id, also where the rest is wrong */
  readonly declared?: { readonly id: string; readonly place: Place };
  /** how many lines it takes, its marks included */
  readonly lines: number;
};

/** What a missing key could be, to be told with the error. */
function examples(folder: string | undefined): Readonly<Record<string, string>> {
  const name = idFrom((folder ?? '').replace(/^.*\//, '').replace(/^\d+-/, '')) ?? 'topics';
  return {
    id: `id: ${name}`,
    title: 'title: Topics',
    summary: 'summary: Create a topic, list it, look inside.',
    minutes: 'minutes: 10',
    services: 'services: [broker]',
  };
}

/** Reads the YAML between two `---` lines at the top of a lesson; `folder` only serves to suggest an id. */
export function readFrontMatter(source: Source, folder: string | undefined, problems: Problems): ReadFrontMatter {
  const m = messages().lesson;
  const isMark = (row: string | undefined) => row !== undefined && /^---\s*$/.test(row);
  if (!isMark(source.lines[0])) {
    problems.add({ line: 1, column: 1 }, m.frontMatterMissing);
    return { lines: 0 };
  }
  const end = source.lines.findIndex((row, index) => index > 0 && isMark(row));
  if (end < 0) {
    problems.add({ line: 1, column: 1 }, m.frontMatterNeverClosed);
    return { lines: source.lines.length };
  }
  const yaml = source.lines.slice(1, end).join('\n');
  const tree = readYaml(yaml, ({ line: row, column }) => ({ line: row + 1, column }), problems);
  if (tree === undefined) return { lines: end + 1 };
  const data = validate(frontMatter, { tree, path: [], value: tree.value, examples: examples(folder) }, problems);
  const name = isMapping(tree.value) ? tree.value['id'] : undefined;
  const declared = typeof name === 'string' && isId(name) ? { id: name, place: tree.place(['id']) } : undefined;
  return {
    lines: end + 1,
    ...(declared && { declared }),
    ...(data && {
      data: {
        ...data,
        owns: { topics: [], groups: [], connectors: [], tables: [], files: [], compose: [], ...data.owns },
      },
    }),
  };
}
