import type { DatabaseName } from '../lesson/types.ts';

/** What stands beside Kafka: the same on both engines. */
export type SideName = 'connect' | DatabaseName;

/** The ports lessons write: Connect's own, and for the databases not 3306, which is left to one of the learner's. */
export const canonicalPorts: Readonly<Record<SideName, number>> = { connect: 8083, shop: 3307, warehouse: 3308 };

/** What each takes, in MB, measured: a worker with a connector or two, a MariaDB 11.4 (10.11 takes 95). */
export const memoryNeeds: Readonly<Record<SideName, number>> = { connect: 400, shop: 180, warehouse: 180 };
