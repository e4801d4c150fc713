import { messages } from '../../messages/index.ts';
import { fromEscapes } from '../escapes.ts';

export type Printed = { readonly text: string; readonly problems: readonly string[] };

/** printf with %s, %d and %%; the format is used again until all arguments are (POSIX printf). */
export function printfText([format, ...args]: readonly string[]): Printed {
  const say = messages().command;
  if (format === undefined) return { text: '', problems: [say.printfUsage] };
  const pieces = format.split(/(%(?:[-+ #0]*\d*(?:\.\d+)?[a-zA-Z%]?))/);
  const unknown = pieces.find((piece, index) => index % 2 === 1 && !/^%[sd%]$/.test(piece));
  if (unknown !== undefined) return { text: '', problems: [say.printfConversion({ conversion: unknown })] };

  const takes = pieces.filter((piece, index) => index % 2 === 1 && piece !== '%%').length;
  const problems: string[] = [];
  let text = '';
  let used = 0;
  do {
    for (const [index, piece] of pieces.entries()) {
      if (index % 2 === 0) text += fromEscapes(piece);
      else if (piece === '%%') text += '%';
      else if (piece === '%s') text += args[used++] ?? '';
      else text += decimal(args[used++] ?? '0', problems);
    }
  } while (takes > 0 && used < args.length);
  return { text, problems };
}

function decimal(word: string, problems: string[]): string {
  const digits = /^\s*([+-]?\d+)$/.exec(word)?.[1];
  if (digits !== undefined) return BigInt(digits.replace(/^\+/, '')).toString();
  problems.push(messages().command.printfNumber({ word }));
  return /^\s*([+-]?\d+)/.exec(word)?.[1]?.replace(/^\+/, '') ?? '0';
}
