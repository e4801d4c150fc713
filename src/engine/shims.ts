import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Program, type ShimFile, shimFile } from '../platform/shim-files.ts';
import { mariadbTool } from './mariadb-tool.ts';
import { toolNames } from './tool-table.ts';

/**
 * Writes a small script for each tool, Kafka's with and without `.sh`, that calls this program's `tool` verb: addresses are then
 * mapped in the learner's shell as they are in the app. Returns their folder.
 */
export async function writeShims({ folder, program }: { readonly folder: string; readonly program: Program }) {
  await mkdir(folder, { recursive: true });
  await Promise.all(shims(program).map(writeShim));
  return folder;

  async function writeShim({ name, text }: ShimFile): Promise<void> {
    const path = join(folder, name);
    if ((await readFile(path, 'utf8').catch(() => undefined)) === text) return;
    await writeFile(path, text);
    await chmod(path, 0o755);
  }
}

function shims(program: Program): readonly ShimFile[] {
  const shim = (name: string, tool: string): ShimFile => shimFile(name, ['tool', tool], program);
  return [
    ...toolNames.flatMap((tool) => [shim(tool, tool), shim(`${tool}.sh`, tool)]),
    shim(mariadbTool, mariadbTool),
    // This program itself, which is not on PATH where npx started it.
    shimFile('kafka-lessons', [], program),
  ];
}
