import type { PortMap } from '../engine/canonical-addresses.ts';
import { mapUrl } from '../engine/canonical-urls.ts';
import type { ComposeCall, Engine } from '../engine/types.ts';
import { UserError } from '../errors.ts';
import type { Museum } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import { findProgram } from '../platform/find-program.ts';
import { isKnown, unknownTool } from './check-line.ts';
import { type BuiltinName, isBuiltin } from './known-tools.ts';
import { readCompose } from './own/read-compose.ts';
import { type OwnCall, ownTool, readOwn } from './own/read-own.ts';
import { parseLine } from './parse-line.ts';
import { quoteLine } from './quote-line.ts';
import type { ParsedCommand, ParsedLine, Spawnable, Task } from './types.ts';

/** One command of a pipeline, ready to start. */
export type ResolvedCommand =
  | { readonly kind: 'process'; readonly spawnable: Spawnable }
  | { readonly kind: 'task'; readonly task: Task }
  | { readonly kind: 'builtin'; readonly name: BuiltinName; readonly args: readonly string[] };

export type ResolvedLine = {
  readonly commands: readonly ResolvedCommand[];
  readonly remarks: readonly string[];
  /** what really runs, where that says something new */
  readonly shown?: string;
};

/** What of a line is done by this program, wherever Kafka runs. */
export type OwnTools = {
  /** `kafka-lessons …` */
  readonly task: (call: OwnCall, folder: string | undefined) => Promise<Task>;
  /** `docker compose …`, as far as it is understood without Docker, too */
  readonly compose: (call: ComposeCall, folder: string) => Promise<Spawnable | Task>;
  /** ports of services that lessons write in URLs, and where they really are */
  readonly urlPorts: () => Promise<PortMap>;
};

export type ResolveDeps = {
  readonly engine: Pick<Engine, 'spawnable' | 'tools'>;
  readonly own?: OwnTools;
  /** what commands inherit; process.env if left out */
  readonly env?: NodeJS.ProcessEnv;
  /** the folder the line runs in */
  readonly folder?: string;
  /** run by the museum's tools */
  readonly at?: Museum | undefined;
};

/**
 * Finds out what a line will really run.
 * @throws UserError for a line that is not understood, an unknown tool, a program that is not installed
 */
export async function resolveLine(
  line: string | ParsedLine,
  { engine, own, env = process.env, folder, at }: ResolveDeps,
): Promise<ResolvedLine> {
  const parsed = typeof line === 'string' ? parseLine(line) : line;
  const kafkaTools = engine.tools(at);
  const place = { ...(folder !== undefined && { folder }), at };
  for (const { tool } of parsed.commands) {
    if (!isKnown(tool, kafkaTools)) throw new UserError(unknownTool(tool, kafkaTools));
  }
  const resolve = async (command: ParsedCommand): Promise<ResolvedCommand> => {
    const { tool, args } = command;
    if (isBuiltin(tool)) return { kind: 'builtin', name: tool, args };
    if (tool === ownTool && own) return { kind: 'task', task: await own.task(requireOwn(args), folder) };
    const compose = tool === 'docker' && own && folder !== undefined ? readCompose(args) : undefined;
    if (compose && own && folder !== undefined) return asCommand(await own.compose(compose, folder));
    if (kafkaTools.includes(tool)) return { kind: 'process', spawnable: await engine.spawnable(command, place) };
    if (tool === 'curl' && own) return { kind: 'process', spawnable: await curl(command, await own.urlPorts(), env) };
    return { kind: 'process', spawnable: await program(command, env) };
  };
  const commands = await Promise.all(parsed.commands.map(resolve));
  const shown = shownLine(parsed, commands);
  return { commands, remarks: parsed.remarks, ...(shown !== undefined && { shown }) };
}

function requireOwn(args: readonly string[]): OwnCall {
  const read = readOwn(args);
  if (read.ok) return read.call;
  throw new UserError(read.problem);
}

const asCommand = (made: Spawnable | Task): ResolvedCommand =>
  'run' in made ? { kind: 'task', task: made } : { kind: 'process', spawnable: made };

/** A program of this machine, run as it is. */
async function program({ tool, args }: ParsedCommand, env: NodeJS.ProcessEnv): Promise<Spawnable> {
  const file = await findProgram(tool, env);
  if (file !== undefined) return { file, args, env: {}, stop: 'signal' };
  const say = messages().command;
  throw new UserError({
    what: say.notInstalled({ tool }),
    why: say.notInstalledWhy({ tool }),
    next: say.notInstalledNext({ tool }),
  });
}

async function curl(command: ParsedCommand, ports: PortMap, env: NodeJS.ProcessEnv): Promise<Spawnable> {
  const args = command.args.map((arg) => mapUrl(arg, ports));
  const isNew = args.some((arg, index) => arg !== command.args[index]);
  // Its progress meter, meant for a terminal, would stand in front of the answer; errors are still told.
  const isSilent = args.some((arg) => /^(?:-[a-zA-Z]*s|--silent$|--no-progress-meter$)/.test(arg));
  const mapped = { ...command, args: isSilent ? args : ['-sS', ...args] };
  return { ...(await program(mapped, env)), ...(isNew && { shown: quoteLine([mapped]) }) };
}

function shownLine({ commands, remarks }: ParsedLine, resolved: readonly ResolvedCommand[]): string | undefined {
  const special = resolved.map(shownOf);
  if (remarks.length === 0 && special.every((shown) => shown === undefined)) return undefined;
  return commands.map((command, index) => special[index] ?? quoteLine([command])).join(' | ');
}

function shownOf(command: ResolvedCommand): string | undefined {
  switch (command.kind) {
    case 'process':
      return command.spawnable.shown;
    case 'task':
      return command.task.shown;
    case 'builtin':
      return undefined;
  }
}
