import { messages } from '../../messages/index.ts';
import { flag, positiveNumber, settings, strict, text, wholeNumber } from '../schema.ts';
import { faultAt, refuseBesideAbsent, saysNothing } from './rules.ts';

/** `topic: T`; with nothing else it says that the topic exists. */
export const topic = strict({
  topic: text,
  exists: flag.exactOptional(),
  partitions: positiveNumber.exactOptional(),
  replicas: positiveNumber.exactOptional(),
  isr: wholeNumber.exactOptional(),
  config: settings.exactOptional(),
  internal: flag.exactOptional(),
})
  .superRefine(refuseBesideAbsent('topic'))
  .superRefine((item, context) => {
    if (item.isr !== undefined && item.replicas !== undefined && item.isr > item.replicas) {
      faultAt(context, 'isr', messages().lesson.isrAboveReplicas);
    }
  })
  .transform((item) => ({ subject: 'topic' as const, ...item, ...(saysNothing(item, 'topic') && { exists: true }) }));
