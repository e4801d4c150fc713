import { closest, distance } from 'fastest-levenshtein';
import type { ParsedCommand } from '../command/types.ts';
import { exitCodes, UserError } from '../errors.ts';
import { messages } from '../messages/index.ts';
import { isToolName, type ToolName, toolNames } from './tool-table.ts';

/** @throws UserError that names the tool that was probably meant */
export function requireTool({ tool }: ParsedCommand): ToolName {
  if (isToolName(tool)) return tool;
  const near = closest(tool, [...toolNames]);
  const say = messages().engine;
  throw new UserError(
    {
      what: say.toolUnknown({ tool }),
      next: distance(tool, near) <= Math.max(3, tool.length / 3) ? say.didYouMean({ name: near }) : say.toolUnknownNext,
    },
    exitCodes.usage,
  );
}
