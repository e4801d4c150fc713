import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import type { Address } from './types.ts';

/**
 * True if a Connect worker can be used there: it has joined its group and read its configuration, and works for the cluster with
 * this id. Answers before that mean nothing: a worker first listens, then waits for its broker.
 * @param clusterId left out: whichever it is
 */
export async function connectAnswers(address: Address, clusterId?: string, timeoutMs = 1000): Promise<boolean> {
  const ask = async (path: string): Promise<unknown> => {
    const signal = AbortSignal.timeout(timeoutMs);
    // Not fetch: where a connection is taken and closed at once, as Docker does until a worker listens, it never comes to an end.
    const request = get({ ...address, path, agent: false, signal });
    // One that comes after the answer has begun is told by the answer itself.
    request.on('error', () => undefined);
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    const answer = await json(response);
    return response.statusCode === 200 ? answer : undefined;
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
