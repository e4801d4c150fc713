import * as z from 'zod';
import { messages } from '../../messages/index.ts';
import { defined } from '../defined.ts';
import { anyText, filledList, oneOf, oneOrMore, place, settings, strict, text, wholeNumber } from '../schema.ts';
import { pointers } from './pointers.ts';
import { faultAt, refuseTogether, saysNothing } from './rules.ts';

/** null: a record without a key */
const keyOrNone = z.union([z.null(), anyText], { error: () => messages().lesson.wantsText });

/** `records: T`: what can be read from a topic now. */
export const records = strict({
  records: text,
  key: text.exactOptional(),
  count: wholeNumber.exactOptional(),
  'at-least': wholeNumber.exactOptional(),
  values: filledList(anyText).exactOptional(),
  contains: oneOrMore(text).exactOptional(),
  json: pointers.exactOptional(),
  tombstones: wholeNumber.exactOptional(),
  keys: filledList(keyOrNone).exactOptional(),
  headers: settings.exactOptional(),
  partition: wholeNumber.exactOptional(),
  isolation: oneOf(['committed']).exactOptional(),
  'same-partition': oneOrMore(text).exactOptional(),
  at: place.exactOptional(),
})
  .superRefine(refuseTogether('count', 'at-least'))
  .superRefine(refuseTogether('key', 'keys'))
  .superRefine(refuseTogether('key', 'same-partition'))
  .superRefine((item, context) => {
    const { key: _key, partition: _partition, isolation: _isolation, ...said } = item;
    if (saysNothing(said, 'records'))
      faultAt(context, 'records', messages().lesson.nothingToCheck({ subject: 'records' }));
  })
  .transform(({ records: name, 'at-least': atLeast, 'same-partition': samePartition, ...rest }) => ({
    subject: 'records' as const,
    topic: name,
    ...rest,
    ...defined({ atLeast, samePartition }),
  }));
