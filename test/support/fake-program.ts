import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes a shell script under a program's name; returns a PATH on which only it is found. For failures one cannot have for real. */
export async function fakeProgram(home: string, name: string, script: string): Promise<string> {
  const folder = join(home, 'fake-bin');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`);
  await chmod(join(folder, name), 0o755);
  return folder;
}
