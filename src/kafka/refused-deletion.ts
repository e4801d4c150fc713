import { EnvironmentError } from '../errors.ts';
import { messages } from '../messages/index.ts';
import { errorCode, errorName } from './protocol-errors.ts';
import type { DeletedTopics } from './requests.ts';

/** Throws EnvironmentError for a topic that the cluster refuses to delete. One that is gone already, or takes its time, is only waited for. */
export function throwForRefused({ topicErrors }: DeletedTopics): void {
  const harmless: readonly number[] = [errorCode.none, errorCode.unknownTopicOrPartition, errorCode.requestTimedOut];
  const refused = topicErrors.find((each) => !harmless.includes(each.errorCode));
  if (!refused) return;
  const say = messages().session;
  throw new EnvironmentError({
    what: say.topicNotDeleted({ topic: refused.topic }),
    why: say.topicNotDeletedWhy({ error: errorName(refused.errorCode) }),
    next: 'kafka-lessons doctor',
  });
}
