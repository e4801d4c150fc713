import * as z from 'zod';
import type { ConnectorFacts, ConnectReader } from '../check/connect-facts.ts';
import { Unreachable } from '../check/unreachable.ts';
import { Unreadable } from '../check/unreadable.ts';
import { addressText } from '../engine/address.ts';
import type { Address } from '../engine/types.ts';
import { messages } from '../messages/index.ts';
import { type Outcome, requestOnce } from './request.ts';
import { traceLine } from './trace-line.ts';

/** How long a look may take, in milliseconds. */
const lookMs = 5000;

const part = z.object({ state: z.string(), trace: z.string().optional() });
const status = z.object({ connector: part, tasks: z.array(part.extend({ id: z.number() })) });
const names = z.array(z.string());
const info = z.object({ config: z.record(z.string(), z.string()) });
const expanded = z.record(z.string(), z.object({ status, info }));
const plugins = z.array(z.object({ class: z.string() }));

/** A reader of the Connect worker at this address. */
export function openConnect(address: Address): ConnectReader {
  const service = messages().connect.at({ address: addressText(address) });
  const get = async (path: string): Promise<unknown> => {
    const request = { method: 'GET', url: `http://${addressText(address)}${path}`, headers: [], body: '' };
    return documentOf(await requestOnce(request, { timeoutMs: lookMs }), service);
  };
  return {
    up: async () => void (await get('/connectors')),
    plugins: async () => plugins.parse(await get('/connector-plugins')).map((plugin) => plugin.class),
    connectors: async () => {
      // One that was made a moment ago has no status yet, and is left out where that is asked for.
      const [all, found] = await Promise.all([get('/connectors'), get('/connectors?expand=status&expand=info')]);
      const known = new Map(Object.entries(expanded.parse(found)));
      return names.parse(all).map((name) => factsOf(name, known.get(name)));
    },
  };
}

function factsOf(name: string, found: z.infer<typeof expanded>[string] | undefined): ConnectorFacts {
  if (!found) return { name, tasks: [] };
  return {
    name,
    config: found.info.config,
    ...stateOf(found.status.connector),
    tasks: found.status.tasks.map(({ id, ...task }) => ({ id, ...stateOf(task) })),
  };
}

const stateOf = ({ state, trace }: z.infer<typeof part>) => ({ state, ...(trace && { trace: traceLine(trace) }) });

/** The answer's JSON. Throws Unreachable, and Unreadable for what passes. */
function documentOf(outcome: Outcome, service: string): unknown {
  switch (outcome.kind) {
    case 'unreachable':
      throw new Unreachable(service);
    case 'rebalancing':
      throw new Unreadable({ kind: 'connect-not-ready', detail: messages().connect.rebalance });
    case 'answered':
      if (outcome.status >= 400) {
        const detail = `${outcome.status} ${outcome.reason}`;
        throw new Unreadable({ kind: 'connect-not-ready', detail });
      }
      return JSON.parse(outcome.body);
  }
}
