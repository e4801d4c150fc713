import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Tells the temp folders of this run from those of another one on the same machine. Set once, inherited by the test files. */
const variable = 'KAFKA_LESSONS_TEST_RUN';

export function nameThisRun(): void {
  process.env[variable] ??= randomBytes(4).toString('hex');
}

/** What the name of every temp folder of this run begins with. */
export const tempPrefix = (): string => `kafka-lessons-test-${process.env[variable] ?? 'alone'}-`;

/** A temp folder of this run; whoever makes it removes it. */
export const tempFolder = (): Promise<string> => mkdtemp(join(tmpdir(), tempPrefix()));

/** Temp folders of this run that are still there, and processes that name one on their command line. */
export async function leftovers(): Promise<readonly string[]> {
  const folders = readdirSync(tmpdir()).filter((name) => name.startsWith(tempPrefix()));
  const { stdout } = await promisify(execFile)('ps', ['-axww', '-o', 'pid=,stat=,command='], { maxBuffer: 20_000_000 });
  const processes = stdout.split('\n').filter((line) => line.includes(tempPrefix()) && !/^\s*\d+\s+Z/.test(line));
  return [...folders, ...processes.map((line) => line.trim().slice(0, 300))];
}
