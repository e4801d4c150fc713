import { closest, distance } from 'fastest-levenshtein';
import type { ParsedCommand } from '../command/types.ts';
import { exitCodes, UserError } from '../errors.ts';
import { messages } from '../messages/index.ts';
import { type ToolName, toolNames } from './tool-table.ts';

/**
 * The tool of a command.
 * @param known the tools there are; those of the lessons' Kafka if left out
 * @throws UserError that names the tool that was probably meant
 */
export function requireTool<Name extends string>({ tool }: ParsedCommand, known: readonly Name[]): Name;
export function requireTool({ tool }: ParsedCommand): ToolName;
export function requireTool({ tool }: ParsedCommand, known: readonly string[] = toolNames): string {
  if (known.includes(tool)) return tool;
  const near = closest(tool, [...known]);
  const say = messages().engine;
  throw new UserError(
    {
      what: say.toolUnknown({ tool }),
      next: distance(tool, near) <= Math.max(3, tool.length / 3) ? say.didYouMean({ name: near }) : say.toolUnknownNext,
    },
    exitCodes.usage,
  );
}
