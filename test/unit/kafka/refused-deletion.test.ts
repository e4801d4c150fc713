import { expect, test } from 'vitest';
import { EnvironmentError } from '../../../src/errors.ts';
import { throwForRefused } from '../../../src/kafka/refused-deletion.ts';

const answer = (...codes: readonly number[]) => ({
  topicErrors: codes.map((errorCode, index) => ({ topic: `t${index}`, errorCode })),
});

test('deleted, gone already, or under way: nothing to tell', () => {
  expect(() => throwForRefused(answer(0, 3, 7))).not.toThrow();
});

test('refused: which topic, and why', () => {
  const refused = () => throwForRefused(answer(0, 73));
  expect(refused).toThrow(EnvironmentError);
  try {
    refused();
  } catch (error) {
    expect((error as EnvironmentError).explanation).toEqual({
      what: 'The topic t1 could not be deleted.',
      why: 'Kafka refuses it: TOPIC_DELETION_DISABLED.',
      next: 'kafka-lessons doctor',
    });
  }
});
