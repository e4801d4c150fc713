import { describe, expect, test } from 'vitest';
import { ConnectionFailed, NotKafka } from '../../../src/kafka/broker-connection.ts';
import { dialProblem } from '../../../src/kafka/dial-problem.ts';

const coded = (code: string) => new ConnectionFailed('failed', { cause: Object.assign(new Error(code), { code }) });
const named = (name: string) => new ConnectionFailed('failed', { cause: Object.assign(new Error(name), { name }) });

describe('what was wrong at an address', () => {
  test.each([
    ['ENOTFOUND', 'unknown-name'],
    ['EAI_AGAIN', 'unknown-name'],
    ['ECONNREFUSED', 'refused'],
    ['EHOSTUNREACH', 'no-route'],
    ['ENETUNREACH', 'no-route'],
    ['ECONNRESET', 'closed'],
    ['ETIMEDOUT', 'silent'],
  ])('%s: %s', (code, problem) => {
    expect(dialProblem(coded(code))).toBe(problem);
    expect(dialProblem(new ConnectionFailed('lost', { cause: coded(code) }))).toBe(problem);
  });

  test('no cause but time', () => {
    expect(dialProblem(new ConnectionFailed('no answer in time'))).toBe('silent');
    expect(dialProblem(named('KafkaJSConnectionError'))).toBe('silent');
  });

  test('closed without an error', () => {
    expect(dialProblem(named('KafkaJSConnectionClosedError'))).toBe('closed');
  });

  test('strange words, whatever became of the connection', () => {
    const cause = new NotKafka('', { cause: coded('ECONNRESET') });
    expect(dialProblem(new ConnectionFailed('failed', { cause }))).toBe('not-kafka');
    expect(dialProblem(new RangeError('out of range'))).toBe('not-kafka');
  });
});
