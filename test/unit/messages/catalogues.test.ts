import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { en } from '../../../src/messages/en.ts';
import { type Messages, messages, setLanguage } from '../../../src/messages/index.ts';
import { ko } from '../../../src/messages/ko.ts';

type Entry = { readonly name: string; readonly entry: unknown };

/** Every string and function of a catalogue, by its path. */
const entriesOf = (value: unknown, name = ''): readonly Entry[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, each]) => entriesOf(each, name === '' ? key : `${name}.${key}`))
    : [{ name, entry: value }];

/** The placeholders an entry takes. */
function placeholdersOf(entry: unknown): readonly string[] {
  if (typeof entry !== 'function') return [];
  const seen = new Set<string>();
  const values = new Proxy({}, { get: (_, key) => seen.add(String(key)) && undefined });
  try {
    entry(values);
  } catch {
    // What it does with values that are none is of no interest here: it has asked for all of them by then.
  }
  return [...seen].sort();
}

const korean = new Map(entriesOf(ko).map(({ name, entry }) => [name, entry]));

describe('Korean', () => {
  it('has every entry of English and no other', () => {
    expect([...korean.keys()].sort()).toEqual(
      entriesOf(en)
        .map(({ name }) => name)
        .sort(),
    );
  });

  it.each(entriesOf(en).filter(({ entry }) => typeof entry === 'function'))('$name says all that is given', (each) => {
    expect(placeholdersOf(korean.get(each.name))).toEqual(placeholdersOf(each.entry));
  });

  it('has no sentence of which nothing is Korean, but for names, commands and signs', () => {
    const untranslated = entriesOf(ko).filter(
      ({ name, entry }) =>
        typeof entry === 'string' &&
        entry === entriesOf(en).find((each) => each.name === name)?.entry &&
        /[a-z]{2,} [a-z]{2,} [a-z]{2,}/.test(entry) &&
        !/^(kafka-lessons|docker|sudo|unset|net|mariadb|zookeeper-shell.sh) /.test(entry),
    );
    // What a statement prints is a tool's output, the same in every language.
    expect(untranslated.map(({ name }) => name)).toEqual(['command.printfUsage', 'database.nothingChanged']);
  });

  it('uses the words of the glossary', () => {
    const glossary = parse(readFileSync('lessons/glossary.yaml', 'utf8')) as { avoid?: { ko?: string[] } }[];
    const avoided = glossary.flatMap(({ avoid }) => avoid?.ko ?? []);
    expect(avoided.length).toBeGreaterThan(5);
    const sources = entriesOf(ko).map(({ name, entry }) => `${name}: ${String(entry)}`);
    expect(sources.filter((source) => avoided.some((word) => source.includes(word)))).toEqual([]);
  });

  it('is composed, syllable by syllable', () => {
    const sources = entriesOf(ko).map(({ entry }) => String(entry));
    expect(sources.filter((source) => source !== source.normalize('NFC'))).toEqual([]);
  });
});

describe('the types', () => {
  it('refuse a missing key, another placeholder, and an entry that English has not', () => {
    const { at, ...rest } = ko.connect;
    // @ts-expect-error a key is missing
    const missing: Messages['connect'] = rest;
    // @ts-expect-error there is no placeholder `where`
    const other: Messages['connect'] = { ...rest, at: ({ where }) => `${where}` };
    // @ts-expect-error a sentence with a placeholder cannot be one without
    const plain: Messages['connect']['at'] = 'Kafka Connect';
    // @ts-expect-error English says no such thing
    const more: Messages['connect'] = { ...rest, at, goodbye: '안녕히' };
    expect([missing, other, plain, more]).toHaveLength(4);
  });
});

describe('what lessons look for in output', () => {
  const patterns = [/in sync 1 2 3/, /^broker-1 is up/, /^cluster is up/, /was killed/, /is taken by another program/];
  const more = [/answers/, /works/, /1 row/, /no such file/];
  const said = ({ own, compose, client, database, command }: Messages): string =>
    [
      own.inSync({ ids: [1, 2, 3] }),
      own.done.start({ name: 'broker-1' }),
      own.done.start({ name: 'cluster' }),
      own.done.kill({ name: 'broker-2' }),
      compose.portTaken({ port: 9192 }),
      client.clusterAnswers({ clusterId: 'x', count: 1 }),
      client.soWorks({ address: 'localhost:9192' }),
      database.rows({ count: 1 }),
      command.catMissing({ file: 'a.txt' }),
    ].join('\n');

  it.each([...patterns, ...more])('%s is there in every language', (pattern) => {
    for (const catalogue of [en, ko]) expect(said(catalogue)).toMatch(new RegExp(pattern, 'm'));
  });
});

describe('the language in use', () => {
  afterEach(() => setLanguage('en'));

  it('changes at once', () => {
    expect(messages().ui.labels.next).toBe('next');
    setLanguage('ko');
    expect(messages().ui.labels.next).toBe('다음');
  });
});

describe('Korean sentences', () => {
  it.each([
    [ko.check.similar({ what: 'topic', found: 'orders', difference: '' }), '비슷한 토픽 orders가 있습니다'],
    [
      ko.check.similar({ what: 'topic', found: 'event', difference: ko.check.differsWithout({ text: 's' }) }),
      '이름이 비슷한 토픽 event가 있습니다 (s가 빠짐)',
    ],
    [ko.check.differsSwapped({ one: 'r', other: 'e' }), 'r과 e의 순서가 다름'],
    [
      ko.check.displaced({ partition: 0, leader: 1, preferred: 3 }),
      '선호 리더인 브로커 3이 ISR에 있는데도 파티션 0의 리더는 브로커 1입니다',
    ],
    [ko.check.heldByNobody({ topic: 'parcels', partitions: [0, 1] }), 'parcels의 파티션 0, 1을 맡은 멤버가 없습니다'],
    [ko.engine.portFree({ port: 9092 }), '포트 9092는 비어 있습니다.'],
    [ko.engine.portFree({ port: 8083 }), '포트 8083은 비어 있습니다.'],
    [ko.ui.progress.starting({ service: 'cluster' }), '클러스터를 시작합니다.'],
    [ko.ui.progress.starting({ service: 'broker-3' }), 'broker-3을 시작합니다.'],
    [ko.ui.progress.waiting({ service: 'museum' }), '박물관이 응답하기를 기다립니다.'],
    [ko.ui.runs.exit({ exit: 1 }), '종료 코드 1로 끝남'],
    [ko.ui.runs.exit({ exit: 143 }), '종료 코드 143으로 끝남'],
    [ko.command.unknownTool({ tool: 'kafka-topic' }), '여기에는 "kafka-topic"이라는 도구가 없습니다.'],
    [ko.cli.unknownStep({ name: 'topics' }), 'topics라는 레슨이나 단계가 없습니다.'],
    [
      ko.check.noAnswer({ service: ko.session.brokerAt({ address: '127.0.0.1:9092' }) }),
      '127.0.0.1:9092의 브로커가 응답하지 않습니다',
    ],
    [
      ko.check.noAnswer({ service: ko.session.serviceNeverStarted({ service: 'shop' }) }),
      '아직 시작된 적 없는 shop 데이터베이스가 응답하지 않습니다',
    ],
  ])('%s', (said, expected) => expect(said).toBe(expected));
});
