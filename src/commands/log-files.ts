import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Whole outputs of this many commands are kept. */
const kept = 50;

/** A new file in the folder for one command's whole output; the oldest ones go. Where none can be made, writing it will show that. */
export async function nextLogFile(folder: string, now: Date = new Date()): Promise<string> {
  const files = await filesIn(folder).catch(() => []);
  const stamp = now.toISOString().replace(/[:.]/g, '-');
  // Two commands can start within a millisecond.
  const same = files.filter((file) => file.startsWith(stamp)).length;
  return join(folder, `${stamp}-${same}.log`);
}

async function filesIn(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const files = (await readdir(folder)).sort();
  for (const old of files.slice(0, Math.max(0, files.length - kept + 1))) await rm(join(folder, old), { force: true });
  return files;
}
