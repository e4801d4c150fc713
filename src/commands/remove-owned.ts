import { removeConnectors } from '../connect/remove-connectors.ts';
import { dropTables } from '../database/drop-tables.ts';
import { addressText } from '../engine/address.ts';
import { removeOwned as removeFromKafka } from '../kafka/remove-owned.ts';
import { databaseNames } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import type { RemoveOwned } from '../session/deps.ts';

/**
 * Removes what a lesson owns, first the connectors, which would go on making topics and tables. Returns the names that were
 * there. What is in a service that the lesson does not ask for is left. Throws Unreachable.
 */
export const removeOwned: RemoveOwned = async ({ kafka, connect, databases }, owns) => {
  const removed: string[] = [];
  if (connect && owns.connectors.length > 0) removed.push(...(await removeConnectors(connect, owns.connectors)));
  for (const database of databaseNames) {
    const address = databases[database];
    const tables = owns.tables
      .filter((table) => table.startsWith(`${database}.`))
      .map((table) => table.split('.')[1] ?? '');
    if (address && tables.length > 0) removed.push(...(await dropTables({ address, database }, tables)));
  }
  const broker = addressText(kafka);
  // A sink reads as a group of its own, which outlives it.
  const sinks = owns.connectors.map((name) => `connect-${name}`);
  const inKafka = await removeFromKafka(
    { brokers: [broker], label: messages().session.brokerAt({ address: broker }) },
    { ...owns, groups: [...owns.groups, ...sinks] },
  );
  return [...removed, ...inKafka.filter((name) => !sinks.includes(name))];
};
