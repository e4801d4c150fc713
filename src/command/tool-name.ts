import { messages } from '../messages/index.ts';
import { isKafkaName, otherTools, writtenTool } from './known-tools.ts';
import type { Word } from './scan-word.ts';

export type ToolName = { readonly tool: string; readonly remark?: string };

/**
 * The bare name of the tool a word means: `./bin/windows/kafka-topics.bat` → `kafka-topics`. A word that means no tool we know
 * stays as it was written.
 */
export function toolName(word: Word): ToolName {
  const written = asWritten(word);
  const file = written.slice(Math.max(written.lastIndexOf('/'), written.lastIndexOf('\\')) + 1);
  const bare = file.replace(/\.(?:sh|bat|cmd|exe)$/i, '').toLowerCase();
  if (!isKafkaName(bare) && !otherTools.includes(bare)) return { tool: written };
  const tool = writtenTool(bare);
  const say = messages().command;
  if (file !== written) return { tool: bare, remark: say.pathLeftOut({ tool, written }) };
  if (file !== bare && file !== tool) return { tool: bare, remark: say.suffixLeftOut({ tool, written }) };
  return { tool: bare };
}

export const isKafkaTool = (word: Word): boolean => isKafkaName(toolName(word).tool);

/** sh would take the backslashes of `bin\windows\kafka-topics.bat` away; who writes that means a path of Windows. */
function asWritten({ source, text }: Word): string {
  return /^[^'"]*\\(?:kafka|connect|zookeeper)-[\w-]+(?:\.\w+)?$/i.test(source) ? source : text;
}
