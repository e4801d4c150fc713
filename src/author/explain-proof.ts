import { describeAssertion } from '../check/index.ts';
import type { CheckResult } from '../check/result.ts';
import type { Try } from '../lesson/tries.ts';
import type { Assertion, Step } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import type { Solved } from '../session/solve.ts';
import type { Told } from './learner.ts';

/** What was expected and found where a claim does not hold: lines for the author. */

const outputLines = 6;

const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`);

export function explainPassedBefore(labels: readonly string[]): readonly string[] {
  const say = messages().authorTest;
  if (labels.length === 0) return [];
  return [...labels.map((label) => say.passedBefore({ label })), say.next({ text: say.passedBeforeNext })];
}

/** A step that does not pass with its own commands: which check, and what the last command said. */
export function explainUnsolved({ checks: assertions }: Step, { checks, runs }: Solved): readonly string[] {
  const say = messages().authorTest;
  const lines = explainChecks(assertions, checks, 'doesNotPass');
  const last = runs.at(-1);
  if (last === undefined) return lines;
  const output = last.output.slice(-outputLines).map(({ text }) => say.output({ text }));
  return [...lines, ...indented([say.command(last), ...indented(output)])];
}

/** The checks that do not hold, below a sentence that says when. The first result may be that of the commands' end. */
export function explainChecks(
  assertions: readonly Assertion[],
  checks: readonly CheckResult[],
  when: 'doesNotPass' | 'notLasting',
): readonly string[] {
  const say = messages().authorTest;
  const offset = checks.length - assertions.length;
  const lines = checks.flatMap((check, index) => {
    const assertion = assertions[index - offset];
    return explainCheck(assertion && describeAssertion(assertion), check);
  });
  return lines.length === 0 ? [] : [say[when], ...indented(lines)];
}

function explainCheck(label: string | undefined, check: CheckResult): readonly string[] {
  const say = messages().authorTest;
  const head = label === undefined ? [] : [say.check({ label })];
  switch (check.status) {
    case 'pass':
      return [];
    case 'fail': {
      const because = check.because === undefined ? [] : [say.because({ text: check.because })];
      return [
        ...head,
        ...indented([say.expected({ text: check.expected }), say.found({ text: check.actual }), ...because]),
      ];
    }
    case 'blocked':
      return [...head, ...indented([say.found({ text: check.by })])];
    case 'error':
      return [...head, ...indented([say.found({ text: check.problem })])];
    default:
      return check satisfies never;
  }
}

export function explainBlocked(checks: readonly CheckResult[]): readonly string[] {
  const say = messages().authorTest;
  const blocked = checks.flatMap((check) => (check.status === 'blocked' ? [check] : []));
  return [
    say.blocked,
    ...blocked.flatMap(({ by, tryNext }) =>
      indented([say.found({ text: by }), ...(tryNext === '' ? [] : [say.next({ text: tryNext })])]),
    ),
  ];
}

/** A mistake that was made and not told. `place`: where in the author's file it is made. */
export function explainNotTold({ say: wanted }: Try, { status, say: told }: Told, place: string): readonly string[] {
  const say = messages().authorTest;
  const found = status === 'passed' ? say.toldSolved : told === undefined ? say.toldNone : say.toldOther({ say: told });
  return [say.notTold, ...indented([say.madeAt({ place }), say.wanted({ say: wanted }), found])];
}
