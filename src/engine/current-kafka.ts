import * as z from 'zod';
import { readJson, writeJson } from '../platform/json-file.ts';
import { type KafkaName, kafkaNames } from './kafkas.ts';

/** Which Kafka has the lessons' address. */
const schema = z.object({
  format: z.literal(1),
  current: z.enum(kafkaNames),
  /** a start of all its nodes has begun and has not come to its end: some may be missing */
  unfinished: z.boolean().optional(),
});

/** The file in which an engine remembers it. */
type Paths = { readonly current: string };

/** The Kafka that has the lessons' address, or had it last. */
export const readCurrent = async ({ current }: Paths): Promise<KafkaName> =>
  (await readJson(current, schema))?.current ?? 'broker';

/** What became of a Kafka's last start: `whole` if it came to its end. undefined if the other one has had the address since. */
export type LastStart = 'whole' | 'unfinished' | undefined;

export async function readStart({ current }: Paths, name: KafkaName): Promise<LastStart> {
  const known = await readJson(current, schema);
  if ((known?.current ?? 'broker') !== name) return undefined;
  return known?.unfinished ? 'unfinished' : 'whole';
}

export const writeCurrent = ({ current }: Paths, name: KafkaName, start: LastStart = 'whole'): Promise<void> =>
  writeJson(current, { format: 1, current: name, ...(start === 'unfinished' && { unfinished: true }) });
