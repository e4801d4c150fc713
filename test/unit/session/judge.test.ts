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

async function judged(changes: Partial<Step>, facts: Facts, report?: BlocksReport, gone?: string) {
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
    gone: async () => gone,
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

  it('takes nothing for a wrong answer that a command said while its broker had gone', async () => {
    const problem = 'it ended with exit code 1';
    const facts = { ...withTopics(), runs: [run(['timeout'], { exit: 1 })] };
    const report = { ...ended, problem };
    const checks = [says('done'), exists('t')];
    const { verdict, told } = await judged({ checks }, facts, report, 'the broker');
    expect(verdict.status).toBe('blocked');
    expect(verdict.checks.map(({ status }) => status)).toEqual(['blocked', 'blocked', 'fail']);
    expect(told.checks().slice(-2)).toMatchObject([
      { index: 0, state: { status: 'blocked', by: 'the broker does not answer' } },
      { index: 1, state: { status: 'blocked' } },
    ]);
    expect((await judged({ checks }, facts, report)).verdict.status).toBe('failed');
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

  it('does not praise a command that the learner stopped', async () => {
    const runs = [{ ...run(['done']), ran: 'x', stopped: true }];
    const { verdict, told } = await judged({ checks: [exists('t')] }, withTopics(), { ...ended, runs });
    expect(verdict.status).toBe('failed');
    expect(told.checks().map(({ label }) => label)).toEqual(['topic t']);
  });

  it('is blocked, not wrong, when the cluster does not answer', async () => {
    const unreachable = factsOf({}, { cluster: () => Promise.reject(new Unreachable('the broker')) });
    const mistakes = [{ when: [says('done')], say: 'never told' }];
    const { verdict, told } = await judged({ checks: [exists('t'), says('no')], mistakes }, unreachable);
    expect(verdict.status).toBe('blocked');
    expect(told.of('mistake')).toEqual([{ type: 'mistake', ref: ref('a/one') }]);
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

  it('takes the mistake of an earlier look back where none fits any more', async () => {
    const mistakes = [{ when: [says('done')], say: 'You did it twice.' }];
    const { verdict, told } = await judged({ checks: [exists('t')], mistakes }, withTopics());
    expect(verdict.status).toBe('failed');
    expect(told.of('mistake')).toEqual([{ type: 'mistake', ref: ref('a/one') }]);
  });

  it('advises to make a topic as another check of the step wants it', async () => {
    const checks = [
      { subject: 'topic', topic: 't', exists: true, partitions: 3, replicas: 2 },
      { subject: 'records', topic: 't', atLeast: 1 },
      { subject: 'records', topic: 'other', atLeast: 1 },
    ] as const;
    const facts = factsOf({
      topicNames: async () => [],
      topic: async () => undefined,
      records: async () => undefined,
    });
    const { verdict } = await judged({ checks }, facts);
    const make = 'kafka-topics.sh --bootstrap-server localhost:9092 --create --topic';
    expect(verdict.checks).toMatchObject([
      { tryNext: `${make} t --partitions 3 --replication-factor 2` },
      { tryNext: `${make} t --partitions 3 --replication-factor 2` },
      { tryNext: `${make} other` },
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
