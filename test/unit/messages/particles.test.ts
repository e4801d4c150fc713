import { describe, expect, it } from 'vitest';
import { endingOf, josa, particleFor } from '../../../src/messages/ko/particles.ts';

const endings = (expected: string, words: readonly string[]): void => {
  it.each(words)(`%s ends ${expected}`, (word) => expect(endingOf(word)).toBe(expected));
};

describe('Hangul', () => {
  it.each([
    ['토픽', '토픽을', '토픽이', '토픽은', '토픽과', '토픽으로', '토픽이나'],
    ['브로커', '브로커를', '브로커가', '브로커는', '브로커와', '브로커로', '브로커나'],
    ['풀', '풀을', '풀이', '풀은', '풀과', '풀로', '풀이나'],
    ['값', '값을', '값이', '값은', '값과', '값으로', '값이나'],
  ])('%s', (word, ...forms) => {
    const particles = ['을/를', '이/가', '은/는', '과/와', '으로/로', '이나/나'] as const;
    expect(particles.map((particle) => josa(word, particle))).toEqual(forms);
  });

  it('reads decomposed syllables like composed ones', () => {
    expect(particleFor('토픽'.normalize('NFD'), '을/를')).toBe('을');
    expect(particleFor('브로커'.normalize('NFD'), '을/를')).toBe('를');
  });

  it('calls letters by their names', () => {
    expect(josa('ㄱ', '이/가')).toBe('ㄱ이');
    expect(josa('ㄹ', '으로/로')).toBe('ㄹ로');
    expect(josa('ㅏ', '이/가')).toBe('ㅏ가');
  });
});

describe('numbers', () => {
  it.each([
    [0, '0으로', '0이'],
    [1, '1로', '1이'],
    [2, '2로', '2가'],
    [3, '3으로', '3이'],
    [4, '4로', '4가'],
    [5, '5로', '5가'],
    [6, '6으로', '6이'],
    [7, '7로', '7이'],
    [8, '8로', '8이'],
    [9, '9로', '9가'],
    [10, '10으로', '10이'],
    [21, '21로', '21이'],
    [100, '100으로', '100이'],
    [9092, '9092로', '9092가'],
    [9000, '9000으로', '9000이'],
    [40_000, '40000으로', '40000이'],
    [100_000_000, '100000000으로', '100000000이'],
    [2_000_000_000_000, '2000000000000로', '2000000000000가'],
  ])('%s', (number, to, subject) => {
    expect(josa(number, '으로/로')).toBe(to);
    expect(josa(number, '이/가')).toBe(subject);
  });

  it('reads the last number of a name, a version or an address', () => {
    expect(josa('broker-1', '을/를')).toBe('broker-1을');
    expect(josa('broker-2', '을/를')).toBe('broker-2를');
    expect(josa('broker-3', '으로/로')).toBe('broker-3으로');
    expect(josa('localhost:9092', '이/가')).toBe('localhost:9092가');
    expect(josa('127.0.0.1', '으로/로')).toBe('127.0.0.1로');
    expect(josa('4.3.0', '은/는')).toBe('4.3.0은');
    expect(josa('1,000', '이/가')).toBe('1,000이');
  });
});

describe('acronyms, letter by letter', () => {
  endings('rieul', ['URL', 'SQL', 'ISR', 'L', 'R', 'sql', 'yml', 'YAML']);
  endings('closed', ['JVM', 'JSON', 'M', 'N', 'VPN']);
  endings('open', ['API', 'JDBC', 'TCP', 'HTTP', 'CPU', 'GB', 'MariaDB', 'db', 'CLI', 'UTF', 'A', 'h', 'k', 'q']);
});

describe('words, as they are read', () => {
  endings('rieul', ['table', 'file', 'shell', 'null', 'console', 'compile', 'protocol', 'LeaderAndIsrTable']);
  endings('closed', [
    'topic',
    'public',
    'lock',
    'hook',
    'lag',
    'string',
    'ping',
    'lesson',
    'Maven',
    'system',
    'name',
    'JAVA_HOME',
    'time',
    'line',
    'shop',
    'group',
    'app',
    'job',
    'offset',
    'snapshot',
    'commit',
    'timeout',
    'json',
    'type',
  ]);
  endings('open', [
    'Kafka',
    'Docker',
    'Java',
    'broker',
    'orders',
    'quickstart-events',
    'warehouse',
    'cluster',
    'Connect',
    'event',
    'client',
    'task',
    'disk',
    'check',
    'record',
    'log',
    'config',
    'key',
    'value',
    'database',
    'batch',
    'loop',
    'root',
    'heartbeat',
    'RUNNING_STATE',
    'server.properties',
    'Enter',
  ]);
});

describe('what stands behind a name', () => {
  it('looks past quotes and punctuation', () => {
    expect(josa('"topic"', '을/를')).toBe('"topic"을');
    expect(josa("'orders'", '을/를')).toBe("'orders'를");
    expect(josa('`브로커`', '이/가')).toBe('`브로커`가');
    expect(josa('«토픽»', '이/가')).toBe('«토픽»이');
    expect(josa('[1, 2, 3]', '이/가')).toBe('[1, 2, 3]이');
    expect(josa('"kafka-lessons up"', '은/는')).toBe('"kafka-lessons up"은');
  });

  it('takes the word before a remark in brackets', () => {
    expect(josa('orders (3)', '을/를')).toBe('orders (3)를');
    expect(josa('토픽(topic)', '을/를')).toBe('토픽(topic)을');
    expect(josa('브로커(topic)', '이/가')).toBe('브로커(topic)가');
  });

  it('reads signs', () => {
    expect(josa('100%', '이/가')).toBe('100%가');
    expect(josa('"#"', '은/는')).toBe('"#"은');
    expect(josa('-', '으로/로')).toBe('-으로');
    expect(josa('s', '이/가')).toBe('s가');
  });

  it('leaves both forms where nobody knows how it is read', () => {
    expect(josa('漢字', '을/를')).toBe('漢字을(를)');
    expect(josa('漢字', '으로/로')).toBe('漢字(으)로');
    expect(josa('', '이/가')).toBe('이(가)');
  });
});

describe('이라/라', () => {
  it('says what something is called', () => {
    expect(`${josa('orders', '이라/라')}는`).toBe('orders라는');
    expect(`${josa('topic', '이라/라')}는`).toBe('topic이라는');
  });
});
