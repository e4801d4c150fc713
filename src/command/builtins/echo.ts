import { fromEscapes } from '../escapes.ts';

/** echo as in bash: words with blanks between, a line break unless -n; -e for `\n` and the like. */
export function echoText(args: readonly string[]): string {
  let first = 0;
  let newline = true;
  let escapes = false;
  for (; /^-[neE]+$/.test(args[first] ?? ''); first++) {
    for (const flag of args[first]?.slice(1) ?? '') {
      if (flag === 'n') newline = false;
      else escapes = flag === 'e';
    }
  }
  const text = args.slice(first).join(' ');
  return (escapes ? fromEscapes(text) : text) + (newline ? '\n' : '');
}
