import { loopback } from '../../platform/free-port.ts';
import type { ServiceStatus } from '../types.ts';
import { answers } from './broker-process.ts';
import { livingBroker, readBrokerState } from './broker-state.ts';
import type { NativeContext } from './context.ts';
import { isFormatted } from './format-storage.ts';

/** What the broker does now. Its answer is enough: looking at a process costs half a second on Windows. */
export async function brokerStatus(context: NativeContext): Promise<ServiceStatus> {
  const { paths } = context;
  const state = await readBrokerState(paths);
  if (state === undefined || !(await isFormatted(context))) return { service: 'broker', state: 'absent' };
  const known = { service: 'broker', address: { host: loopback, port: state.port } } as const;
  const own = state.process;
  if (own && (await answers(paths, state))) return { ...known, state: 'running', pid: own.pid };
  const isAlive = own !== undefined && (await livingBroker(state)) !== undefined;
  return isAlive ? { ...known, state: 'starting', pid: own.pid } : { ...known, state: 'stopped' };
}
