import { rows as composeAndListeners } from './compose-and-listeners.ts';
import { rows as consumerGroups } from './consumer-groups.ts';
import { rows as databaseToKafka } from './database-to-kafka.ts';
import { rows as kafkaConnect } from './kafka-connect.ts';
import { rows as kafkaToDatabase } from './kafka-to-database.ts';
import { rows as nightShift } from './night-shift.ts';
import { rows as partitionsAndKeys } from './partitions-and-keys.ts';
import { rows as replication } from './replication.ts';
import type { MistakeRow } from './row.ts';
import { rows as windowsClinic } from './windows-clinic.ts';

/** All mistakes that are made, one file a lesson. */
export const mistakeRows: readonly MistakeRow[] = [
  ...partitionsAndKeys,
  ...replication,
  ...consumerGroups,
  ...composeAndListeners,
  ...kafkaConnect,
  ...databaseToKafka,
  ...kafkaToDatabase,
  ...windowsClinic,
  ...nightShift,
];
