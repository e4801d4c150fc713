import type { AssertionOf } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import { type Aspect, combine, when } from './aspect.ts';
import type { ClientFacts, ToldBroker } from './client-facts.ts';
import type { CheckResult } from './result.ts';
import { probe } from './tool-commands.ts';

type ClientAssertion = AssertionOf<'client'>;

/** An address that does not answer is a wrong answer here, never `blocked`: it is what the lesson asks about. */
export function judgeClient(assertion: ClientAssertion, facts: ClientFacts): CheckResult {
  const aspects = [
    ...when(assertion.metadata, (wanted) => metadata(facts, wanted)),
    ...when(assertion.told, (wanted) => told(facts, wanted)),
    ...when(assertion.works, (wanted) => works(facts, wanted)),
  ];
  return combine(aspects.map((aspect) => ({ tryNext: probe(assertion.client), ...aspect })));
}

function metadata(facts: ClientFacts, wanted: boolean): Aspect {
  const say = messages().client;
  const answers = facts.kind === 'told';
  return {
    ok: answers === wanted,
    expected: wanted ? say.answers : say.noAnswer,
    actual: facts.kind === 'told' ? say.answers : say.problem[facts.why],
    because: facts.kind === 'told' ? undefined : say.reason[facts.why],
  };
}

function told(facts: ClientFacts, wanted: readonly string[]): Aspect {
  const say = messages().client;
  const expected = say.sentTo({ addresses: wanted });
  if (facts.kind === 'no-answer') return { ok: false, expected, ...noAnswer(facts) };
  const addresses = facts.brokers.map(({ address }) => address);
  const ok = addresses.length === wanted.length && wanted.every((address) => addresses.includes(address));
  return { ok, expected, actual: ok ? expected : say.sentTo({ addresses }), because: say.advertised };
}

function works(facts: ClientFacts, wanted: boolean): Aspect {
  const say = messages().client;
  const stuck = whereStuck(facts);
  return {
    ok: (stuck === undefined) === wanted,
    expected: wanted ? say.works : say.worksNot,
    actual: stuck?.actual ?? say.works,
    because: stuck?.because,
  };
}

type Stuck = Pick<Aspect, 'actual' | 'because'>;

/** The first thing on a client's way that keeps it from reading. */
function whereStuck(facts: ClientFacts): Stuck | undefined {
  if (facts.kind === 'no-answer') return noAnswer(facts);
  const say = messages().client;
  if (facts.brokers.length === 0) return { actual: say.sentTo({ addresses: [] }), because: say.noBrokersWhy };
  for (const broker of facts.brokers) {
    const stuck = stuckAt(broker);
    if (stuck) return stuck;
  }
  return undefined;
}

function noAnswer({ why }: Extract<ClientFacts, { kind: 'no-answer' }>): Stuck {
  const say = messages().client;
  return { actual: say.problem[why], because: say.reason[why] };
}

function stuckAt({ address, reached }: ToldBroker): Stuck | undefined {
  const say = messages().client;
  if (reached.kind === 'works') return undefined;
  return { actual: say.stuckAt({ address, problem: obstacle(reached) }), because: because(address, reached) };
}

type Obstacle = Exclude<ToldBroker['reached'], { kind: 'works' }>;

/** How it ends at a broker a client is sent on to, in a few words. */
export function obstacle(reached: Obstacle): string {
  const say = messages().client;
  switch (reached.kind) {
    case 'other-cluster':
      return say.otherCluster(reached);
    case 'no-read':
      return say.noRead(reached);
    default:
      return say.problem[reached.kind];
  }
}

function because(address: string, { kind }: Obstacle): string {
  const say = messages().client;
  switch (kind) {
    case 'other-cluster':
      return say.otherClusterWhy({ address });
    case 'no-read':
      return say.noReadWhy;
    default:
      return say.hangs({ address });
  }
}
