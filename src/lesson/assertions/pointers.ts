import * as z from 'zod';
import { messages } from '../../messages/index.ts';
import { anyValue } from '../schema.ts';

/** JSON pointers (RFC 6901) and the values that stand there. */
export const pointers = z
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
