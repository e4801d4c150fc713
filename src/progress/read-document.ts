import * as z from 'zod';
import { currentVersion, type ProgressDocument, progressSchema } from './schema.ts';

export type ReadDocument =
  | { readonly state: 'good'; readonly document: ProgressDocument }
  | { readonly state: 'damaged' }
  /** written by a newer program */
  | { readonly state: 'newer' };

/** From each older version to the next. */
export type Migrations = Readonly<Record<number, (older: unknown) => unknown>>;

/** Version 1 is the first. */
const migrations: Migrations = {};

const versioned = z.looseObject({ version: z.int().nonnegative() });

/** Reads the text of a progress file, of this version or an older one. */
export function readDocument(text: string, steps: Migrations = migrations): ReadDocument {
  try {
    let content: unknown = JSON.parse(text);
    let { version } = versioned.parse(content);
    if (version > currentVersion) return { state: 'newer' };
    for (; version < currentVersion; version++) content = steps[version]?.(content);
    return { state: 'good', document: progressSchema.parse(content) };
  } catch {
    return { state: 'damaged' };
  }
}
