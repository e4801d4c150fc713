import { EnvironmentError } from '../errors.ts';
import type { ServiceName } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import { reportStream } from '../platform/report-stream.ts';
import type { Engine, Progress, ServiceStatus } from './types.ts';

/** What an engine does itself for its one broker. */
export type BrokerKeeper = {
  readonly bringUp: (report: (progress: Progress) => void, signal: AbortSignal) => Promise<void>;
  readonly end: (how: 'stop' | 'kill') => Promise<void>;
  readonly status: () => Promise<ServiceStatus>;
  /** why it has no other service */
  readonly noOther: () => string;
};

/** The services of an engine that has the broker and nothing else, refusing what it does not have. */
export function brokerOnly({
  bringUp,
  end,
  status,
  noOther,
}: BrokerKeeper): Pick<Engine, 'ensure' | 'status' | 'start' | 'stop' | 'kill' | 'address'> {
  const requireBroker = (service: ServiceName): void => {
    if (service === 'broker') return;
    throw new EnvironmentError({ what: messages().engine.serviceUnknown({ service }), why: noOther() });
  };
  return {
    ensure: (services, signal) =>
      reportStream<Progress>(async (report, aborted) => {
        for (const service of services) requireBroker(service);
        if (services.length > 0) await bringUp(report, aborted);
      }, signal),
    status: async () => [await status()],
    async start(service) {
      requireBroker(service);
      await bringUp(() => undefined, new AbortController().signal);
    },
    async stop(service) {
      requireBroker(service);
      await end('stop');
    },
    async kill(service) {
      requireBroker(service);
      await end('kill');
    },
    address: async (service) => (service === 'broker' ? (await status()).address : undefined),
  };
}
