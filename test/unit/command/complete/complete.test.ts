import { expect, it } from 'vitest';
import { commonStart, withCandidate } from '../../../../src/command/complete/complete.ts';
import { offerAt } from '../../../../src/command/complete/offer.ts';
import { loadToolTable } from '../../../../src/command/tools/tool-table.ts';

const tools = await loadToolTable();

/** The line after its only, or first, candidate was put into it; `¦` is the cursor. */
function completed(marked: string, topics: readonly string[], isWhole = true): string {
  const cursor = marked.includes('¦') ? marked.indexOf('¦') : marked.length;
  const text = marked.replace('¦', '');
  const offer = offerAt(text, cursor, { tools, names: { topics, groups: [], connectors: [], brokers: [1] } });
  const [first] = offer?.candidates ?? [];
  if (!offer || !first) throw new Error(`nothing is offered: ${marked}`);
  const made = withCandidate({ text, cursor }, offer, first, { isWhole });
  return `${made.text.slice(0, made.cursor)}¦${made.text.slice(made.cursor)}`;
}

it.each([
  ['kafka-top', 'kafka-topics.sh ¦'],
  ['bin/kafka-top', 'bin/kafka-topics.sh ¦'],
  ['kafka-topics.sh --topic or', 'kafka-topics.sh --topic orders ¦'],
  ['kafka-topics.sh --topic or¦ --describe', 'kafka-topics.sh --topic orders¦ --describe'],
  ["kafka-topics.sh --topic 'or", "kafka-topics.sh --topic 'orders' ¦"],
  ['kafka-topics.sh --topic=or', 'kafka-topics.sh --topic=orders ¦'],
  ['kafka-topics.sh --config retention.m', 'kafka-topics.sh --config retention.ms=¦'],
  ['curl -H Cont', "curl -H 'Content-Type: application/json' ¦"],
])('completes %s', (typed, wanted) => {
  expect(completed(typed, ['orders'])).toBe(wanted);
});

it('quotes a name that a shell would take apart', () => {
  expect(completed('kafka-topics.sh --topic 새', ['새 소식'])).toBe("kafka-topics.sh --topic '새 소식' ¦");
});

it('leaves a word open that is to be typed on', () => {
  expect(completed('kafka-topics.sh --topic or', ['orders'], false)).toBe('kafka-topics.sh --topic orders¦');
});

it('finds the longest common beginning', () => {
  expect(commonStart([{ text: 'orders' }, { text: 'ordinary' }])).toBe('ord');
  expect(commonStart([{ text: '공지-가' }, { text: '공지-나' }])).toBe('공지-');
  expect(commonStart([{ text: 'a' }, { text: 'b' }])).toBe('');
});
