import * as z from 'zod';
import { messages } from '../../messages/index.ts';
import { flag, oneOf, oneOrMoreDistinct, place, strict, text, topicName, wholeNumber } from '../schema.ts';
import { faultAt, refuseBesideAbsent, saysNothing } from './rules.ts';

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
  assigned: oneOrMoreDistinct(topicName).exactOptional(),
  lag: wholeNumber.exactOptional(),
  offsets: offsets.exactOptional(),
  at: place.exactOptional(),
})
  .superRefine(refuseBesideAbsent('group'))
  .superRefine((item, context) => {
    if (item.assigned === undefined || item.exists === false) return;
    const nobody = item.members === 0 || item.state === 'Empty' || item.state === 'Dead';
    if (nobody) faultAt(context, 'assigned', messages().lesson.assignedToNobody);
    else if (item.members !== undefined && item.idle !== undefined && item.idle >= item.members) {
      faultAt(context, 'assigned', messages().lesson.assignedToIdle);
    }
  })
  .transform((item) => ({ subject: 'group' as const, ...item, ...(saysNothing(item, 'group') && { exists: true }) }));
