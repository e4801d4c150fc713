import type { DialProblem } from '../check/client-facts.ts';
import { NotKafka } from './broker-connection.ts';

const byCode: Readonly<Record<string, DialProblem>> = {
  ENOTFOUND: 'unknown-name',
  EAI_AGAIN: 'unknown-name',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'no-route',
  ENETUNREACH: 'no-route',
  EADDRNOTAVAIL: 'no-route',
  ECONNRESET: 'closed',
  EPIPE: 'closed',
};

/** What was wrong at an address, from the error of a call: ConnectionFailed, or what decoding an answer threw. */
export function dialProblem(error: unknown): DialProblem {
  const causes = chain(error);
  if (causes.some((cause) => cause instanceof NotKafka)) return 'not-kafka';
  const known = causes.flatMap((cause) => byCode[codeOf(cause)] ?? []);
  if (known[0] !== undefined) return known[0];
  if (causes.some(({ name }) => name === 'KafkaJSConnectionClosedError')) return 'closed';
  return causes.some(({ name }) => name === 'ConnectionFailed') ? 'silent' : 'not-kafka';
}

function chain(error: unknown): readonly Error[] {
  return error instanceof Error ? [error, ...chain(error.cause)] : [];
}

const codeOf = (error: Error): string => ('code' in error ? String(error.code) : '');
