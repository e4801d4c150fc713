import { isKnown } from './check-line.ts';
import { kafkaToolNames, museumToolNames } from './known-tools.ts';
import { scanLine } from './scan-line.ts';
import { toolName } from './tool-name.ts';

/** What stands before a command in notes: `$ `, `# `, `user@host:~$ `, `C:\kafka>`, `PS C:\> `. */
const prompt = /^(?:\$\s+|[\w.-]+@[\w.-]+:\S*[$#]\s+|\[[^\]]*\][$#]\s+|(?:PS )?[A-Za-z]:\\[^<>|"\s]*>\s*)(?=\S)/;
/** A line that goes on: `\` of sh, `^` of cmd, a backtick of PowerShell. */
const goesOn = /(?:\\|\s\^|\s`)$/;

/**
 * The commands in pasted text, one line each, in their order: continued lines are joined, prompts and comments left out. Where
 * some lines have a prompt the others are what was printed, and are no commands.
 */
export function pastedCommands(text: string): readonly string[] {
  const joined = joinLines(text.split(/\r?\n/).map((line) => line.trim()));
  const lines = joined.flatMap((line) => {
    const bare = line
      .replace(prompt, '')
      .replace(/^#\s+(?=\S)/, (found) => (startsCommand(line.slice(found.length)) ? '' : found));
    // A command never begins so: it is a comment, or what somebody typed into a producer.
    return /^(?:#|>|$)/.test(bare) ? [] : [{ bare, hasPrompt: bare !== line }];
  });
  const prompted = lines.some(({ hasPrompt }) => hasPrompt);
  return lines.filter(({ hasPrompt }) => hasPrompt || !prompted).map(({ bare }) => bare);
}

function joinLines(lines: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let isOpen = false;
  for (const line of lines) {
    // The shell's sign that the line before goes on.
    const more = isOpen ? line.replace(/^>\s?/, '') : line;
    const part = more.replace(goesOn, '').trim();
    if (isOpen) joined.push(`${joined.pop()} ${part}`.trimEnd());
    else joined.push(part);
    isOpen = goesOn.test(more);
  }
  return joined;
}

/** `# ` is also how root is prompted. */
function startsCommand(line: string): boolean {
  const scanned = scanLine(line);
  const first = scanned.ok ? scanned.tokens[0] : undefined;
  return first?.kind === 'word' && isKnown(toolName(first.word).tool, [...kafkaToolNames, ...museumToolNames]);
}
