import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/check/facts.ts';
import { Unreachable } from '../../../src/check/unreachable.ts';
import type { Step } from '../../../src/lesson/types.ts';
import { judge } from '../../../src/session/judge.ts';
import type { BlocksReport } from '../../../src/session/perform-blocks.ts';
import { factsOf, run } from '../check/support/facts.ts';
import { step } from '../course/support.ts';
import { exists, listen, ref, says } from './support.ts';

const ended: BlocksReport = {
  runs: [{ ...run(['done']), ran: 'x', stopped: false }],
  stopped: false,
  failedAsWanted: false,
};

async function judged(changes: Partial<Step>, facts: Facts, report?: BlocksReport) {
  let emit: Parameters<typeof judge>[0]['emit'] = () => {};
  const told = listen((listener) => {
    emit = listener;
    return () => {};
  });
  const given = step('one', { kind: 'run', ...changes });
  const verdict = await judge({
    ref: ref('a/one'),
    step: given,
    facts,
    deadlineMs: 0,
    emit,
    ...(report && { report }),
  });
  return { verdict, told };
}

const withTopics = (...names: string[]) => factsOf({ topicNames: async () => names, topic: async () => undefined });

describe('the verdict', () => {
  it('begins with how the commands ended', async () => {
    const { verdict, told } = await judged({ checks: [says('done')] }, factsOf({}, { runs: [run(['done'])] }), ended);
    expect(verdict.status).toBe('passed');
    expect(told.checks().map(({ index, label }) => [index, label])).toEqual([
      [0, 'the command ended well'],
      [1, 'output'],
    ]);
  });

  it('says that a command failed as it should', async () => {
    const { told } = await judged({}, factsOf({}), { ...ended, failedAsWanted: true });
    expect(told.checks()[0]?.label).toContain('as it should');
  });

  it('fails with the command, and looks once what is missing', async () => {
    const problem = 'it ended with exit code 1';
    const { verdict, told } = await judged({ checks: [exists('t')] }, withTopics(), { ...ended, problem });
    expect(verdict.status).toBe('failed');
    expect(verdict.checks[0]).toEqual({ status: 'fail', expected: 'it ends well', actual: problem });
    expect(told.checks()).toHaveLength(2);
  });

  it('leaves the ending to a step that has its own word on it', async () => {
    const checks = [{ subject: 'output', exit: 0 } as const];
    const { verdict, told } = await judged({ checks }, factsOf({}, { runs: ended.runs }), ended);
    expect(verdict.status).toBe('passed');
    expect(told.checks()).toHaveLength(1);
  });

  it('says nothing of an ending where nothing was run', async () => {
    const { told } = await judged({ checks: [exists('t')] }, withTopics('t'));
    expect(told.checks().map(({ index }) => index)).toEqual([0]);
  });

  it('is blocked, not wrong, when the cluster does not answer', async () => {
    const unreachable = factsOf({}, { cluster: () => Promise.reject(new Unreachable('the broker')) });
    const mistakes = [{ when: [says('done')], say: 'never told' }];
    const { verdict, told } = await judged({ checks: [exists('t'), says('no')], mistakes }, unreachable);
    expect(verdict.status).toBe('blocked');
    expect(told.of('mistake')).toEqual([]);
  });

  it('tells the first mistake that fits', async () => {
    const mistakes = [
      { when: [says('other')], say: 'not this' },
      { when: [says('done')], say: 'You did it twice.', try: 'undo' },
      { when: [says('done')], say: 'not that' },
    ];
    const { told } = await judged({ checks: [says('no')], mistakes }, factsOf({}, { runs: [run(['done'])] }));
    expect(told.of('mistake')).toEqual([
      { type: 'mistake', ref: ref('a/one'), say: 'You did it twice.', tryNext: 'undo' },
    ]);
  });

  it('gives no answer away in an exercise', async () => {
    const checks = [exists('t')];
    const shown = await judged({ checks }, withTopics());
    expect(shown.verdict.checks[0]).toHaveProperty('tryNext');
    const { verdict, told } = await judged({ checks, kind: 'exercise' }, withTopics());
    expect(verdict.checks[0]).not.toHaveProperty('tryNext');
    expect(told.checks()[0]?.state).not.toHaveProperty('tryNext');
  });
});
