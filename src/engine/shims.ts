import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toolNames } from './tool-table.ts';

/** How this program is started, for what starts it again (shims on the learner's PATH). */
export type Program = { readonly node: string; readonly main: string };

/**
 * Writes a small script for each tool, with and without `.sh` (`.bat` on Windows), that calls this program's `tool` verb: addresses
 * are then mapped in the learner's shell as they are in the app. Returns their folder.
 */
export async function writeShims(
  { folder, program }: { readonly folder: string; readonly program: Program },
  platform: NodeJS.Platform = process.platform,
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const files = [...toolNames.flatMap((tool) => shimFiles(tool, program, platform)), ownShim(program, platform)];
  await Promise.all(files.map(writeShim));
  return folder;

  async function writeShim({ name, text }: ShimFile): Promise<void> {
    const path = join(folder, name);
    if ((await readFile(path, 'utf8').catch(() => undefined)) === text) return;
    await writeFile(path, text);
    await chmod(path, 0o755);
  }
}

/** This program itself, which is not on PATH where npx started it. */
function ownShim(program: Program, platform: NodeJS.Platform): ShimFile {
  return platform === 'win32'
    ? { name: 'kafka-lessons.bat', text: `@${quotedForCmd(program)} %*\r\n` }
    : { name: 'kafka-lessons', text: `#!/bin/sh\nexec ${quotedForSh(program)} "$@"\n` };
}

const quotedForCmd = ({ node, main }: Program): string =>
  [node, main].map((path) => `"${path.replaceAll('%', '%%')}"`).join(' ');

const quotedForSh = ({ node, main }: Program): string =>
  [node, main].map((path) => `'${path.replaceAll("'", "'\\''")}'`).join(' ');

export type ShimFile = { readonly name: string; readonly text: string };

export function shimFiles(tool: string, program: Program, platform: NodeJS.Platform): readonly ShimFile[] {
  if (platform === 'win32') {
    return [{ name: `${tool}.bat`, text: `@${quotedForCmd(program)} tool ${tool} %*\r\n` }];
  }
  const text = `#!/bin/sh\nexec ${quotedForSh(program)} tool ${tool} "$@"\n`;
  return [
    { name: tool, text },
    { name: `${tool}.sh`, text },
  ];
}
