import * as z from 'zod';
import { messages } from '../messages/index.ts';
import { distinct, fileName, id, line, strict, text } from './schema.ts';
import { collectProblems, inReadingOrder, makeSource, type Place, type Source } from './source.ts';
import type { AuthorError } from './types.ts';
import { validate } from './validate.ts';
import { readYaml, type YamlTree } from './yaml.ts';
import { isMapping, type Plain } from './yaml-plain.ts';

const supportedFormat = 1;
const longestPack = 256 * 1024;

export type PackManifest = {
  readonly name: string;
  readonly title: Readonly<Record<string, string>>;
  readonly languages: readonly string[];
  /** lesson folders in order, and where pack.yaml names them */
  readonly lessons: readonly { readonly folder: string; readonly place: Place }[];
};

export type ParsedPack = {
  /** only where there is no error */
  readonly manifest?: PackManifest;
  /** what can be read of it, also where something else is wrong */
  readonly declared: Pick<PackManifest, 'languages' | 'lessons'>;
  readonly errors: readonly AuthorError[];
  readonly source: Source;
};

const m = () => messages().lesson;

const language = text.refine((code) => /^[a-z]{2}(?:-[A-Z]{2})?$/.test(code), { error: () => m().badLanguage });

/** What stands in pack.yaml. */
export const packFile = strict({
  format: z
    .unknown()
    .refine((format) => format === supportedFormat, { error: () => m().badFormat({ supported: supportedFormat }) }),
  name: id,
  title: z.record(z.string(), line, { error: () => m().wantsTitles }),
  languages: distinct(language).min(1, { error: () => m().wantsFilledList }),
  lessons: distinct(fileName).min(1, { error: () => m().wantsFilledList }),
}).superRefine((pack, context) => {
  for (const code of pack.languages) {
    if (!(code in pack.title)) {
      context.addIssue({
        code: 'custom',
        path: ['title'],
        message: m().titleMissing({ language: code }),
        params: { at: 'key', rule: true },
      });
    }
  }
});

/** Parses pack.yaml. Pure, never throws for what an author wrote. */
export function parsePack({ path, text: content }: { readonly path: string; readonly text: string }): ParsedPack {
  const source = makeSource(path, content);
  const problems = collectProblems(source);
  const tree = readYaml(source.text, (place) => place, problems, longestPack);
  const declared = declaredIn(tree);
  const data = tree && validate(packFile, { tree, path: [], value: tree.value }, problems);
  if (tree === undefined || data === undefined) {
    return { errors: inReadingOrder(problems.errors), declared, source };
  }
  const { name, title, languages } = data;
  const lessons = data.lessons.map((one, index) => ({ folder: one, place: tree.place(['lessons', index]) }));
  return { manifest: { name, title, languages, lessons }, errors: [], declared, source };
}

function declaredIn(tree: YamlTree | undefined): ParsedPack['declared'] {
  const value = tree && isMapping(tree.value) ? tree.value : {};
  const listed = (key: string, item: z.ZodType<string>) => {
    const items = value[key];
    if (!Array.isArray(items)) return [];
    return items.flatMap((one: Plain, index) => {
      const read = item.safeParse(one);
      return read.success && tree ? [{ text: read.data, place: tree.place([key, index]) }] : [];
    });
  };
  const lessons = listed('lessons', fileName).map(({ text: folder, place }) => ({ folder, place }));
  return {
    languages: listed('languages', language).map(({ text: code }) => code),
    lessons: lessons.filter(({ folder }, index) => lessons.findIndex((other) => other.folder === folder) === index),
  };
}
