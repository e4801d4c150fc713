import * as z from 'zod';
import { readJson, writeJson } from '../../platform/json-file.ts';
import type { NativePaths } from './context.ts';
import { type KafkaName, kafkaNames } from './kafka-nodes.ts';

const schema = z.object({ format: z.literal(1), current: z.enum(kafkaNames) });

/** The Kafka that has the lessons' address, or had it last. */
export const readCurrent = async ({ current }: Pick<NativePaths, 'current'>): Promise<KafkaName> =>
  (await readJson(current, schema))?.current ?? 'broker';

export const writeCurrent = ({ current }: Pick<NativePaths, 'current'>, name: KafkaName): Promise<void> =>
  writeJson(current, { format: 1, current: name });
