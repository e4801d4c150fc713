import type { Assertion, AssertionOf, Museum } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import { quoted } from './wording.ts';

/** What a check looks at, on one line: `topic quickstart-events`. */
export function describeAssertion(assertion: Assertion): string {
  const say = messages().check;
  switch (assertion.subject) {
    case 'topic':
      return placed(say.labelTopic({ name: assertion.topic }), assertion);
    case 'records':
      return placed(recordsLabel(assertion), assertion);
    case 'group':
      return placed(say.labelGroup({ name: assertion.group }), assertion);
    case 'cluster':
      return placed(say.labelCluster, assertion);
    case 'client':
      return say.labelClient({ address: assertion.client });
    case 'connect':
      return say.labelConnect;
    case 'connector':
      return say.labelConnector({ name: assertion.connector });
    case 'sql':
      return say.labelSql({ names: [...new Set([assertion.at, assertion.sameAs?.at ?? assertion.at])] });
    case 'output':
      return assertion.contains || assertion.matches || assertion.excludes ? say.labelOutput : say.labelExit;
    case 'file':
      return say.labelFile({ name: assertion.file });
    case 'batch':
      return say.labelBatch({ name: assertion.batch });
    case 'background':
      return say.labelBackground({ name: assertion.id });
  }
}

/** The same with what a check of output wants of it: `output contains "orders"`. */
export function describeWanted(assertion: Assertion): string {
  const label = describeAssertion(assertion);
  if (assertion.subject !== 'output') return label;
  const say = messages().check;
  const wanted = [
    ...(assertion.contains ?? []).map((text) => say.outputContains({ text: quoted(text) })),
    ...(assertion.matches ?? []).map((pattern) => say.outputMatches({ pattern })),
    ...(assertion.excludes ?? []).map((text) => say.outputExcludes({ text: quoted(text) })),
  ];
  const told = assertion.as ?? wanted.join(', ');
  return told === '' ? label : `${label} ${told}`;
}

function recordsLabel({ topic, partition, key }: AssertionOf<'records'>): string {
  const say = messages().check;
  return [
    say.labelRecords({ name: topic }),
    ...(partition === undefined ? [] : [say.labelPartition({ partition })]),
    ...(key === undefined ? [] : [say.labelKey({ key })]),
  ].join(', ');
}

const placed = (label: string, { at }: { readonly at?: Museum }): string =>
  at === undefined ? label : messages().check.labelAt({ label, at });

/**
 * True where waiting cannot change the verdict once the step's commands have ended. A cluster comes round, a background
 * command goes on printing, and a learner edits files.
 */
export const isFinal = (assertion: Assertion): boolean => assertion.subject === 'output';
