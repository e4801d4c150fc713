import { describe, expect, it } from 'vitest';
import { blockedLine, exitCodeOf, reportOf, type StepLine } from '../../../src/commands/report.ts';

const line = (step: string, status: StepLine['status']): StepLine => ({
  lesson: 'topics',
  step,
  status,
  ms: 12,
  commands: [{ line: 'kafka-topics.sh --list', ran: 'java --list', exit: 0 }],
  checks: [{ status: 'pass', expected: 'exists', actual: 'exists' }],
});
const report = (...statuses: StepLine['status'][]) =>
  reportOf(
    'kafka',
    'native',
    statuses.map((status, index) => line(`${index}`, status)),
  );

describe('the report of run and check', () => {
  it('has the shape that scripts rely on', () => {
    const first = line('create', 'passed');
    expect(JSON.parse(JSON.stringify(reportOf('kafka', 'native', [first, line('list', 'failed')])))).toEqual({
      pack: 'kafka',
      engine: 'native',
      steps: [
        {
          lesson: 'topics',
          step: 'create',
          status: 'passed',
          ms: 12,
          commands: [{ line: 'kafka-topics.sh --list', ran: 'java --list', exit: 0 }],
          checks: [{ status: 'pass', expected: 'exists', actual: 'exists' }],
        },
        { ...first, step: 'list', status: 'failed' },
      ],
      passed: 1,
      failed: 1,
    });
  });

  it('counts what was skipped or blocked as neither', () => {
    expect(report('passed', 'skipped', 'blocked', 'failed', 'passed')).toMatchObject({ passed: 2, failed: 1 });
  });

  it.each([
    [[], 0],
    [['passed', 'skipped'], 0],
    [['passed', 'failed'], 1],
    [['failed', 'blocked'], 3],
    [['blocked'], 3],
  ] as const)('%j ends with exit code %d', (statuses, code) => {
    expect(exitCodeOf(report(...statuses))).toBe(code);
  });

  it('has a line for a step that was not begun', () => {
    expect(blockedLine({ lesson: 'a', step: 'b' })).toEqual({
      lesson: 'a',
      step: 'b',
      status: 'blocked',
      ms: 0,
      commands: [],
      checks: [],
    });
  });
});
