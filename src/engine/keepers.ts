import { EnvironmentError } from '../errors.ts';
import type { ServiceName } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import { reportStream } from '../platform/report-stream.ts';
import { partOf, type Target, type TargetAction } from './target.ts';
import type { Address, Engine, Progress, ServiceStatus } from './types.ts';

type Report = (progress: Progress) => void;

/** What an engine does for one of its services. node: one broker of it only. */
export type ServiceKeeper = {
  readonly bringUp: (report: Report, signal: AbortSignal) => Promise<void>;
  readonly end: (how: 'stop' | 'kill', node?: number) => Promise<void>;
  readonly startNode?: (node: number, report: Report, signal: AbortSignal) => Promise<void>;
  readonly status: () => Promise<ServiceStatus>;
  readonly address: () => Promise<Address | undefined>;
  /** ends it and removes its data; left out: it is never begun anew by itself */
  readonly clear?: () => Promise<void>;
  /** the system's own command for it */
  readonly shown: (action: TargetAction, node?: number) => Promise<string | undefined>;
};

export type Keepers = Readonly<Partial<Record<ServiceName, ServiceKeeper>>>;

/** Connect last: its connectors are told where the others are. */
const inStartOrder = (services: readonly ServiceName[]): readonly ServiceName[] => [
  ...services.filter((service) => service !== 'connect'),
  ...services.filter((service) => service === 'connect'),
];

/** A broker finds no controller where nothing of its cluster runs, and would be waited for in vain. */
async function requireRunning({ status }: ServiceKeeper): Promise<void> {
  const { nodes = [] } = await status();
  if (nodes.some(({ state }) => state === 'running' || state === 'starting')) return;
  const { clusterNotRunning, upClusterNext } = messages().engine;
  throw new EnvironmentError({ what: clusterNotRunning, next: upClusterNext });
}

/**
 * The part of an engine that is about its services.
 * @param noOther why it has no other service than these
 */
export function keepServices(
  keepers: Keepers,
  noOther: () => string,
): Pick<Engine, 'services' | 'ensure' | 'status' | 'start' | 'stop' | 'kill' | 'clear' | 'address' | 'actionShown'> {
  const keeperOf = (service: ServiceName): ServiceKeeper => {
    const keeper = keepers[service];
    if (keeper) return keeper;
    throw new EnvironmentError({ what: messages().engine.serviceUnknown({ service }), why: noOther() });
  };
  const at = (target: Target) => {
    const { service, node } = partOf(target);
    return { keeper: keeperOf(service), node };
  };
  const names = Object.keys(keepers) as ServiceName[];
  return {
    services: () => names,
    ensure: (services, signal) =>
      reportStream<Progress>(async (report, aborted) => {
        const wanted = services.filter((service) => service !== 'broker' || !services.includes('cluster'));
        const all = inStartOrder(wanted).map(keeperOf);
        for (const keeper of all) await keeper.bringUp(report, aborted);
      }, signal),
    status: async () => {
      const all = await Promise.all(names.map((name) => keeperOf(name).status()));
      return all.filter(({ service, state }) => service === 'broker' || state !== 'absent');
    },
    start: async (target) => {
      const { keeper, node } = at(target);
      const quiet = [() => undefined, new AbortController().signal] as const;
      if (node === undefined) await keeper.bringUp(...quiet);
      else {
        await requireRunning(keeper);
        await keeper.startNode?.(node, ...quiet);
      }
    },
    stop: async (target) => {
      const { keeper, node } = at(target);
      await keeper.end('stop', node);
    },
    kill: async (target) => {
      const { keeper, node } = at(target);
      await keeper.end('kill', node);
    },
    clear: async (service) => keeperOf(service).clear?.(),
    address: async (service) => keepers[service]?.address(),
    actionShown: async (action, target) => {
      const { keeper, node } = at(target);
      return keeper.shown(action, node);
    },
  };
}
