import { messages } from '../../messages/index.ts';
import { address, flag, oneOrMoreDistinct, strict } from '../schema.ts';
import { faultAt, saysNothing } from './rules.ts';

/** `client: HOST:PORT`, what a client meets that starts there; with nothing else it says that the client works. */
export const client = strict({
  client: address,
  metadata: flag.exactOptional(),
  told: oneOrMoreDistinct(address).exactOptional(),
  works: flag.exactOptional(),
})
  .superRefine((item, context) => {
    if (item.metadata !== false) return;
    if (item.told !== undefined) faultAt(context, 'told', messages().lesson.besideNoAnswer({ key: 'told' }));
    if (item.works === true) faultAt(context, 'works', messages().lesson.besideNoAnswer({ key: 'works: true' }));
  })
  .transform((item) => ({ subject: 'client' as const, ...item, ...(saysNothing(item, 'client') && { works: true }) }));
