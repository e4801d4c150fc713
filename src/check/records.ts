import type { AssertionOf } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import { type Aspect, combine, when } from './aspect.ts';
import { compareLists } from './compare-lists.ts';
import type { ClusterReader, RecordFacts } from './facts.ts';
import { containsText, hasHeaders } from './record-contents.ts';
import { recordWithJson, tombstones } from './record-json.ts';
import { keysInOnePartition, keysOf, noRecordsOfKey } from './record-keys.ts';
import type { CheckResult } from './result.ts';
import { produce } from './tool-commands.ts';
import { missingTopic } from './topic.ts';
import { listed, quotedValue } from './wording.ts';

type RecordsAssertion = AssertionOf<'records'>;

export type RecordsEvidence = {
  /** by partition, then offset; undefined: no such topic */
  readonly records: readonly RecordFacts[] | undefined;
  /** how many partitions the topic has */
  readonly partitions: number;
  /** names of all topics; looked at only if this one is missing */
  readonly names: readonly string[];
};

export async function checkRecords(assertion: RecordsAssertion, cluster: ClusterReader): Promise<CheckResult> {
  const committedOnly = assertion.isolation === 'committed';
  const partition = assertion.partition === undefined ? {} : { partition: assertion.partition };
  const [topic, records] = await Promise.all([
    cluster.topic(assertion.topic),
    cluster.records(assertion.topic, { committedOnly, ...partition }),
  ]);
  const found = topic && records;
  const names = found ? [] : await cluster.topicNames();
  return judgeRecords(assertion, { records: found, partitions: topic?.partitions.length ?? 0, names });
}

export function judgeRecords(assertion: RecordsAssertion, evidence: RecordsEvidence): CheckResult {
  const { records } = evidence;
  if (!records) {
    // What is wanted of the records, in the words the check will go on to use.
    const wanted = judge(assertion, [], evidence.partitions).map(({ expected }) => expected);
    return combine([missingTopic({ topic: assertion.topic }, evidence.names, wanted.join(', '))]);
  }
  return combine(judge(assertion, records, evidence.partitions));
}

/** Order means something within one partition only. records: those that are looked at. */
const isOrdered = (assertion: RecordsAssertion, records: readonly RecordFacts[], partitions: number): boolean =>
  partitions === 1 ||
  assertion.partition !== undefined ||
  (assertion.key !== undefined && new Set(records.map(({ partition }) => partition)).size <= 1);

function judge(assertion: RecordsAssertion, all: readonly RecordFacts[], partitions: number): readonly Aspect[] {
  const { topic, key } = assertion;
  const records = key === undefined ? all : all.filter((record) => record.key === key);
  const ordered = isOrdered(assertion, records, partitions);
  const aspects = [
    ...when(assertion.count, (wanted) => count(topic, records, wanted)),
    ...when(assertion.atLeast, (wanted) => atLeast(topic, records, wanted)),
    ...when(assertion.keys, (wanted) => keysOf({ topic, records, wanted, ordered })),
    ...when(assertion.values, (wanted) => values({ topic, records, wanted, ordered })),
    ...(assertion.contains ?? []).map((text) => containsText(records, text)),
    ...when(assertion.json, (wanted) => recordWithJson(records, wanted)),
    ...when(assertion.tombstones, (wanted) => tombstones(records, wanted)),
    ...when(assertion.headers, (wanted) => hasHeaders(topic, records, wanted)),
    ...when(assertion.samePartition, (wanted) => keysInOnePartition(topic, records, wanted)),
  ];
  if (key !== undefined && records.length === 0) {
    return aspects.map((aspect) => ({ ...aspect, ...noRecordsOfKey(topic, all, key) }));
  }
  const say = messages().check;
  const asked = aspects.length > 0;
  return asked ? aspects : [{ ok: true, expected: say.exists, actual: say.records({ count: records.length }) }];
}

function count(topic: string, records: readonly RecordFacts[], wanted: number): Aspect {
  const say = messages().check;
  const over = records.length - wanted;
  return {
    ok: over === 0,
    expected: say.records({ count: wanted }),
    actual: say.records({ count: records.length }),
    because: over > 0 ? say.recordsOver({ count: over }) : say.recordsMissing({ count: -over }),
    tryNext: over < 0 ? produce(topic) : undefined,
  };
}

function atLeast(topic: string, records: readonly RecordFacts[], wanted: number): Aspect {
  const say = messages().check;
  return {
    ok: records.length >= wanted,
    expected: say.atLeast({ count: wanted }),
    actual: say.records({ count: records.length }),
    because: say.recordsMissing({ count: wanted - records.length }),
    tryNext: produce(topic),
  };
}

function values(given: {
  readonly topic: string;
  readonly records: readonly RecordFacts[];
  readonly wanted: readonly string[];
  readonly ordered: boolean;
}): Aspect {
  const say = messages().check;
  const found = given.records.map(({ value }) => value);
  const { same, because } = compareLists(given.wanted, found, { ordered: given.ordered, tell: quotedValue });
  const list = listed(given.wanted.map(quotedValue));
  return {
    ok: same,
    expected: say.values({ list: given.ordered || given.wanted.length < 2 ? list : `${list} ${say.anyOrder}` }),
    actual: found.length === 0 ? say.records({ count: 0 }) : say.values({ list: listed(found.map(quotedValue)) }),
    because: found.length === 0 ? undefined : because,
    tryNext: found.length < given.wanted.length ? produce(given.topic) : undefined,
  };
}
