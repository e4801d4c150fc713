import type { ClusterReader } from '../check/facts.ts';
import { ownServices } from '../course/index.ts';
import { addressText } from '../engine/address.ts';
import type { Address, Progress } from '../engine/types.ts';
import { EnvironmentError, isUserError } from '../errors.ts';
import type { Lesson, ServiceName, Step } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import { runningServices } from './align-services.ts';
import type { SessionDeps } from './deps.ts';
import type { ServiceState, SessionEvent } from './events.ts';
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
  /** Looks what runs, and tells what changed since the last look. */
  readonly look: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** The services of a lesson when one comes to this step. */
export function servicesAt(lesson: Lesson, step: Step): readonly ServiceName[] {
  const index = lesson.steps.findIndex(({ id }) => id === step.id);
  return runningServices(lesson, lesson.steps.slice(0, Math.max(index, 0)));
}

/** The service whose cluster a lesson's checks read. */
export const clusterService = (services: readonly ServiceName[]): ServiceName =>
  (['cluster', 'broker', 'museum'] as const).find((each) => services.includes(each)) ?? 'broker';

export function keepServices(deps: SessionDeps, emit: (event: SessionEvent) => void): Services {
  const states = new Map<ServiceName, ServiceState['state']>();
  const underWay = new Map<string, Promise<void>>();
  const stopping = new AbortController();
  const readers = new Map<ServiceName, Reader>();
  let required = 0;

  const tell = (service: ServiceName, state: ServiceState): void => {
    states.set(service, state.state);
    emit({ type: 'service', service, state });
  };

  const tellUp = async (services: readonly ServiceName[]): Promise<void> => {
    for (const service of services) {
      const address = await deps.engine.address(service);
      if (address && states.get(service) !== 'up') tell(service, { state: 'up', address: addressText(address) });
    }
  };

  const bringUp = async (services: readonly ServiceName[]): Promise<void> => {
    const down = services.filter((service) => states.get(service) === 'down');
    try {
      for await (const progress of deps.engine.ensure(services, stopping.signal)) tellProgress(progress);
    } catch (error) {
      if (isUserError(error)) {
        for (const service of services) tell(service, { state: 'failed', explanation: error.explanation });
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
    look: async () => {
      if (underWay.size > 0) return;
      const asOf = required;
      const found = await deps.engine.status();
      // What was seen before services were brought up says nothing about them now.
      if (required !== asOf) return;
      for (const { service, state } of found) {
        const before = states.get(service);
        if (state === 'running') await tellUp([service]);
        else if (before === 'up') tell(service, { state: 'down' });
      }
    },
    close: async () => {
      stopping.abort(new EnvironmentError({ what: messages().session.closed }));
      await Promise.allSettled(underWay.values());
      await Promise.all([...readers.values()].map(closeReader));
      readers.clear();
    },
  };
}

type Reader = { readonly address: string; readonly cluster: Promise<ClusterReader> };

/** A reader that could not be opened has told so to whoever asked for it. */
async function closeReader(reader: Reader | undefined): Promise<void> {
  const cluster = await reader?.cluster.catch(() => undefined);
  await cluster?.close();
}
