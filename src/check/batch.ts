import type { AssertionOf } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import type { BatchEnd } from '../platform/run-batch.ts';
import { type Aspect, combine, when } from './aspect.ts';
import type { CheckResult } from './result.ts';

/** How a batch file ended, and what it printed. Where it cannot be run nothing is wrong, and the result says so. */
export function judgeBatch(assertion: AssertionOf<'batch'>, end: BatchEnd): CheckResult {
  const say = messages().check;
  const { exit, prints = [] } = assertion;
  const expected = [
    ...(exit === undefined ? [] : [say.exit({ code: exit })]),
    ...prints.map((text) => say.batchPrints({ text })),
  ].join(', ');
  switch (end.kind) {
    case 'not-run':
      return { status: 'pass', expected, actual: say.batchNotRun[end.why], unseen: true };
    case 'no-file':
      return { status: 'fail', expected, actual: say.noSuchFile };
    case 'too-long':
      return { status: 'fail', expected, actual: say.batchTooLong({ seconds: end.seconds }) };
    case 'ended':
      return combine([
        ...when(exit, (code) => exited(code, end.exit)),
        ...prints.map((text) => printed(text, end.lines)),
      ]);
  }
}

const exited = (wanted: number, found: number): Aspect => ({
  ok: wanted === found,
  expected: messages().check.exit({ code: wanted }),
  actual: messages().check.exit({ code: found }),
});

function printed(wanted: string, lines: readonly string[]): Aspect {
  const say = messages().check;
  const ok = lines.some((line) => asWindowsReads(line).includes(asWindowsReads(wanted)));
  const expected = say.batchPrints({ text: wanted });
  const last = lines.at(-1);
  return { ok, expected, actual: ok ? expected : last === undefined ? say.noOutput : say.lastLine({ line: last }) };
}

/** In its paths neither capital letters nor the kind of slash makes a difference. */
const asWindowsReads = (text: string): string => text.toLowerCase().replaceAll('/', '\\');
