import { defined } from '../defined.ts';
import { place, strict, wholeNumber } from '../schema.ts';

/** What stands under `cluster:`. */
export const cluster = strict({
  brokers: wholeNumber.exactOptional(),
  'offline-partitions': wholeNumber.exactOptional(),
  at: place.exactOptional(),
}).transform(({ 'offline-partitions': offlinePartitions, ...rest }) => ({
  subject: 'cluster' as const,
  ...rest,
  ...defined({ offlinePartitions }),
}));
