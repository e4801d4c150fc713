import type { AssertionOf } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import { type Aspect, combine, when } from './aspect.ts';
import type { BrokerFacts, ClusterReader, TopicFacts } from './facts.ts';
import type { CheckResult } from './result.ts';

type ClusterAssertion = AssertionOf<'cluster'>;

export type ClusterEvidence = {
  readonly brokers: readonly BrokerFacts[];
  /** all topics; looked at only if offline partitions are asked for */
  readonly topics: readonly TopicFacts[];
};

export async function checkCluster(assertion: ClusterAssertion, cluster: ClusterReader): Promise<CheckResult> {
  const brokers = await cluster.brokers();
  const names = assertion.offlinePartitions === undefined ? [] : await cluster.topicNames();
  const topics = await Promise.all(names.map((name) => cluster.topic(name)));
  return judgeCluster(assertion, { brokers, topics: topics.filter((topic) => topic !== undefined) });
}

export function judgeCluster(assertion: ClusterAssertion, { brokers, topics }: ClusterEvidence): CheckResult {
  const say = messages().check;
  const found = say.brokers({ count: brokers.length });
  const aspects = [
    ...when(assertion.brokers, (wanted) => ({
      ok: brokers.length === wanted,
      expected: say.brokers({ count: wanted }),
      actual: found,
    })),
    ...when(assertion.offlinePartitions, (wanted) => offline(topics, wanted)),
  ];
  return combine(aspects.length > 0 ? aspects : [{ ok: brokers.length > 0, expected: say.running, actual: found }]);
}

function offline(topics: readonly TopicFacts[], wanted: number): Aspect {
  const say = messages().check;
  const places = topics.flatMap(({ name, partitions }) =>
    partitions.filter(({ leader }) => leader < 0).map(({ partition }) => ({ topic: name, partition })),
  );
  const example = places[0];
  return {
    ok: places.length === wanted,
    expected: say.offlinePartitions({ count: wanted }),
    actual: say.offlinePartitions({ count: places.length }),
    because: example && places.length > wanted ? say.offlineExample(example) : undefined,
  };
}
