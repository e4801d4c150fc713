import * as z from 'zod';
import { messages } from '../../messages/index.ts';
import { anyValue, fileName, oneOrMore, pattern, settings, strict, text } from '../schema.ts';

/** RFC 6901 */
const pointers = z
  .record(z.string(), anyValue, { error: () => messages().lesson.wantsMapping })
  .superRefine((item, context) => {
    for (const pointer of Object.keys(item)) {
      if (/^(?:\/(?:[^~]|~[01])*)?$/.test(pointer)) continue;
      context.addIssue({
        code: 'custom',
        path: [pointer],
        message: messages().lesson.badPointer,
        params: { at: 'key' },
      });
    }
  });

/** `file: F` in the lesson's workspace; with nothing else it says that the file is there. */
export const file = strict({
  file: fileName,
  contains: oneOrMore(text).exactOptional(),
  matches: oneOrMore(pattern).exactOptional(),
  properties: settings.exactOptional(),
  json: pointers.exactOptional(),
}).transform((item) => ({ subject: 'file' as const, ...item }));
