import * as z from 'zod';
import { messages } from '../../messages/index.ts';
import { flag, oneOf, strict, text, wholeNumber } from '../schema.ts';
import { refuseBesideAbsent, saysNothing } from './rules.ts';

const states = ['Stable', 'Empty', 'PreparingRebalance', 'CompletingRebalance', 'Dead'] as const;

const wantsOffsets = { error: () => messages().lesson.wantsOffsets };
const offset = z.int(wantsOffsets).min(0, wantsOffsets);
/** topic to the sum of its committed offsets, or to partition and committed offset */
const offsets = z.record(
  z.string(),
  z.union([offset, z.record(z.string().regex(/^\d+$/), offset)], wantsOffsets),
  wantsOffsets,
);

/** `group: G`; with nothing else it says that the consumer group exists. */
export const group = strict({
  group: text,
  exists: flag.exactOptional(),
  state: oneOf(states).exactOptional(),
  members: wholeNumber.exactOptional(),
  idle: wholeNumber.exactOptional(),
  lag: wholeNumber.exactOptional(),
  offsets: offsets.exactOptional(),
})
  .superRefine(refuseBesideAbsent('group'))
  .transform((item) => ({ subject: 'group' as const, ...item, ...(saysNothing(item, 'group') && { exists: true }) }));
