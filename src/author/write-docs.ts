import { readFile, writeFile } from 'node:fs/promises';
import { docsTables, withTables } from './docs-tables.ts';

/** Brings the tables of docs/writing-lessons.md up to date: `npm run docs`. */
export async function writeDocs(path: string): Promise<void> {
  await writeFile(path, withTables(await readFile(path, 'utf8'), docsTables()));
}
