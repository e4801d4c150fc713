import { execa } from 'execa';
import type { Engine } from '../../engine/types.ts';
import { readHelp } from './read-help.ts';
import type { ToolHelp, ToolTable } from './tool-table.ts';

/** Asks each of these tools (bare names) what it knows. Runs a JVM a tool, and one for each of its verbs. */
export async function readTools(engine: Pick<Engine, 'spawnable'>, tools: readonly string[]): Promise<ToolTable> {
  const table: Record<string, ToolHelp> = {};
  for (const tool of tools) {
    const { verbs, ...help } = readHelp(await helpOf(engine, tool, []));
    const known: Record<string, { about: string; options: ToolHelp['options'] }> = {};
    for (const [verb, about] of Object.entries(verbs)) {
      known[verb] = { about, options: readHelp(await helpOf(engine, tool, [verb])).options };
    }
    table[tool] = { ...help, ...(Object.keys(known).length > 0 && { verbs: known }) };
  }
  return table;
}

async function helpOf(engine: Pick<Engine, 'spawnable'>, tool: string, verb: readonly string[]): Promise<string> {
  const { file, args, env } = await engine.spawnable({ tool, args: [...verb, '--help'] });
  const options = { env, reject: false, stdin: 'ignore', all: true, timeout: 60_000 } as const;
  // The width that argparse4j breaks its lines at.
  return (await execa(file, [...args], { ...options, env: { ...env, COLUMNS: '1000' } })).all;
}
