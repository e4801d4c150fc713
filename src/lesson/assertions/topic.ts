import { messages } from '../../messages/index.ts';
import { flag, oneOrMoreDistinct, place, positiveNumber, settings, strict, text, wholeNumber } from '../schema.ts';
import { faultAt, refuseBesideAbsent, saysNothing } from './rules.ts';

/** `topic: T`; with nothing else it says that the topic exists. */
export const topic = strict({
  topic: text,
  exists: flag.exactOptional(),
  partitions: positiveNumber.exactOptional(),
  replicas: positiveNumber.exactOptional(),
  isr: wholeNumber.exactOptional(),
  leaders: oneOrMoreDistinct(wholeNumber).exactOptional(),
  spread: positiveNumber.exactOptional(),
  config: settings.exactOptional(),
  internal: flag.exactOptional(),
  at: place.exactOptional(),
})
  .superRefine(refuseBesideAbsent('topic'))
  .superRefine((item, context) => {
    if (item.isr !== undefined && item.replicas !== undefined && item.isr > item.replicas) {
      faultAt(context, 'isr', messages().lesson.isrAboveReplicas);
    }
  })
  .superRefine(({ partitions: most = Number.POSITIVE_INFINITY, leaders, spread }, context) => {
    const m = messages().lesson;
    if (leaders && leaders.length > most) faultAt(context, 'leaders', m.leadersAbovePartitions);
    if (spread === undefined) return;
    if (spread > most) faultAt(context, 'spread', m.spreadAbovePartitions);
    else if (leaders && leaders.length !== spread) {
      faultAt(context, 'spread', m.spreadNotLeaders({ leaders: leaders.length, spread }));
    }
  })
  .transform((item) => ({ subject: 'topic' as const, ...item, ...(saysNothing(item, 'topic') && { exists: true }) }));
