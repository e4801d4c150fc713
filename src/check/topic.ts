import type { AssertionOf, Settings } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import { type Aspect, combine, when } from './aspect.ts';
import type { ClusterReader, TopicFacts } from './facts.ts';
import type { CheckResult } from './result.ts';
import { similarSentence } from './similar-name.ts';
import { addPartitions, createTopic, deleteTopic, describeTopic, setTopicConfig } from './tool-commands.ts';
import { leadersSpread, ledBy } from './topic-leaders.ts';

type TopicAssertion = AssertionOf<'topic'>;

export type TopicEvidence = {
  readonly topic: TopicFacts | undefined;
  /** settings in effect; looked at only if asked for */
  readonly config: Settings;
  /** names of all topics; looked at only if this one is missing */
  readonly names: readonly string[];
};

export async function checkTopic(assertion: TopicAssertion, cluster: ClusterReader): Promise<CheckResult> {
  const topic = await cluster.topic(assertion.topic);
  const config = topic && assertion.config ? await cluster.topicConfig(assertion.topic) : {};
  const names = topic ? [] : await cluster.topicNames();
  return judgeTopic(assertion, { topic, config, names });
}

export function judgeTopic(assertion: TopicAssertion, { topic, config, names }: TopicEvidence): CheckResult {
  if (assertion.exists === false) return combine([absent(assertion, topic)]);
  if (!topic) return combine([missingTopic(assertion, names, wantedOf(assertion))]);
  return combine([
    exists(),
    ...when(assertion.partitions, (count) => partitions(topic, count)),
    ...when(assertion.partitions, () => leaders(topic)),
    ...when(assertion.replicas, (count) => replicas(topic, count)),
    ...when(assertion.isr, (count) => inSync(topic, count)),
    ...when(assertion.leaders, (brokers) => ledBy(topic, brokers)),
    ...when(assertion.spread, (count) => leadersSpread(topic, count)),
    ...when(assertion.internal, (wanted) => internal(topic, wanted)),
    ...Object.entries(assertion.config ?? {}).map(([key, value]) => setting(topic, config, key, value)),
  ]);
}

function exists(): Aspect {
  const { exists } = messages().check;
  return { ok: true, expected: exists, actual: exists };
}

/** Told by the checks of a topic and of its records alike. expected: what the assertion wants of it, in words. */
export function missingTopic(
  wanted: Parameters<typeof createTopic>[0],
  names: readonly string[],
  expected: string,
): Aspect {
  return {
    ok: false,
    expected,
    actual: messages().check.noSuchTopic,
    because: similarSentence('topic', wanted.topic, names),
    tryNext: createTopic(wanted),
  };
}

const wantedOf = ({ partitions }: TopicAssertion): string => {
  const say = messages().check;
  return partitions === undefined ? say.exists : `${say.exists}, ${say.partitions({ count: partitions })}`;
};

function absent(assertion: TopicAssertion, topic: TopicFacts | undefined): Aspect {
  const say = messages().check;
  return {
    ok: !topic,
    expected: say.noSuchTopic,
    actual: topic ? say.exists : say.noSuchTopic,
    tryNext: deleteTopic(assertion.topic),
  };
}

function partitions(topic: TopicFacts, wanted: number): Aspect {
  const say = messages().check;
  const count = topic.partitions.length;
  const tooMany = count > wanted;
  return {
    ok: count === wanted,
    expected: say.partitions({ count: wanted }),
    actual: say.partitions({ count }),
    because: tooMany ? say.partitionsOnlyGrow : undefined,
    tryNext: tooMany ? deleteTopic(topic.name) : addPartitions(topic.name, wanted),
  };
}

/** A topic whose partitions have no leader yet cannot be written to: the next command of the lesson would fail. */
function leaders(topic: TopicFacts): Aspect {
  const say = messages().check;
  const of = topic.partitions.length;
  const count = topic.partitions.filter(({ leader }) => leader >= 0).length;
  return {
    ok: count === of,
    expected: say.leaders({ count: of, of }),
    actual: say.leaders({ count, of }),
    because: say.waitingForLeaders,
    tryNext: describeTopic(topic.name),
  };
}

const replicas = (topic: TopicFacts, wanted: number): Aspect =>
  sizes(topic, wanted, ({ replicas }) => replicas.length, messages().check.replicas);

const inSync = (topic: TopicFacts, wanted: number): Aspect =>
  sizes(topic, wanted, ({ isr }) => isr.length, messages().check.inSync);

function sizes(
  topic: TopicFacts,
  wanted: number,
  sizeOf: (partition: TopicFacts['partitions'][number]) => number,
  told: (values: { count: string }) => string,
): Aspect {
  const counts = topic.partitions.map(sizeOf);
  const odd = topic.partitions.find((partition) => sizeOf(partition) !== wanted);
  const mixed = new Set(counts).size > 1;
  const span = mixed ? `${Math.min(...counts)}-${Math.max(...counts)}` : String(counts[0] ?? 0);
  return {
    ok: odd === undefined,
    expected: told({ count: String(wanted) }),
    actual: told({ count: span }),
    because:
      odd && mixed ? messages().check.partitionDiffers({ partition: odd.partition, count: sizeOf(odd) }) : undefined,
    tryNext: describeTopic(topic.name),
  };
}

function internal(topic: TopicFacts, wanted: boolean): Aspect {
  const say = messages().check;
  const found = topic.internal || topic.name.startsWith('__');
  const word = (value: boolean): string => (value ? say.internal : say.notInternal);
  return { ok: found === wanted, expected: word(wanted), actual: word(found) };
}

function setting(topic: TopicFacts, config: Settings, key: string, value: string): Aspect {
  const say = messages().check;
  const found = config[key];
  return {
    ok: found === value,
    expected: say.setting({ key, value }),
    actual: found === undefined ? say.settingMissing({ key }) : say.setting({ key, value: found }),
    because: found === undefined ? similarSentence('setting', key, Object.keys(config)) : undefined,
    tryNext: setTopicConfig(topic.name, key, value),
  };
}
