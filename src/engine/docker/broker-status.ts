import { loopback } from '../../platform/free-port.ts';
import { askBroker } from '../ask-broker.ts';
import type { ServiceStatus } from '../types.ts';
import { findContainer, hasVolume } from './broker-container.ts';
import { answers, readBrokerState } from './broker-state.ts';
import type { DockerContext } from './context.ts';

/** What the broker does now. Its answer is enough; only without one docker is asked, which also tells what was done by hand. */
export async function brokerStatus(context: DockerContext): Promise<ServiceStatus> {
  const state = await readBrokerState(context.paths);
  if (state && (await answers(state))) return known('running', state.port);
  try {
    const container = await findContainer(context);
    const port = container?.port ?? state?.port;
    if (container === undefined) {
      return (await hasVolume(context)) ? known('stopped', port) : { service: 'broker', state: 'absent' };
    }
    if (container.state === 'stopped') return known('stopped', port);
    const answer = port === undefined ? undefined : await askBroker(loopback, port, 1000);
    return known(answer && answer.brokers.length > 0 ? 'running' : 'starting', port);
  } catch {
    // Docker itself cannot be asked: the doctor tells why, and nothing runs that could be used.
    return state ? known('stopped', state.port) : { service: 'broker', state: 'absent' };
  }
}

const known = (state: ServiceStatus['state'], port: number | undefined): ServiceStatus => ({
  service: 'broker',
  state,
  ...(port !== undefined && { address: { host: loopback, port } }),
});
