import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import type { StepRef } from '../course/types.ts';
import type { Journal, JournalEntry } from '../session/journal.ts';

const at = z.iso.datetime();
const entry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('setup'), at }),
  z.object({ type: z.literal('command'), at, run: z.int(), line: z.string(), typed: z.boolean() }),
  z.object({ type: z.literal('ended'), at, run: z.int(), exit: z.int().nullable() }),
  z.object({ type: z.literal('hint'), at }),
  z.object({ type: z.literal('panel'), at, panel: z.string(), state: z.enum(['broken', 'mended']) }),
  z.object({ type: z.literal('mistake'), at, panel: z.string(), say: z.string() }),
  z.object({ type: z.literal('passed'), at }),
]) satisfies z.ZodType<JournalEntry>;

/** The journal as a file a step, one JSON document a line: `FOLDER/LESSON/STEP.jsonl`. */
export function journalFile(folder: string): Journal {
  const pathOf = ({ lesson, step }: StepRef): string => join(folder, lesson, `${step}.jsonl`);
  // One after the other, so that lines stand in the order in which things happened.
  let last: Promise<unknown> = Promise.resolve();
  const later = (work: () => Promise<unknown>): void => {
    last = last.then(work).catch(() => {});
  };
  return {
    begin: (ref, time) =>
      later(async () => {
        await mkdir(dirname(pathOf(ref)), { recursive: true });
        await writeFile(pathOf(ref), lineOf({ type: 'setup', at: time }));
      }),
    add: (ref, added) =>
      later(async () => {
        await mkdir(dirname(pathOf(ref)), { recursive: true });
        await appendFile(pathOf(ref), lineOf(added));
      }),
    read: async (ref) => {
      await last;
      const text = await readFile(pathOf(ref), 'utf8').catch(() => '');
      return text.split('\n').flatMap(entryOf);
    },
  };
}

const lineOf = (added: JournalEntry): string => `${JSON.stringify(added)}\n`;

/** A line that was being written when the computer was switched off is left out. */
function entryOf(line: string): JournalEntry[] {
  if (line === '') return [];
  try {
    const read = entry.safeParse(JSON.parse(line));
    return read.success ? [read.data] : [];
  } catch {
    return [];
  }
}
