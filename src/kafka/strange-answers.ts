import type Connection from 'kafkajs/src/network/connection.js';

/** Smallest: a correlation id. Largest: more than any answer that is asked for here. In bytes. */
const smallestAnswer = 4;
const largestAnswer = 64 * 1024 * 1024;

/**
 * Has `onStrange` called once something arrives that is no answer of Kafka's. kafkajs believes whatever size an answer
 * claims: for a greeting of another program it would wait for gigabytes, loop for ever, or throw outside of any call.
 */
export function refuseStrangeAnswers(connection: Connection, onStrange: () => void): void {
  const processData = connection.processData.bind(connection);
  let first = true;
  connection.processData = (data) => {
    const size = first && data.length >= 4 ? data.readInt32BE(0) : smallestAnswer;
    first = false;
    if (size < smallestAnswer || size > largestAnswer) return onStrange();
    try {
      processData(data);
    } catch {
      onStrange();
    }
  };
}
