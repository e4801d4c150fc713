import { messages } from '../../messages/index.ts';
import { fileName, oneOrMore, strict, text, wholeNumber } from '../schema.ts';
import { saysNothing } from './rules.ts';

/** `batch: FILE` in the lesson's workspace; with nothing else it says that the file ends with 0. */
export const batch = strict({
  batch: fileName.refine((name) => /\.(?:bat|cmd)$/i.test(name), { error: () => messages().lesson.wantsBatchFile }),
  exit: wholeNumber.exactOptional(),
  prints: oneOrMore(text).exactOptional(),
}).transform((item) => ({
  subject: 'batch' as const,
  ...item,
  ...(saysNothing(item, 'batch') && { exit: 0 }),
}));
