import { expect, it } from 'vitest';
import { closeNames, speaksOfNames } from '../../../../src/command/doubt/close-names.ts';

const names = {
  topics: ['quickstart-events', 'orders'],
  groups: ['readers'],
  connectors: ['shop-source'],
  brokers: [1],
};

it.each([
  ['kafka-topics.sh --describe --topic quickstart-event', 'quickstart-events'],
  ['kafka-topics.sh --delete --topic=quickstart-event', 'quickstart-events'],
  ['kafka-console-consumer.sh --topic Orders', 'orders'],
  ['echo a | kafka-console-producer.sh --topic order', 'orders'],
  ['kafka-configs.sh --alter --entity-type topics --entity-name order', 'orders'],
  ['kafka-consumer-groups.sh --describe --group reader', 'readers'],
  ['curl -s localhost:8083/connectors/shop-sorce/status', 'shop-source'],
])('tells of the name that is there: %s', (line, found) => {
  expect(closeNames(line, names)).toHaveLength(1);
  expect(closeNames(line, names)[0]).toContain(found);
});

it.each([
  ['a name that is there', 'kafka-topics.sh --describe --topic orders'],
  ['a name that is close to none', 'kafka-topics.sh --describe --topic payments'],
  ['a topic to be made', 'kafka-topics.sh --create --topic order'],
  ['a group to be made', 'kafka-console-consumer.sh --topic orders --group reader'],
  ['a pattern', 'kafka-topics.sh --describe --topic order.*'],
  ['a connector to be made', 'curl -X PUT localhost:8083/connectors/shop-sorce/config -d {}'],
  ['a line that cannot be read', 'kafka-topics.sh --topic "order'],
])('is silent about %s', (_, line) => {
  expect(closeNames(line, names)).toEqual([]);
});

it('knows which lines are worth a look', () => {
  expect(speaksOfNames('kafka-topics.sh --describe --topic a')).toBe(true);
  expect(speaksOfNames('kafka-topics.sh --list')).toBe(false);
});
