import { messages } from '../../messages/index.ts';
import { isKnown, unknownTool } from '../check-line.ts';
import { kafkaToolNames, museumToolNames, nearestTool, writtenTool } from '../known-tools.ts';
import { ownTool, readOwn } from '../own/read-own.ts';
import { readLine } from '../parse-line.ts';
import type { Word } from '../scan-word.ts';
import type { ToolTable } from '../tools/tool-table.ts';
import { doubtOptions } from './doubt-options.ts';
import { type Doubt, type Place, rewritten } from './types.ts';

const tools = [...new Set([...kafkaToolNames, ...museumToolNames])];

/**
 * What is wrong with a line that a learner typed; undefined: nothing, or nothing for certain. isMuseum: its tools are meant, which
 * know other options than those of the table.
 */
export function doubtLine(
  line: string,
  table: ToolTable,
  { isMuseum }: { readonly isMuseum: boolean },
): Doubt | undefined {
  const read = readLine(line);
  if (!read.ok) return { explanation: read.problem.explanation, isHopeless: true };
  for (const [index, { tool, args }] of read.line.commands.entries()) {
    const word = read.tools[index];
    if (!word) continue;
    const doubt = isKnown(tool, tools)
      ? doubtCommand(
          { tool, args, word: placeOf(word), words: (read.words[index] ?? []).map(placeOf) },
          line,
          table,
          isMuseum,
        )
      : doubtTool(placeOf(word), tool, line);
    if (doubt) return doubt;
  }
  return undefined;
}

const placeOf = ({ column, source, text }: Word): Place => ({ start: column - 1, source, text });

export type Command = {
  readonly tool: string;
  readonly args: readonly string[];
  readonly word: Place;
  /** as the args */
  readonly words: readonly Place[];
};

function doubtCommand(command: Command, line: string, table: ToolTable, isMuseum: boolean): Doubt | undefined {
  if (command.tool === ownTool) {
    const own = readOwn(command.args);
    return own.ok ? undefined : { explanation: own.problem, isHopeless: true };
  }
  const help = isMuseum ? undefined : table[command.tool];
  return help && doubtOptions(command, help, line);
}

function doubtTool(place: Place, tool: string, line: string): Doubt {
  const explanation = unknownTool(tool, kafkaToolNames);
  const near = nearestTool(tool, kafkaToolNames);
  if (near === undefined) return { explanation, isHopeless: true };
  const mended = rewritten(line, [{ place, by: writtenTool(near) }]);
  return {
    explanation: { what: explanation.what, next: messages().command.didYouMean({ tool: writtenTool(near) }) },
    mended,
    isHopeless: true,
  };
}
