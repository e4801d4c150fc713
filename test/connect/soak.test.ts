import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/database/open-database.ts';
import type { DatabaseName } from '../../src/lesson/types.ts';
import { drain } from '../support/broker.ts';
import { type Classroom, openClassroom } from './support/classroom.ts';

/**
 * The pipeline of the lesson on two databases under load: random inserts, updates and deletes while the worker is killed three
 * times, after which both tables are equal; and how long a change takes from one database to the other.
 * KAFKA_LESSONS_SOAK: how many statements; KAFKA_LESSONS_SOAK_SEED: which ones.
 */
const statements = Number(process.env['KAFKA_LESSONS_SOAK'] ?? 1000);
const seed = Number(process.env['KAFKA_LESSONS_SOAK_SEED'] ?? 6);
const kills = 3;
const measured = 100;
/** How long the other database may be behind after the worker was killed, in milliseconds. */
const arrivesWithinMs = 60_000;

const lesson = await readFile(new URL('../../lessons/10-kafka-to-database/lesson.md', import.meta.url), 'utf8');

let classroom: Classroom;
let shop: Database;
let warehouse: Database;

beforeAll(async () => {
  classroom = await openClassroom('kafka-to-database', lesson);
  for (const step of ['source', 'sink']) {
    const solved = await classroom.headless.solve({ lesson: 'kafka-to-database', step });
    expect(solved, JSON.stringify(solved.checks)).toMatchObject({ status: 'passed' });
  }
  const open = async (database: DatabaseName) =>
    openDatabase({ address: await classroom.addressOf(database), database });
  [shop, warehouse] = [await open('shop'), await open('warehouse')];
  await change(`INSERT INTO customers VALUES (0, 'marker', NULL)`);
});

afterAll(async () => {
  shop?.close();
  warehouse?.close();
  await classroom?.close();
});

async function change(sql: string): Promise<void> {
  const answer = await shop.query(sql);
  if (answer.kind !== 'done' || answer.changed === 0) throw new Error(`${sql}: ${JSON.stringify(answer)}`);
}

async function rowsOf(database: Database, sql = 'SELECT id, name, email FROM customers ORDER BY id') {
  const answer = await database.query(sql);
  if (answer.kind !== 'rows') throw new Error(`${sql}: ${JSON.stringify(answer)}`);
  return answer.rows;
}

/** Changes the row that nothing else changes and waits until it is in the other database. Returns the milliseconds between. */
async function marked(name: string, withinMs = arrivesWithinMs): Promise<number> {
  await change(`UPDATE customers SET name = '${name}' WHERE id = 0`);
  const start = performance.now();
  for (;;) {
    const [[now] = []] = await rowsOf(warehouse, 'SELECT name FROM customers WHERE id = 0');
    const ms = performance.now() - start;
    if (now === name) return ms;
    if (ms > withinMs) throw new Error(`${name} did not arrive within ${withinMs} ms`);
    await delay(2);
  }
}

/** Numbers from 0 to below `below` that look like chance and are the same for the same seed. */
function chance(from: number): (below: number) => number {
  let state = from >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A statement that changes one row of those that are there, which it keeps account of. */
function writer(random: (below: number) => number): () => string {
  const live: number[] = [];
  let last = 100;
  const text = (): string => `${['Kim', '이서연', 'Ångström', 'Zoë'][random(4)]} ${random(1_000_000)}`;
  return () => {
    const what = random(10);
    const at = random(live.length);
    const id = live[at];
    if (id === undefined || what < 4) {
      live.push(++last);
      return `INSERT INTO customers VALUES (${last}, '${text()}', ${random(2) === 0 ? 'NULL' : `'${text()}'`})`;
    }
    if (what < 8) return `UPDATE customers SET name = '${text()}', email = '${text()}' WHERE id = ${id}`;
    live.splice(at, 1);
    return `DELETE FROM customers WHERE id = ${id}`;
  };
}

it('takes a change from one database to the other in good time', async () => {
  await marked('warm');
  const random = chance(seed);
  const times: number[] = [];
  for (let turn = 0; turn < measured; turn++) {
    // Not in step with the source, which looks at the log at fixed times.
    await delay(random(100));
    times.push(await marked(`turn ${turn}`));
  }
  times.sort((one, other) => one - other);
  const at = (part: number): number => Math.round(times[Math.ceil(times.length * part) - 1] ?? Number.NaN);
  console.info(`change to arrival, ${measured} changes: median ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms`);
  expect(at(0.5)).toBeLessThan(2000);
});

it(`keeps both tables equal over ${statements} statements and ${kills} kills of the worker`, async () => {
  const { engine } = await classroom.workshop.engine();
  const next = writer(chance(seed));
  const perRound = Math.ceil(statements / kills);
  for (let round = 1; round <= kills; round++) {
    let back: Promise<unknown> = Promise.resolve();
    for (let count = 0; count < perRound; count++) {
      // In the middle, with half of it on its way; the shop goes on without it.
      if (count === Math.floor(perRound / 2)) {
        await engine.kill('connect');
        back = drain(engine.ensure(['connect']));
      }
      await change(next());
    }
    await back;
    await marked(`round ${round}`);
  }
  const [here, there] = [await rowsOf(shop), await rowsOf(warehouse)];
  expect(here.length).toBeGreaterThan(statements / 10);
  expect(there).toEqual(here);
});
