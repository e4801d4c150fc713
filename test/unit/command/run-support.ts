import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type RunLineOptions, runLine, type StartedLine } from '../../../src/command/run-line.ts';
import type { OutputChunk, ParsedCommand, Spawnable } from '../../../src/command/types.ts';
import { identify } from '../../../src/platform/process-identity.ts';

/** A folder that goes with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kafka-lessons-command-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An engine whose tools are node scripts: their arguments are in process.argv from 1 on. */
export const scripts = (tools: Readonly<Record<string, string>>, more: Partial<Spawnable> = {}) => ({
  tools: () => Object.keys(tools),
  spawnable: async ({ tool, args }: ParsedCommand): Promise<Spawnable> => ({
    file: process.execPath,
    args: ['-e', tools[tool] ?? '', '--', ...args],
    env: {},
    stop: 'signal',
    ...more,
  }),
});

export type Run = StartedLine & { readonly chunks: readonly OutputChunk[]; readonly workspace: string };

/** Starts a line with such tools in a folder of its own; it is stopped with the test. */
export async function start(
  line: string,
  tools: Readonly<Record<string, string>> = {},
  options: Partial<RunLineOptions> & { readonly spawn?: Partial<Spawnable>; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Run> {
  const { spawn, env, ...rest } = options;
  const workspace = rest.workspace ?? temporaryFolder();
  const chunks: OutputChunk[] = [];
  const onChunk = (chunk: OutputChunk): void => void chunks.push(chunk);
  const deps = { engine: scripts(tools, spawn), ...(env && { env }) };
  const started = await runLine(line, deps, { onChunk, ...rest, workspace });
  onTestFinished(() => started.running.stop());
  return { ...started, chunks, workspace };
}

export const textOf = (run: Run): string[] => run.running.output().map((line) => line.text);

/** Waits until something is true; throws after the deadline. */
export async function until(what: () => boolean | Promise<boolean>, withinMs = 5_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await what())) {
    if (Date.now() > deadline) throw new Error(`not true within ${withinMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** True while a process runs; a zombie does not. */
export const isAlive = async (pid: number): Promise<boolean> => (await identify(pid)) !== undefined;
