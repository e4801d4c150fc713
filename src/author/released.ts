import * as z from 'zod';
import type { TextResult } from '../lesson/read-text.ts';
import { id, list } from '../lesson/schema.ts';
import { messages } from '../messages/index.ts';
import type { AuthoredPack } from './authored-pack.ts';
import { type ReadSideFile, readSideFile } from './side-file.ts';

/** lesson → its steps, as they were in the last release */
export type Released = Readonly<Record<string, readonly string[]>>;

const released = z.record(z.string(), list(id), { error: () => messages().author.wantsReleased });

/** Reads released.yaml. Pure. */
export const readReleased = (path: string, read: TextResult): ReadSideFile<Released> =>
  readSideFile(released, path, read);

/** The text of released.yaml for a pack as it is now. */
export function writeReleased(pack: AuthoredPack): string {
  const lines = pack.lessons.flatMap(({ parsed }) =>
    parsed?.declared ? [`${parsed.declared.id}:`, ...parsed.outline.map(({ step }) => `  - ${step.id}`)] : [],
  );
  return `${['# The lessons and steps of the last release: learners have progress under these names.', '# Written by: kafka-lessons author check --release', ...lines].join('\n')}\n`;
}
