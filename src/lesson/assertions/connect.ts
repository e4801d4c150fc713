import { flag, oneOf, oneOrMore, settings, strict, text, wholeNumber } from '../schema.ts';
import { refuseBesideAbsent, saysNothing } from './rules.ts';

/** What stands under `connect:`; with nothing it says that the worker answers. */
export const connect = strict({
  up: flag.exactOptional(),
  plugins: oneOrMore(text).exactOptional(),
}).transform((item) => ({
  subject: 'connect' as const,
  ...item,
  ...(Object.keys(item).length === 0 && { up: true }),
}));

const states = ['RUNNING', 'PAUSED', 'STOPPED', 'FAILED', 'UNASSIGNED', 'RESTARTING'] as const;

/** `connector: C`; with nothing else it says that the connector exists. */
export const connector = strict({
  connector: text,
  exists: flag.exactOptional(),
  state: oneOf(states).exactOptional(),
  tasks: wholeNumber.exactOptional(),
  config: settings.exactOptional(),
})
  .superRefine(refuseBesideAbsent('connector'))
  .transform((item) => ({
    subject: 'connector' as const,
    ...item,
    ...(saysNothing(item, 'connector') && { exists: true }),
  }));
