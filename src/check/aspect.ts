import { messages } from '../messages/index.ts';
import type { CheckResult } from './result.ts';

/** One of the things an assertion asks for, looked at by itself. */
export type Aspect = {
  readonly ok: boolean;
  readonly expected: string;
  readonly actual: string;
  /** only where not ok */
  readonly because?: string | undefined;
  readonly tryNext?: string | undefined;
};

/** All must be ok. A failure tells of the failed ones only, and gives the first reason and the first advice there is. */
export function combine(aspects: readonly Aspect[]): CheckResult {
  const failed = aspects.filter(({ ok }) => !ok);
  const told = failed.length > 0 ? failed : aspects;
  const expected = joined(told.map((aspect) => aspect.expected));
  const actual = joined(told.map((aspect) => aspect.actual));
  if (failed.length === 0) return { status: 'pass', expected, actual };
  const because = failed.find((aspect) => aspect.because !== undefined)?.because;
  const tryNext = failed.find((aspect) => aspect.tryNext !== undefined)?.tryNext;
  return {
    status: 'fail',
    expected,
    actual,
    ...(because !== undefined && { because }),
    ...(tryNext !== undefined && { tryNext }),
  };
}

const joined = (parts: readonly string[]): string => [...new Set(parts)].join(', ');

/** An aspect that is there only if the assertion asks for it. */
export const when = <T>(asked: T | undefined, look: (asked: T) => Aspect): readonly Aspect[] =>
  asked === undefined ? [] : [look(asked)];

/** All of it as one thing, in the lesson's words if it has any. */
export function calledSo(as: string | undefined, aspects: readonly Aspect[]): readonly Aspect[] {
  if (as === undefined) return aspects;
  const ok = aspects.every((aspect) => aspect.ok);
  return [{ ok, expected: as, actual: ok ? as : messages().check.notSoYet }];
}
