import { describe, expect, it } from 'vitest';
import { type Known, offerAt } from '../../../../src/command/complete/offer.ts';
import type { LiveNames } from '../../../../src/command/complete/types.ts';
import { loadToolTable } from '../../../../src/command/tools/tool-table.ts';

const names: LiveNames = {
  topics: ['orders', 'quickstart-events', '공지-사항', '__consumer_offsets'],
  groups: ['readers'],
  connectors: ['shop-source'],
  brokers: [1],
};
const known: Known = { tools: await loadToolTable(), names };
const cluster: Known = { ...known, names: { ...names, brokers: [1, 2, 3] } };

/** `|` in the line is the cursor, where it is not at the end. */
function textsAt(marked: string, by: Known = known): readonly string[] | undefined {
  const at = marked.indexOf('¦');
  const line = marked.replace('¦', '');
  return offerAt(line, at < 0 ? line.length : at, by)?.candidates.map(({ text }) => text);
}
const topics = 'kafka-topics.sh --bootstrap-server localhost:9092';

describe('offerAt', () => {
  it.each([
    ['a tool', 'kafka-top', ['kafka-topics.sh']],
    ['a tool behind a path', 'bin/kafka-top', ['kafka-topics.sh']],
    ['a tool behind a prompt', '$ kafka-top', ['kafka-topics.sh']],
    ['a tool after a pipe', 'echo hi | kafka-console-p', ['kafka-console-producer.sh']],
    ['a tool in a container', 'docker exec -it broker kafka-top', ['kafka-topics.sh']],
    ['no Kafka tool', 'dock', ['docker']],
    ['our own', 'kafka-les', ['kafka-lessons']],
    ['an option', `${topics} --cre`, ['--create']],
    ['an option in the middle', 'kafka-topics.sh --li¦ --bootstrap-server x', ['--list']],
    ['a verb', 'kafka-metadata-quorum.sh --bootstrap-server localhost:9092 desc', ['describe']],
    ['an option of a verb', 'kafka-metadata-quorum.sh describe --repl', ['--replication']],
    ['a broker', 'kafka-topics.sh --bootstrap-server ', ['localhost:9092']],
    ['a topic', `${topics} --describe --topic `, ['orders', 'quickstart-events', '공지-사항']],
    ['a topic with one dash', `${topics} --describe -topic o`, ['orders']],
    ['a topic behind =', `${topics} --topic=qui`, ['quickstart-events']],
    ['a topic in quotes', `${topics} --topic 'qui`, ['quickstart-events']],
    ['a topic of Kafka', `${topics} --topic __`, ['__consumer_offsets']],
    ['a topic in a container', `docker exec broker ${topics} --topic or`, ['orders']],
    ['a group', 'kafka-consumer-groups.sh --describe --group r', ['readers']],
    ['a setting', `${topics} --create --config retention.m`, ['retention.ms=']],
    ['an entity', 'kafka-configs.sh --entity-type topics --entity-name or', ['orders']],
    ['an entity of another kind', 'kafka-configs.sh --entity-type brokers --entity-name ', ['1']],
    ['a method', 'curl -X P', ['POST', 'PUT', 'PATCH']],
    ['a connector', 'curl -s localhost:8083/connectors/', ['localhost:8083/connectors/shop-source']],
    [
      'a part of a connector',
      'curl http://localhost:8083/connectors/shop-source/st',
      ['http://localhost:8083/connectors/shop-source/status', 'http://localhost:8083/connectors/shop-source/stop'],
    ],
    ['a topic to watch', 'kafka-lessons watch topic q', ['quickstart-events']],
  ])('offers %s', (_, line, wanted) => {
    expect(textsAt(line)).toEqual(wanted);
  });

  it.each([
    ['the value of an option that is anything', `${topics} --partitions `],
    ['inside a word', 'kafka-to¦pics.sh'],
    ['what follows a tool that is not ours', 'docker exec -it '],
    ['what follows docker exec without a tool of Kafka', 'docker exec -it broker --'],
    ['a redirection', `${topics} --list > fi`],
    ['quotes in the middle of a word', `${topics} --topic or'd`],
    ['a header of a request', 'curl -d '],
  ])('is silent about %s', (_, line) => {
    expect(textsAt(line) ?? []).toEqual([]);
  });

  it('says what value an option wants', () => {
    expect(offerAt(`${topics} --partitions `, 100, known)?.wanted).toMatchObject({ option: '--partitions' });
  });

  it('puts what is required first, and leaves out what stands in the line or is old', () => {
    const all = textsAt('kafka-console-consumer.sh --topic orders --');
    expect(all?.[0]).toBe('--bootstrap-server');
    expect(all).toContain('--from-beginning');
    expect(all).not.toContain('--topic');
    expect(all).not.toContain('--property');
    expect(textsAt('kafka-console-consumer.sh --prop')).toEqual(['--property']);
  });

  it('takes the value of an option for a value, whatever it looks like', () => {
    expect(textsAt('kafka-topics.sh --topic --list --topi')).toEqual(['--topic-id', '--topics-with-overrides']);
  });

  it('knows the addresses of a cluster', () => {
    expect(textsAt('kafka-topics.sh --bootstrap-server ', cluster)).toEqual([
      'localhost:9092',
      'localhost:9094',
      'localhost:9095',
    ]);
  });

  it('offers no options where the tools of the museum are meant', () => {
    expect(textsAt('kafka-topics.sh --', { ...known, isMuseum: true })).toEqual([]);
    expect(textsAt('kafka-top', { ...known, isMuseum: true })).toEqual(['kafka-topics.sh']);
  });
});
