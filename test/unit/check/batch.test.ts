import { describe, expect, test } from 'vitest';
import { judgeBatch } from '../../../src/check/batch.ts';
import { describeAssertion, evaluate } from '../../../src/check/index.ts';
import type { AssertionOf } from '../../../src/lesson/types.ts';
import type { BatchEnd } from '../../../src/platform/run-batch.ts';
import { factsOf, type Verdict, verdictOf } from './support/facts.ts';

const ended = (exit: number, ...lines: readonly string[]): BatchEnd => ({ kind: 'ended', exit, lines });
const right = ended(0, 'CLASSPATH="Z:\\My Tools\\share\\java\\kafka\\*"');
const empty = ended(2, 'Classpath is empty.');
const both = { exit: 0, prints: ['My Tools\\share\\java'] };
// A text full of backslashes is shown as it is.
const shown = 'My Tools\\share\\java';

const rows: readonly (readonly [
  name: string,
  wanted: Omit<AssertionOf<'batch'>, 'subject' | 'batch'>,
  end: BatchEnd,
  verdict: Verdict,
])[] = [
  ['it ends well and prints it', both, right, { pass: `exit code 0, prints ${shown}` }],
  ['neither capitals nor slashes matter', { prints: ['my tools/SHARE'] }, right, { pass: 'prints my tools/SHARE' }],
  [
    'it ends otherwise',
    both,
    empty,
    { expected: `exit code 0, prints ${shown}`, actual: 'exit code 2, the last line is Classpath is empty.' },
  ],
  [
    'it ends well and prints something else',
    both,
    ended(0, 'CLASSPATH="\\share\\java"'),
    { expected: `prints ${shown}`, actual: 'the last line is CLASSPATH="\\share\\java"' },
  ],
  ['it prints nothing', both, ended(0), { expected: `prints ${shown}`, actual: 'no output' }],
  ['it has to fail', { exit: 2 }, empty, { pass: 'exit code 2' }],
  [
    'it does not end',
    { exit: 0 },
    { kind: 'too-long', seconds: 20 },
    { expected: 'exit code 0', actual: 'did not end within 20 s' },
  ],
  ['it is not there', { exit: 0 }, { kind: 'no-file' }, { expected: 'exit code 0', actual: 'no such file' }],
  [
    'nothing runs it here',
    both,
    { kind: 'not-run', why: 'no-program' },
    { pass: 'not run here: neither cmd.exe nor wine' },
  ],
  ['wine fails', both, { kind: 'not-run', why: 'not-started' }, { pass: 'not run here: wine did not start' }],
];

describe('a batch file', () => {
  test.each(rows)('%s', (_, wanted, end, verdict) => {
    expect(verdictOf(judgeBatch({ subject: 'batch', batch: 'x.bat', ...wanted }, end))).toEqual(verdict);
  });

  test('is run by the facts, by its name in the workspace', async () => {
    const assertion = { subject: 'batch', batch: 'a b/x.bat', exit: 2 } as const;
    const asked: string[] = [];
    const facts = factsOf(
      {},
      {
        batch: async (name) => {
          asked.push(name);
          return empty;
        },
      },
    );
    expect(await evaluate(assertion, facts)).toMatchObject({ status: 'pass' });
    expect(asked).toEqual(['a b/x.bat']);
    expect(describeAssertion(assertion)).toBe('batch file a b/x.bat');
  });
});
