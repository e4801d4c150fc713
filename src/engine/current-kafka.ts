import * as z from 'zod';
import { readJson, writeJson } from '../platform/json-file.ts';
import { type KafkaName, kafkaNames } from './kafkas.ts';

const schema = z.object({ format: z.literal(1), current: z.enum(kafkaNames) });

/** The file in which an engine remembers it. */
type Paths = { readonly current: string };

/** The Kafka that has the lessons' address, or had it last. */
export const readCurrent = async ({ current }: Paths): Promise<KafkaName> =>
  (await readJson(current, schema))?.current ?? 'broker';

export const writeCurrent = ({ current }: Paths, name: KafkaName): Promise<void> =>
  writeJson(current, { format: 1, current: name });
