import { addressText } from './address.ts';
import type { Address } from './types.ts';

/**
 * True if a Connect worker can be used there: it has joined its group and read its configuration, and works for the cluster with
 * this id. Answers before that mean nothing: a worker first listens, then waits for its broker.
 * @param clusterId left out: whichever it is
 */
export async function connectAnswers(address: Address, clusterId?: string, timeoutMs = 1000): Promise<boolean> {
  const ask = async (path: string): Promise<unknown> => {
    const response = await fetch(`http://${addressText(address)}${path}`, { signal: AbortSignal.timeout(timeoutMs) });
    return response.ok ? response.json() : undefined;
  };
  try {
    const [root, connectors] = await Promise.all([ask('/'), ask('/connectors')]);
    const worker = root as { readonly kafka_cluster_id?: unknown } | undefined;
    return Array.isArray(connectors) && (clusterId === undefined || worker?.kafka_cluster_id === clusterId);
  } catch {
    // Nothing there, not yet, or something else.
    return false;
  }
}
