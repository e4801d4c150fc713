import { describe, expect, test } from 'vitest';
import { judgeBackground } from '../../../src/check/background.ts';
import type { BackgroundFacts, RunFacts } from '../../../src/check/facts.ts';
import { judgeOutput } from '../../../src/check/output.ts';
import type { AssertionOf } from '../../../src/lesson/types.ts';
import { background, run, type Verdict, verdictOf } from './support/facts.ts';

type OutputRow = readonly [
  name: string,
  wanted: Omit<AssertionOf<'output'>, 'subject'>,
  runs: readonly RunFacts[],
  verdict: Verdict,
];

const rows: readonly OutputRow[] = [
  ['nothing has run', { contains: ['a'] }, [], { expected: 'contains "a"', actual: 'the command has not run yet' }],
  ['nothing has run, exit', { exit: 0 }, [], { expected: 'exit code 0', actual: 'the command has not run yet' }],
  ['it contains', { contains: ['rea'] }, [run(['created'])], { pass: 'contains "rea"' }],
  [
    'it contains, in an earlier command',
    { contains: ['one'] },
    [run(['one']), run(['two'])],
    { pass: 'contains "one"' },
  ],
  ['it contains, over two lines', { contains: ['one\ntwo'] }, [run(['one', 'two'])], { pass: 'contains "one\\ntwo"' }],
  [
    'it contains, on stderr',
    { contains: ['bad'] },
    [run([], { output: [{ stream: 'stderr', text: 'bad' }] })],
    { pass: 'contains "bad"' },
  ],
  [
    'what was typed is not output',
    { contains: ['typed'] },
    [run([], { output: [{ stream: 'stdin', text: 'typed' }] })],
    { expected: 'contains "typed"', actual: 'no output' },
  ],
  [
    'it does not contain',
    { contains: ['created'] },
    [run(['one', 'two', ''])],
    { expected: 'contains "created"', actual: '3 lines without it', because: 'the last line is "two"' },
  ],
  [
    'it contains, in capitals',
    { contains: ['created'] },
    [run(['Created'])],
    { expected: 'contains "created"', actual: '1 line without it', because: '"Created" has other capital letters' },
  ],
  ['it matches at a line', { matches: ['^t.o$'] }, [run(['one', 'two'])], { pass: 'matches /^t.o$/' }],
  ['it matches beyond ASCII', { matches: ['^\\p{L}$'] }, [run(['é'])], { pass: 'matches /^\\p{L}$/' }],
  [
    'it does not match',
    { matches: ['^x'] },
    [run(['one'])],
    { expected: 'matches /^x/', actual: '1 line without it', because: 'the last line is "one"' },
  ],
  [
    'the answer is not told',
    { matches: ['^x'], excludes: ['one'], as: 'it is found' },
    [run(['one'])],
    { expected: 'it is found', actual: 'not yet' },
  ],
  ['it is right, in words', { matches: ['^o'], as: 'it is found' }, [run(['one'])], { pass: 'it is found' }],
  [
    'in words, before anything has run',
    { matches: ['^o'], as: 'it is found' },
    [],
    { expected: 'it is found', actual: 'the command has not run yet' },
  ],
  ['it excludes', { excludes: ['x'] }, [run(['one'])], { pass: 'does not contain "x"' }],
  [
    'it should exclude',
    { excludes: ['n'] },
    [run(['x', 'one'])],
    { expected: 'does not contain "n"', actual: 'the line "one"' },
  ],
  ['exit of the last command', { exit: 1 }, [run([], { exit: 0 }), run([], { exit: 1 })], { pass: 'exit code 1' }],
  ['exit is another', { exit: 0 }, [run([], { exit: 1 })], { expected: 'exit code 0', actual: 'exit code 1' }],
  [
    'it was stopped',
    { exit: 0 },
    [run([], { exit: undefined, timedOut: true })],
    {
      expected: 'exit code 0',
      actual: 'ended before it gave an exit code',
      because: 'the command was stopped when its time was up',
    },
  ],
];

describe('output', () => {
  test.each(rows)('%s', (_, wanted, runs, verdict) => {
    expect(verdictOf(judgeOutput({ subject: 'output', ...wanted }, runs))).toEqual(verdict);
  });
});

type BackgroundRow = readonly [
  name: string,
  wanted: Omit<AssertionOf<'background'>, 'subject' | 'id'>,
  found: BackgroundFacts | undefined,
  verdict: Verdict,
];

const backgroundRows: readonly BackgroundRow[] = [
  ['it runs', {}, background([]), { pass: 'running' }],
  ['it was not started', {}, undefined, { expected: 'running', actual: 'not started' }],
  [
    'it has ended',
    { running: true },
    background([], false),
    { expected: 'running', actual: 'not running', because: 'it has ended; its pane shows its last words' },
  ],
  ['it should have ended, and has', { running: false }, background([], false), { pass: 'not running' }],
  ['it should have ended, and was never there', { running: false }, undefined, { pass: 'not started' }],
  ['it should have ended', { running: false }, background([]), { expected: 'not running', actual: 'running' }],
  ['it printed it, though it has ended', { output: ['one'] }, background(['one'], false), { pass: 'contains "one"' }],
  [
    'it did not print it yet',
    { running: true, output: ['two'] },
    background(['one']),
    { expected: 'contains "two"', actual: '1 line without it', because: 'the last line is "one"' },
  ],
  ['it could not print it', { output: ['two'] }, undefined, { expected: 'contains "two"', actual: 'not started' }],
];

describe('a background command', () => {
  test.each(backgroundRows)('%s', (_, wanted, found, verdict) => {
    expect(verdictOf(judgeBackground({ subject: 'background', id: 'consumer', ...wanted }, found))).toEqual(verdict);
  });
});
