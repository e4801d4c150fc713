import type { ClusterReader } from '../check/facts.ts';
import { ownServices } from '../course/index.ts';
import { explanationOf } from '../disk-problem.ts';
import { addressText } from '../engine/address.ts';
import { brokerName } from '../engine/target.ts';
import type { Address, Progress, ServiceStatus } from '../engine/types.ts';
import { EnvironmentError, isUserError } from '../errors.ts';
import type { Lesson, ServiceName, Step } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import { runningServices } from './align-services.ts';
import type { SessionDeps } from './deps.ts';
import type { BrokersLeft, ServiceState, SessionEvent } from './events.ts';
import { serviceAddress } from './service-address.ts';

/** Keeps the services of the open lesson, and a reader of each cluster that its checks look at. */
export type Services = {
  /** Brings services up and waits; a second call while one is under way joins it. Throws EnvironmentError. */
  readonly require: (services: readonly ServiceName[]) => Promise<void>;
  /** The same for all that a step needs: its lesson's services, but for those that steps before it have stopped, then its own. */
  readonly requireFor: (lesson: Lesson, step: Step) => Promise<void>;
  /** The cluster a lesson talks to. Throws Unreachable. */
  readonly cluster: (services: readonly ServiceName[]) => Promise<ClusterReader>;
  readonly address: (services: readonly ServiceName[]) => Promise<Address>;
  /** One of them could not be brought up the last time that was tried. */
  readonly haveFailed: (services: readonly ServiceName[]) => boolean;
  /** The first of them that does not run, or does not answer. */
  readonly gone: (services: readonly ServiceName[]) => Promise<ServiceName | undefined>;
  /** Looks what runs, and tells what changed since the last look. */
  readonly look: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** The services of a lesson when one comes to this step. */
export function servicesAt(lesson: Lesson, step: Step): readonly ServiceName[] {
  const index = lesson.steps.findIndex(({ id }) => id === step.id);
  return runningServices(lesson, lesson.steps.slice(0, Math.max(index, 0)));
}

/** The services that should run once this step is done, in which it may stop some itself. */
export function servicesAfter(lesson: Lesson, step: Step): readonly ServiceName[] {
  const index = lesson.steps.findIndex(({ id }) => id === step.id);
  return runningServices(lesson, lesson.steps.slice(0, index + 1));
}

/** The service whose cluster a lesson's checks read. */
export const clusterService = (services: readonly ServiceName[]): ServiceName =>
  (['cluster', 'broker', 'museum'] as const).find((each) => services.includes(each)) ?? 'broker';

export function keepServices(deps: SessionDeps, emit: (event: SessionEvent) => void): Services {
  const states = new Map<ServiceName, ServiceState['state']>();
  /** names of its brokers that do not run, as they were told */
  const missing = new Map<ServiceName, string | undefined>();
  const underWay = new Map<string, Promise<void>>();
  const stopping = new AbortController();
  const readers = new Map<ServiceName, Reader>();
  let required = 0;

  const tell = (service: ServiceName, state: ServiceState): void => {
    states.set(service, state.state);
    missing.set(service, 'brokers' in state ? state.brokers?.missing.join() : undefined);
    emit({ type: 'service', service, state });
  };

  const tellUp = async (services: readonly ServiceName[]): Promise<void> => {
    for (const service of services) {
      const address = await deps.engine.address(service);
      if (address && states.get(service) !== 'up') tell(service, { state: 'up', address: addressText(address) });
    }
  };

  /** How one that was seen up stands now: it may have died, or brokers of it may, or they may be back. */
  const tellSeen = async ({ service, state, nodes }: ServiceStatus): Promise<void> => {
    const former = states.get(service);
    const left = brokersLeft(nodes);
    const isSame = missing.get(service) === left.brokers?.missing.join();
    if (state === 'running') {
      if (former === 'up' && isSame) return;
      const address = await deps.engine.address(service);
      if (address) tell(service, { state: 'up', address: addressText(address), ...left });
    } else if (former === 'up' || (former === 'down' && !isSame)) tell(service, { state: 'down', ...left });
  };

  const bringUp = async (services: readonly ServiceName[]): Promise<void> => {
    const down = services.filter((service) => states.get(service) === 'down');
    try {
      for await (const progress of deps.engine.ensure(services, stopping.signal)) tellProgress(progress);
    } catch (error) {
      if (isUserError(error) || !stopping.signal.aborted) {
        for (const service of services) tell(service, { state: 'failed', explanation: explanationOf(error) });
      }
      throw error;
    }
    await tellUp(services);
    for (const service of down) {
      emit({ type: 'notice', level: 'info', text: messages().session.startedAgain({ service }) });
    }
  };

  // A service that is up already passes through `checking` only; the header need not flicker for that.
  const tellProgress = (progress: Progress): void => {
    if (progress.phase === 'ready' || (progress.phase === 'checking' && states.get(progress.service) === 'up')) return;
    tell(progress.service, { state: 'starting', progress });
  };

  const address = (services: readonly ServiceName[]): Promise<Address> =>
    serviceAddress(deps, clusterService(services));

  const require: Services['require'] = (services) => {
    if (services.length === 0) return Promise.resolve();
    const key = services.join(' ');
    required += 1;
    const running = underWay.get(key) ?? bringUp(services).finally(() => underWay.delete(key));
    underWay.set(key, running);
    return running;
  };

  return {
    address,
    require,
    requireFor: async (lesson, step) => {
      await require(servicesAt(lesson, step));
      await require(ownServices(step));
    },
    cluster: async (services) => {
      const found = await address(services);
      const text = addressText(found);
      const service = clusterService(services);
      const former = readers.get(service);
      if (former?.address === text) return former.cluster;
      // Checks look side by side: all of them are to share the reader that the first one opens.
      const opening = deps.openCluster(found, messages().session.brokerAt({ address: text }));
      const mine = { address: text, cluster: opening };
      readers.set(service, mine);
      opening.catch(() => {
        if (readers.get(service) === mine) readers.delete(service);
      });
      await closeReader(former);
      return opening;
    },
    haveFailed: (services) => services.some((service) => states.get(service) === 'failed'),
    gone: async (services) => {
      const found = await deps.engine.status();
      return services.find((name) => found.find(({ service }) => service === name)?.state !== 'running');
    },
    look: async () => {
      if (underWay.size > 0) return;
      const asOf = required;
      const found = await deps.engine.status();
      // What was seen before services were brought up says nothing about them now.
      if (required !== asOf) return;
      for (const status of found) await tellSeen(status);
    },
    close: async () => {
      stopping.abort(new EnvironmentError({ what: messages().session.closed }));
      await Promise.allSettled(underWay.values());
      await Promise.all([...readers.values()].map(closeReader));
      readers.clear();
    },
  };
}

/** One that comes up, or is slow to answer, is not missing. */
function brokersLeft(nodes: ServiceStatus['nodes'] = []): { readonly brokers?: BrokersLeft } {
  const missing = nodes.filter(({ state }) => state === 'stopped' || state === 'absent');
  if (missing.length === 0) return {};
  return { brokers: { count: nodes.length, missing: missing.map(({ node }) => brokerName(node)) } };
}

type Reader = { readonly address: string; readonly cluster: Promise<ClusterReader> };

/** A reader that could not be opened has told so to whoever asked for it. */
async function closeReader(reader: Reader | undefined): Promise<void> {
  const cluster = await reader?.cluster.catch(() => undefined);
  await cluster?.close();
}
