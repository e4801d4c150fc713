import { line, oneOrMore, pattern, strict, text, wholeNumber } from '../schema.ts';

/** What stands under `output:`: the output of this step's run. */
export const output = strict({
  contains: oneOrMore(text).exactOptional(),
  matches: oneOrMore(pattern).exactOptional(),
  excludes: oneOrMore(text).exactOptional(),
  exit: wholeNumber.exactOptional(),
  as: line.exactOptional(),
}).transform((item) => ({ subject: 'output' as const, ...item }));

/** `exit: N`: how the step's last command ended. */
export const exit = strict({ exit: wholeNumber }).transform((item) => ({ subject: 'output' as const, ...item }));
