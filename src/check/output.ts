import type { AssertionOf } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import { type Aspect, calledSo, combine, when } from './aspect.ts';
import type { RunFacts } from './facts.ts';
import { linesContain, linesExclude, linesMatch, printed } from './lines.ts';
import type { CheckResult } from './result.ts';

type OutputAssertion = AssertionOf<'output'>;

/** Looks at all that the step's commands printed, and at the exit code of the last one. */
export function judgeOutput(assertion: OutputAssertion, runs: readonly RunFacts[]): CheckResult {
  const lines = runs.flatMap(({ output }) => printed(output));
  const aspects = [
    ...when(assertion.exit, (wanted) => exit(runs.at(-1), wanted)),
    ...(assertion.contains ?? []).map((text) => linesContain(lines, text)),
    ...(assertion.matches ?? []).map((source) => linesMatch(lines, source)),
    ...(assertion.excludes ?? []).map((text) => linesExclude(lines, text)),
  ];
  const told = calledSo(assertion.as, aspects);
  if (runs.length > 0) return combine(told);
  const expected = told.map((aspect) => aspect.expected).join(', ');
  return combine([{ ok: false, expected, actual: messages().check.notRunYet }]);
}

function exit(last: RunFacts | undefined, wanted: number): Aspect {
  const say = messages().check;
  const code = last?.exit;
  return {
    ok: code === wanted,
    expected: say.exit({ code: wanted }),
    actual: code === undefined ? say.noExit : say.exit({ code }),
    because: last?.timedOut ? say.timedOut : undefined,
  };
}
