import * as z from 'zod';
import type { TextResult } from '../lesson/read-text.ts';
import { filledList, line, list } from '../lesson/schema.ts';
import { messages } from '../messages/index.ts';
import { type ReadSideFile, readSideFile } from './side-file.ts';

/** One thing: its word in each language, and words that are not used for it. */
export type Term = {
  readonly words: Readonly<Record<string, string>>;
  readonly avoid: Readonly<Record<string, readonly string[]>>;
};

const wantsTerm = { error: () => messages().author.wantsTerm };
const code = z.string().regex(/^[a-z]{2}(?:-[A-Z]{2})?$/, wantsTerm);
const avoid = z.record(code, filledList(line), wantsTerm);

/** `{ en: topic, ko: 토픽, avoid: { ko: [주제] } }` */
const term = z.record(z.string(), z.unknown(), wantsTerm).transform((entry, context): Term => {
  const { avoid: avoided = {}, ...words } = entry;
  const result = z.object({ words: z.record(code, line, wantsTerm), avoid }).safeParse({ words, avoid: avoided });
  if (result.success) return result.data;
  for (const { path, message } of result.error.issues) {
    const [part, ...rest] = path.map((step) => (typeof step === 'number' ? step : String(step)));
    context.addIssue({ code: 'custom', message, path: part === 'avoid' ? ['avoid', ...rest] : rest });
  }
  return z.NEVER;
});

const glossary = list(term);

/** Reads glossary.yaml: a list of terms. Pure. */
export const readGlossary = (path: string, read: TextResult): ReadSideFile<readonly Term[]> =>
  readSideFile(glossary, path, read);
