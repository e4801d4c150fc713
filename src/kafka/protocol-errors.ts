import errors from 'kafkajs/src/protocol/error.js';
import { Unreadable } from '../check/unreadable.ts';

/** Error codes of the Kafka protocol that this folder decides on (https://kafka.apache.org/protocol#protocol_error_codes). */
export const errorCode = {
  none: 0,
  offsetOutOfRange: 1,
  unknownTopicOrPartition: 3,
  requestTimedOut: 7,
  invalidTopic: 17,
} as const;

/** A code's name in the protocol: NOT_LEADER_OR_FOLLOWER. */
export const errorName = (code: number): string => errors.createErrorFromCode(code).type;

/**
 * Throws for an error code other than 0: `Unreadable` (not-ready) where Kafka calls the error retriable, since then the
 * next look may succeed; else a plain Error.
 */
export function throwForErrorCode(code: number): void {
  if (code === errorCode.none) return;
  const error = errors.createErrorFromCode(code);
  // Retention or a deletion moved the start of the log between two requests.
  const passes = error.retriable || code === errorCode.offsetOutOfRange;
  if (passes) throw new Unreadable({ kind: 'not-ready', detail: error.type }, { cause: error });
  throw error;
}
