import { describe, expect, it } from 'vitest';
import { duration, explain, reportError } from '../../../src/commands/output.ts';
import { createEventPrinter, printCheck, printVerdict } from '../../../src/commands/print-events.ts';
import { createProgressTeller } from '../../../src/commands/progress-teller.ts';
import { reportOf } from '../../../src/commands/report.ts';
import { printSummary } from '../../../src/commands/run.ts';
import type { Progress } from '../../../src/engine/types.ts';
import { EnvironmentError, UserError } from '../../../src/errors.ts';
import type { RunInfo } from '../../../src/session/events.ts';
import { lesson, pack, step } from '../course/support.ts';
import { capture } from './support.ts';

const { out, err } = capture();

describe('duration', () => {
  it.each([
    [0, '0 ms'],
    [340, '340 ms'],
    [999.4, '999 ms'],
    [999.6, '1.0 s'],
    [1100, '1.1 s'],
    [59_940, '59.9 s'],
    [59_970, '1 min'],
    [119_700, '2 min'],
    [125_000, '2 min 5 s'],
  ])('%d ms is %s', (ms, text) => expect(duration(ms)).toBe(text));
});

describe('a check on paper', () => {
  it('that passed is one line', () => {
    printCheck('topic t', { status: 'pass', expected: 'exists', actual: 'exists' });
    expect(out()).toBe('    ✓ topic t\n');
  });

  it('that failed says what differs, and nothing that it does not know', () => {
    printCheck('topic t', { status: 'fail', expected: 'exists', actual: 'no such topic', tryNext: 'create it' });
    const expected = [
      '    ✗ topic t',
      '        expected exists',
      '        found    no such topic',
      '        try      create it',
    ];
    expect(out()).toBe(`${expected.join('\n')}\n`);
  });

  it('that could not be looked at is not called wrong', () => {
    printCheck('topic t', { status: 'blocked', by: 'the broker', tryNext: '' });
    printCheck('topic u', { status: 'error', problem: 'our fault' });
    expect(out()).toBe('    ! topic t: the broker\n    ! topic u: our fault\n');
  });
});

describe('events on paper', () => {
  const ref = { lesson: 'topics', step: 'create' };
  const info: RunInfo = { run: 1, ref, line: 'list', remarks: ['a remark'], kind: 'foreground', typed: false };

  it('are results on stdout and messages on stderr', () => {
    const print = createEventPrinter(
      pack(lesson('topics', [step('create', { title: 'Create a topic' })], { title: 'Topics' })),
    );
    print({ type: 'opened', ref });
    print({ type: 'run-started', info });
    print({
      type: 'output',
      run: 1,
      lines: [
        { stream: 'stdin', text: 'hello' },
        { stream: 'stdout', text: 'done' },
      ],
      partial: '',
    });
    print({ type: 'run-started', info: { ...info, run: 2, remarks: [], kind: 'background', id: 'bg' } });
    print({ type: 'output', run: 2, lines: [{ stream: 'stdout', text: 'more' }], partial: '' });
    print({
      type: 'check',
      ref,
      index: 0,
      label: 'topic t',
      state: { status: 'waiting', expected: 'a', actual: 'b', ms: 1 },
    });
    print({ type: 'mistake', ref, say: 'A typo.', tryNext: 'again' });
    print({ type: 'notice', level: 'info', text: 'by the way' });
    printVerdict('passed', 1500);
    expect(out().split('\n')).toEqual([
      '',
      'Topics',
      '',
      '  Create a topic  (topics/create)',
      '    $ list',
      '      a remark',
      '      > hello',
      '      done',
      '    $ list   [bg]',
      '      | more',
      '    A typo.',
      '      try  again',
      '    passed, 1.5 s',
      '',
    ]);
    expect(err()).toBe('by the way\n');
  });
});

describe('errors', () => {
  it('are told in lines, with their exit code', () => {
    expect(explain({ what: 'It failed.', why: 'No Java.', next: 'install it' })).toBe(
      'It failed.\nNo Java.\nNext: install it',
    );
    expect(reportError(new EnvironmentError({ what: 'No Java.' }))).toBe(3);
    expect(reportError(new UserError({ what: 'No such step.' }, 2))).toBe(2);
    expect(err()).toBe('No Java.\nNo such step.\n');
  });

  it('of our own are shown as such', () => {
    expect(reportError(new TypeError('a fault'))).toBe(1);
    expect(err()).toContain('fault in kafka-lessons');
    expect(err()).toContain('TypeError: a fault');
    expect(out()).toBe('');
  });
});

describe('the summary', () => {
  const blocked = { lesson: 'a', step: 'b', status: 'blocked', ms: 1, commands: [] } as const;

  it('says why steps were blocked, on stderr', () => {
    const checks = [{ status: 'blocked', by: 'No Java.', tryNext: 'install it' } as const];
    printSummary(reportOf('kafka', 'native', [{ ...blocked, checks }]));
    expect(err()).toMatch(/^No Java\.\nNext: install it\nThe environment/);
    expect(out()).toBe('\n0 passed, 0 failed\n');
  });

  it('does not blame the environment for Ctrl+C', () => {
    printSummary(reportOf('kafka', 'native', [{ ...blocked, checks: [] }]), true);
    expect(err()).toBe('');
  });
});

describe('the progress of services', () => {
  const teller = () => {
    let time = 0;
    const tell = createProgressTeller(() => time);
    return {
      tell: (progress: Omit<Progress, 'service'>, at = 0) => {
        time = at;
        tell({ service: 'broker', ...progress });
      },
    };
  };

  it('is a line a phase', () => {
    const { tell } = teller();
    for (const phase of ['checking', 'formatting', 'starting', 'starting', 'waiting', 'ready'] as const)
      tell({ phase });
    expect(err().split('\n')).toEqual([
      'broker: preparing its data folder',
      'broker: starting',
      'broker: waiting for its answer',
      '',
    ]);
    expect(out()).toBe('');
  });

  it('is a line every two seconds of a download, from its beginning', () => {
    const { tell } = teller();
    for (const at of [0, 500, 1999, 2000, 3000, 4100]) {
      tell({ phase: 'downloading', done: at * 1000, total: 100e6, ...(at === 2000 && { secondsLeft: 7.2 }) }, at);
    }
    expect(err().trim().split('\n')).toEqual([
      'broker: downloading Kafka, 0 of 100 MB',
      'broker: downloading Kafka, 2 of 100 MB, about 8 s left',
      'broker: downloading Kafka, 4 of 100 MB',
    ]);
  });
});

describe('a step with a board on paper', () => {
  const board = [{ id: 'mail', title: 'No mail', symptom: 'S', report: 'R', checks: [0] }];
  const print = createEventPrinter(pack(lesson('a', [step('one', { board })])));
  const ref = { lesson: 'a', step: 'one' };

  it('names the panel of a check, and says once that it is prepared', () => {
    for (const done of [0, 1, 2]) print({ type: 'setup', ref, done, total: 2 });
    const state = { status: 'pass', expected: 'exists', actual: 'exists' } as const;
    print({ type: 'check', ref, index: 0, label: 'topic t', panel: 'mail', state });
    print({ type: 'check', ref, index: 1, label: 'topic u', state });
    print({ type: 'panel', ref, panel: 'mail', state: 'mended' });
    expect(out()).toBe('    ✓ No mail: topic t\n    ✓ topic u\n');
    expect(err()).toBe('Preparing this step.\n');
  });
});
