import { defined } from '../defined.ts';
import { fileName, flag, line, oneOf, oneOrMore, pattern, settings, strict, text } from '../schema.ts';
import { lineEnds } from '../types.ts';
import { pointers } from './pointers.ts';

/** `file: F` in the lesson's workspace; with nothing else it says that the file is there. */
export const file = strict({
  file: fileName,
  contains: oneOrMore(text).exactOptional(),
  matches: oneOrMore(pattern).exactOptional(),
  'ignore-case': flag.exactOptional(),
  'line-ends': oneOf(lineEnds).exactOptional(),
  properties: settings.exactOptional(),
  json: pointers.exactOptional(),
  as: line.exactOptional(),
}).transform(({ 'ignore-case': ignoreCase, 'line-ends': ends, ...rest }) => ({
  subject: 'file' as const,
  ...rest,
  ...defined({ ignoreCase, lineEnds: ends }),
}));
