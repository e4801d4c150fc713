import { setTimeout as delay } from 'node:timers/promises';
import { Unreachable } from '../check/unreachable.ts';
import { Unreadable } from '../check/unreadable.ts';
import { addressText } from '../engine/address.ts';
import type { Address } from '../engine/types.ts';
import { UserError } from '../errors.ts';
import { messages } from '../messages/index.ts';
import { openConnect } from './open-connect.ts';
import { type Outcome, requestOnce } from './request.ts';

/** How long all of it may take for one connector, how long one request may, and between two looks, in milliseconds. */
const goneWithinMs = 30_000;
const requestMs = 10_000;
const lookEveryMs = 50;

type Waiting = { readonly name: string; readonly deadline: number };
type Answered = Extract<Outcome, { kind: 'answered' }>;
type Send = (method: string, path: string, body?: object) => Promise<Answered>;

/**
 * Deletes connectors, waits until they are gone, and makes Kafka Connect forget how far they had come: one of the same name
 * begins anew, also where the learner had deleted the former one. Returns the names that were there.
 * Throws Unreachable, and a UserError where a connector does not go.
 */
export async function removeConnectors(address: Address, names: readonly string[]): Promise<readonly string[]> {
  const connect = openConnect(address);
  const removed: string[] = [];
  for (const name of names) {
    const waiting = { name, deadline: Date.now() + goneWithinMs };
    const send = sender(address, waiting);
    const all = await until(waiting, () => connect.connectors());
    const isThere = all.some((each) => each.name === name);
    if (!isThere && !(await makeStandIn(send, name))) continue;
    if (isThere) removed.push(name);
    const path = `/connectors/${encodeURIComponent(name)}`;
    await send('PUT', `${path}/stop`);
    await until(waiting, async () => {
      const found = (await connect.connectors()).find((each) => each.name === name);
      return !found || (found.state === 'STOPPED' && found.tasks.length === 0) || undefined;
    });
    await send('DELETE', `${path}/offsets`);
    await send('DELETE', path);
    await until(waiting, async () => !(await connect.connectors()).some((each) => each.name === name) || undefined);
  }
  return removed;
}

/** Only a connector that exists can be made to forget. Any source does, and it never runs. */
async function makeStandIn(send: Send, name: string): Promise<boolean> {
  const { body } = await send('GET', '/connector-plugins');
  const plugins = JSON.parse(body) as readonly { readonly class: string; readonly type: string }[];
  const source = plugins.find((plugin) => plugin.class.endsWith('.FileStreamSourceConnector'));
  if (!source) return false;
  const config = { 'connector.class': source.class, topic: 'none', file: 'none', 'tasks.max': '1' };
  const { status } = await send('POST', '/connectors', { name, config, initial_state: 'STOPPED' });
  return status === 201;
}

/** Sends a request, again and again while the workers rebalance. */
function sender(address: Address, given: Waiting): Send {
  return async (method, path, body) => {
    const headers = body === undefined ? [] : [['content-type', 'application/json'] as const];
    const url = `http://${addressText(address)}${path}`;
    const request = { method, url, headers, body: body === undefined ? '' : JSON.stringify(body) };
    return until(given, async () => {
      const outcome = await requestOnce(request, { timeoutMs: requestMs });
      if (outcome.kind === 'unreachable')
        throw new Unreachable(messages().connect.at({ address: addressText(address) }));
      return outcome.kind === 'answered' ? outcome : undefined;
    });
  };
}

/** Looks until there is an answer. What is not ready yet counts as none. */
async function until<T>({ name, deadline }: Waiting, look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look().catch((error: unknown) => {
      if (error instanceof Unreadable) return undefined;
      throw error;
    });
    if (found !== undefined) return found;
    if (Date.now() > deadline) {
      const say = messages().connect;
      throw new UserError({ what: say.notRemoved({ name }), why: say.stillThere });
    }
    await delay(lookEveryMs);
  }
}
