import { describe, expect, test } from 'vitest';
import { similarName, similarSentence } from '../../../src/check/similar-name.ts';

describe('a similar name', () => {
  test.each([
    ['quickstart-events', ['quickstart-event'], 'there is a topic quickstart-event, without the s'],
    ['orders', ['orderss'], 'there is a topic orderss, with an extra s'],
    ['orders', ['Orders'], 'there is a topic Orders, with other capital letters'],
    [
      '소포',
      ['소포'.normalize('NFD')],
      `there is a topic ${'소포'.normalize('NFD')}, whose letters are composed in another way`,
    ],
    ['orders', ['ordres'], 'there is a topic ordres, with e and r swapped'],
    ['quickstart-events', ['quickstart_events'], 'there is a topic quickstart_events, with _ instead of -'],
    ['messages', ['mesage'], 'there is a topic mesage'],
  ])('of %s is found in %j and told', (wanted, names, sentence) => {
    expect(similarSentence('topic', wanted, names)).toBe(sentence);
  });

  test.each([
    ['nothing is near', 'orders', ['payments']],
    ['it is the name itself', 'orders', ['orders']],
    ['only digits differ', 'orders-1', ['orders-2', 'orders-12']],
    ['it is one of Kafka’s own', 'consumer_offsets', ['__consumer_offsets']],
    ['it is one of Connect’s own', 'connect-config', ['connect-configs']],
    ['a short name differs in two letters', 'rides', ['rider1', 'sides2', 'aid']],
  ])('is not seen where %s', (_, wanted, names) => {
    expect(similarName(wanted, names)).toBeUndefined();
  });

  test('the nearest one wins', () => {
    expect(similarName('messages', ['massage', 'message', 'Messages'])).toBe('Messages');
  });
});
