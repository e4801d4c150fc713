import type { Assertion } from '../lesson/types.ts';
import type { CheckResult } from './result.ts';
import { createTopic } from './tool-commands.ts';

/** Advice to make a topic says how many partitions and replicas it needs, where another check of the step wants that of it. */
export function withWholeTopic(result: CheckResult, checks: readonly Assertion[]): CheckResult {
  if (result.status !== 'fail') return result;
  const wanted = checks.find(
    (check) =>
      check.subject === 'topic' &&
      check.at === undefined &&
      check.partitions !== undefined &&
      result.tryNext === createTopic({ topic: check.topic }),
  );
  return wanted?.subject === 'topic' ? { ...result, tryNext: createTopic(wanted) } : result;
}
