import { setTimeout as delay } from 'node:timers/promises';
import { isGeneratedGroup, isKafkasOwn } from '../../check/own-names.ts';
import { addressText } from '../../engine/address.ts';
import { databaseNames, type Lesson, type Owns } from '../../lesson/types.ts';
import { messages } from '../../messages/index.ts';
import type { OwnedPlaces } from '../../session/deps.ts';
import { openWorkspace } from '../../session/workspace.ts';
import { runningPlaces } from '../running-places.ts';
import type { Workshop } from '../workshop.ts';

/** The group of the Connect worker itself (compose/connect.properties), and the one that kafka-console-consumer makes up. */
const isNobodys = (group: string): boolean => group === 'connect' || isGeneratedGroup(group);

/** How long something may take to be gone, and between two looks, in milliseconds. */
const goneWithinMs = 5000;
const lookEveryMs = 100;

/** Finds what lessons leave behind in one environment; what was told once is not told again with the next lesson. */
export function createLeftovers(workshop: Pick<Workshop, 'engine' | 'sessionDeps'>) {
  const told = new Set<string>();
  /** what the lessons so far own: a task that ended late may have made some of it again, which their reset removes */
  const owned = new Set<string>();

  const look = async (places: OwnedPlaces): Promise<readonly string[]> => {
    const found = await Promise.all([
      inKafka(workshop, places),
      inConnect(workshop, places),
      inDatabases(workshop, places),
    ]);
    return found.flat().filter((name) => !told.has(name));
  };

  return async ({ id, owns }: Lesson): Promise<readonly string[]> => {
    const { engine } = await workshop.engine();
    const { folder } = openWorkspace(workshop.sessionDeps.workspace, id);
    for (const file of owns.compose) await engine.composeDown(file, folder);
    const places = await runningPlaces(engine);
    if (!places) return [];
    await workshop.sessionDeps.removeOwned(places, owns);
    for (const name of namesOf(owns)) owned.add(name);
    const deadline = Date.now() + goneWithinMs;
    let there = await look(places);
    const isLeft = (name: string): boolean => !owned.has(name);
    while (there.some(isLeft) && Date.now() < deadline) {
      await delay(lookEveryMs);
      there = await look(places);
    }
    for (const name of there) told.add(name);
    return there.filter(isLeft);
  };
}

function namesOf({ topics, groups, connectors, tables }: Owns): readonly string[] {
  const say = messages().authorTest.leftNames;
  return [
    ...topics.map((name) => say.topic({ name })),
    ...groups.map((name) => say.group({ name })),
    ...connectors.map((name) => say.connector({ name })),
    // The group of a sink goes with it.
    ...connectors.map((name) => say.group({ name: `connect-${name}` })),
    ...tables.map((name) => say.table({ name })),
  ];
}

async function inKafka({ sessionDeps }: Pick<Workshop, 'sessionDeps'>, { kafka }: OwnedPlaces): Promise<string[]> {
  const say = messages().authorTest.leftNames;
  const cluster = await sessionDeps.openCluster(kafka, messages().session.brokerAt({ address: addressText(kafka) }));
  try {
    const topics = (await cluster.topicNames()).filter((name) => !isKafkasOwn(name));
    const groups = (await cluster.groupNames()).filter((name) => !isNobodys(name));
    return [...topics.map((name) => say.topic({ name })), ...groups.map((name) => say.group({ name }))];
  } finally {
    await cluster.close();
  }
}

async function inConnect({ sessionDeps }: Pick<Workshop, 'sessionDeps'>, { connect }: OwnedPlaces): Promise<string[]> {
  if (!connect) return [];
  const connectors = await (await sessionDeps.openConnect(connect)).connectors();
  return connectors.map(({ name }) => messages().authorTest.leftNames.connector({ name }));
}

async function inDatabases(
  { sessionDeps }: Pick<Workshop, 'sessionDeps'>,
  { databases }: OwnedPlaces,
): Promise<string[]> {
  const found = databaseNames.map(async (database) => {
    const address = databases[database];
    if (!address) return [];
    const answer = await sessionDeps.query({ address, database }, 'SHOW TABLES');
    const tables = answer.kind === 'rows' ? answer.rows.map(([table]) => `${database}.${table}`) : [];
    return tables.map((name) => messages().authorTest.leftNames.table({ name }));
  });
  return (await Promise.all(found)).flat();
}
