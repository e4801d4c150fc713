import { fileName, oneOrMore, pattern, settings, strict, text } from '../schema.ts';
import { pointers } from './pointers.ts';

/** `file: F` in the lesson's workspace; with nothing else it says that the file is there. */
export const file = strict({
  file: fileName,
  contains: oneOrMore(text).exactOptional(),
  matches: oneOrMore(pattern).exactOptional(),
  properties: settings.exactOptional(),
  json: pointers.exactOptional(),
}).transform((item) => ({ subject: 'file' as const, ...item }));
