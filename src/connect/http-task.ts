import type { Task } from '../command/types.ts';
import { connectPort, mapUrl } from '../engine/canonical-urls.ts';
import type { Address } from '../engine/types.ts';
import type { HttpRequest } from './request.ts';
import { requestTask } from './request-task.ts';

/**
 * The request of an http block as a command.
 * @param connect where Kafka Connect is, which lessons write as localhost:8083; undefined: as they write it
 */
export function httpTask({ method, url, headers, body }: HttpRequest, connect: Address | undefined): Task {
  const mapped = mapUrl(url, new Map(connect ? [[connectPort, connect.port]] : []));
  return requestTask({ method, url: mapped, headers, body }, mapped === url ? undefined : `${method} ${mapped}`);
}
