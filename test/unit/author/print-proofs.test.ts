import { describe, expect, it } from 'vitest';
import { explainNotTold, explainUnsolved } from '../../../src/author/explain-proof.ts';
import type { LessonProof, Proof } from '../../../src/author/proof.ts';
import { printProofSummary, proofLines } from '../../../src/commands/author/print-proofs.ts';
import { capture } from '../commands/support.ts';
import { step } from '../course/support.ts';

const { out } = capture();

const proof = (claim: Proof['claim'], changes: Partial<Proof> = {}): Proof => ({
  lesson: 'topics',
  claim,
  status: 'passed',
  ms: 600,
  problem: [],
  ...changes,
});
const first = proof({ kind: 'first', step: 'create' });
const again = proof({ kind: 'again', step: 'create' });
const told = proof({ kind: 'mistake', step: 'create', say: 'Wrong.' });

describe('a step', () => {
  it('is one line: what was shown, what nobody tries, how long it took', () => {
    expect(proofLines([first, again, told], 2)).toEqual([
      `✓ ${'topics/create'.padEnd(34)}  fails before, passes after, twice, 1 mistake told, 2 mistakes not tried  1.8 s`,
    ]);
  });

  it('has below it what does not hold', () => {
    const untold = proof({ kind: 'mistake', step: 'create', say: 'Bad.' }, { status: 'failed', problem: ['not told'] });
    expect(proofLines([first, again, told, untold], 0).slice(1)).toEqual([
      '    ✗ create: tells: Bad.',
      '      not told',
    ]);
    expect(proofLines([first, again, told, untold], 0)[0]).toContain('✗ topics/create');
    expect(proofLines([first, again, told, untold], 0)[0]).toContain('1 of 2 mistakes told');
  });

  it('says where it was not looked at', () => {
    const skipped = { ...first, status: 'skipped', ms: 0 } as const;
    expect(proofLines([skipped], 0)[0]).toContain('this engine lacks what the step needs');
  });
});

describe('the summary', () => {
  const lesson = (changes: Partial<LessonProof>): LessonProof => ({
    lesson: 'topics',
    title: 'Topics',
    proofs: [first, again],
    ms: 61_000,
    extent: 'whole',
    ...changes,
  });

  it('has lessons, the slowest steps, and the count', () => {
    printProofSummary([lesson({})], { interrupted: false });
    expect(out()).toBe(
      [
        '',
        'Lessons',
        `✓ ${'topics'.padEnd(34)}  1 min 1 s`,
        '',
        'Slowest steps',
        `  ${'topics/create'.padEnd(34)}  600 ms`,
        '',
        '2 proved, 0 failed',
        '',
      ].join('\n'),
    );
  });

  it('does not call a lesson good that was stopped', () => {
    printProofSummary([lesson({ extent: 'stopped' })], { interrupted: true });
    expect(out()).toContain('- topics');
    expect(out()).toContain('Stopped.');
  });
});

describe('what was found', () => {
  it('is the check with what it looked at, and what the last command said', () => {
    const given = step('a', { checks: [{ subject: 'topic', topic: 'orders' }] });
    const output = Array.from({ length: 9 }, (_, index) => ({ stream: 'stdout', text: `line ${index}` }) as const);
    const run = { line: 'create', ran: 'create', exit: 1, timedOut: false, stopped: false, output };
    const checks = [
      { status: 'fail', expected: 'it ends well', actual: 'exit 1' },
      { status: 'fail', expected: 'exists', actual: 'no such topic', because: 'there is order' },
    ] as const;
    expect(explainUnsolved(given, { status: 'failed', runs: [run], checks })).toEqual([
      'The step does not pass with its own commands:',
      '    expected  it ends well',
      '    found     exit 1',
      '  topic orders',
      '    expected  exists',
      '    found     no such topic',
      '    because   there is order',
      '  exit 1: create',
      ...['line 3', 'line 4', 'line 5', 'line 6', 'line 7', 'line 8'].map((line) => `    | ${line}`),
    ]);
  });

  it('says of a mistake that was not told what was told, or why nothing was', () => {
    const made = { say: 'Wanted.', mistake: 0, deeds: [], position: { path: 'x', line: 1, column: 1 } };
    const found = (told: { status: 'passed' | 'failed'; say?: string }) =>
      explainNotTold(made, { ...told, isWanted: false }, 'tries.yaml:1:1').at(-1);
    expect(found({ status: 'failed' })).toContain('no mistake was told');
    expect(found({ status: 'failed', say: 'Other.' })).toContain('another mistake was told: Other.');
    expect(found({ status: 'passed' })).toContain('the checks of the step hold');
  });
});
