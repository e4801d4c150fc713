import { flag, oneOrMore, strict, text } from '../schema.ts';
import { saysNothing } from './rules.ts';

/** `background: ID`; with nothing else it says that the command still runs. */
export const background = strict({
  background: text,
  running: flag.exactOptional(),
  output: oneOrMore(text).exactOptional(),
}).transform(({ background: id, ...rest }) => ({
  subject: 'background' as const,
  id,
  ...rest,
  ...(saysNothing(rest, '') && { running: true }),
}));
