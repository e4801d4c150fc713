import type { Explanation } from '../errors.ts';
import { messages } from '../messages/index.ts';
import { isMuseumTool, kafkaToolNames, nearestTool, otherTools, writtenTool } from './known-tools.ts';
import { beyondLesson } from './lesson-limits.ts';
import { ownTool, readOwn } from './own/read-own.ts';
import { readLine } from './parse-line.ts';

export type LineFault = {
  readonly message: string;
  /** from 1 */
  readonly column?: number;
  readonly suggestion?: string;
};

/**
 * What is wrong with a lesson's command line, unknown tools and commands of our own included; undefined if nothing is.
 * @param kafkaTools names without suffix (engine.tools())
 */
export function checkLine(line: string, kafkaTools: readonly string[] = kafkaToolNames): LineFault | undefined {
  const read = readLine(line);
  if (!read.ok) return fault(read.problem.explanation, read.problem.column);
  const feedsCurl = read.line.commands.some(({ tool }) => tool === 'curl');
  for (const [index, { tool, args }] of read.line.commands.entries()) {
    const column = read.tools[index]?.column;
    if (!isKnown(tool, kafkaTools)) return fault(unknownTool(tool, kafkaTools), column);
    const own = tool === ownTool ? readOwn(args) : undefined;
    if (own?.ok === false) return fault(own.problem, column);
    const beyond = beyondLesson({ tool, args }, { feedsCurl });
    if (beyond !== undefined) return fault({ what: beyond }, column);
  }
  return undefined;
}

export const isKnown = (tool: string, kafkaTools: readonly string[]): boolean =>
  kafkaTools.includes(tool) || otherTools.includes(tool);

/** Told of a tool that is on no list. */
export function unknownTool(tool: string, kafkaTools: readonly string[]): Explanation {
  const say = messages().command;
  if (isMuseumTool(tool)) return { what: say.unknownTool({ tool }), why: say.museumTool, next: say.museumToolNext };
  const near = nearestTool(tool, kafkaTools);
  return {
    what: say.unknownTool({ tool }),
    why: say.knownTools({ tools: otherTools }),
    next: near === undefined ? say.inShell : say.didYouMean({ tool: writtenTool(near) }),
  };
}

function fault({ what, why, next }: Explanation, column: number | undefined): LineFault {
  return {
    message: why === undefined ? what : `${what} ${why}`,
    ...(column !== undefined && { column }),
    ...(next !== undefined && { suggestion: next }),
  };
}
