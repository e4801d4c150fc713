import { messages } from '../messages/index.ts';
import type { Aspect } from './aspect.ts';
import { compareLists } from './compare-lists.ts';
import type { RecordFacts } from './facts.ts';
import { produceWithKeys } from './tool-commands.ts';
import { listed, quoted, quotedKey } from './wording.ts';

/** The keys of all records, as an exact list. */
export function keysOf(given: {
  readonly topic: string;
  readonly records: readonly RecordFacts[];
  readonly wanted: readonly (string | null)[];
  readonly ordered: boolean;
}): Aspect {
  const say = messages().check;
  const { topic, records, wanted, ordered } = given;
  const found = records.map(({ key }) => key);
  const { same, because } = compareLists(wanted, found, { ordered, tell: quotedKey });
  const list = listed(wanted.map(quotedKey));
  return {
    ok: same,
    expected: say.keys({ list: ordered || wanted.length < 2 ? list : `${list} ${say.anyOrder}` }),
    actual: found.length === 0 ? say.records({ count: 0 }) : say.keys({ list: listed(found.map(quotedKey)) }),
    because: found.length === 0 ? undefined : (noKeys(records, wanted) ?? because),
    tryNext: found.length < wanted.length || noKeys(records, wanted) ? produceWithKeys(topic) : undefined,
  };
}

/** For each of these keys: its records lie in one partition, and there is one. */
export function keysInOnePartition(topic: string, records: readonly RecordFacts[], wanted: readonly string[]): Aspect {
  const say = messages().check;
  const places = wanted.map((key) => ({ key, partitions: partitionsOf(records, key) }));
  const absent = places.filter(({ partitions }) => partitions.length === 0).map(({ key }) => quoted(key));
  const spread = places.filter(({ partitions }) => partitions.length > 1);
  const wrong = [
    ...(absent.length > 0 ? [say.noRecordWithKey({ list: listed(absent) })] : []),
    ...spread.map(tellPlace),
  ];
  return {
    ok: wrong.length === 0,
    expected: say.oneKeyOnePartition({ list: listed(wanted.map(quoted)) }),
    actual: wrong.length === 0 ? listed(places.map(tellPlace)) : wrong.join('; '),
    because: absent.length > 0 ? noKeys(records, wanted) : undefined,
    tryNext: absent.length > 0 ? produceWithKeys(topic) : undefined,
  };
}

/** Why no record has the key, and how to send one that has. records: all that were read. */
export function noRecordsOfKey(
  topic: string,
  records: readonly RecordFacts[],
  key: string,
): Pick<Aspect, 'because' | 'tryNext'> {
  const keys = [...new Set(records.map((record) => record.key))];
  const others = keys.length === 0 ? undefined : messages().check.keysThere({ list: listed(keys.map(quotedKey)) });
  const because = noKeys(records, [key]) ?? others;
  return { tryNext: produceWithKeys(topic), ...(because !== undefined && { because }) };
}

const partitionsOf = (records: readonly RecordFacts[], key: string): readonly number[] => [
  ...new Set(records.filter((record) => record.key === key).map(({ partition }) => partition)),
];

const tellPlace = ({ key, partitions }: { key: string; partitions: readonly number[] }): string =>
  messages().check.keyIn({ key: quoted(key), partitions });

/** Keys are wanted, and no record has one: the producer ran without parse.key. */
function noKeys(records: readonly RecordFacts[], wanted: readonly (string | null)[]): string | undefined {
  const say = messages().check;
  const keys = wanted.filter((key) => key !== null);
  const keyless = records.length > 0 && records.every(({ key }) => key === null);
  if (!keyless || keys.length === 0) return undefined;
  const values = records.flatMap(({ value }) => (value === null ? [] : [value]));
  const both = values.find((value) => keys.some((key) => value.length > key.length && isKeyAndMore(value, key)));
  return both === undefined ? say.noKeysSent : say.keyInValue({ found: quoted(both) });
}

const isKeyAndMore = (value: string, key: string): boolean =>
  value.startsWith(key) && /^[^\p{L}\p{N}]/u.test(value.slice(key.length));
