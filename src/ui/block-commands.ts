import { quoteWord } from '../command/quote-line.ts';
import { onOneLine, splitStatements } from '../database/split-statements.ts';
import type { HttpBlock, RunBlock, SqlBlock } from '../lesson/types.ts';

/** What one would type in a shell to do what a block does. */
export function commandsOf(block: RunBlock): readonly string[] {
  switch (block.kind) {
    case 'sh':
      return block.commands;
    case 'http':
      return [curlCommand(block)];
    case 'sql':
      return [mariadbCommand(block)];
  }
}

function curlCommand({ method, url, headers, body }: HttpBlock): string {
  return [
    'curl -s',
    ...(method === 'GET' ? [] : [`-X ${method}`]),
    ...headers.map(([name, value]) => `-H ${quoteWord(`${name}: ${value}`)}`),
    ...(body === '' ? [] : [`-d ${quoteWord(inShort(body))}`]),
    quoteWord(url),
  ].join(' ');
}

/** JSON on one line: a line of the program, and of a terminal, is one command. */
function inShort(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body));
  } catch {
    return body;
  }
}

const mariadbCommand = ({ at, sql }: SqlBlock): string =>
  `mariadb ${at} -e ${quoteWord(splitStatements(sql).map(onOneLine).join('; '))}`;
