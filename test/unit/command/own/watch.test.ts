import { describe, expect, it } from 'vitest';
import type { ClusterReader, GroupFacts, TopicFacts } from '../../../../src/check/facts.ts';
import { Unreachable } from '../../../../src/check/unreachable.ts';
import { Unreadable } from '../../../../src/check/unreadable.ts';
import { watchTask } from '../../../../src/command/own/watch.ts';
import { groupLines, topicLines } from '../../../../src/command/own/watch-lines.ts';
import { cluster } from '../../check/support/facts.ts';

const topic = (...partitions: readonly [leader: number, isr: readonly number[]][]): TopicFacts => ({
  name: 't',
  internal: false,
  partitions: partitions.map(([leader, isr], partition) => ({ partition, leader, isr, replicas: [1, 2, 3] })),
});

const member = (id: string, clientId: string, partitions: readonly number[]): GroupFacts['members'][number] => ({
  id: `${clientId}-${id}`,
  clientId,
  assignment: partitions.length === 0 ? [] : [{ topic: 'parcels', partitions }],
});

const group = (members: GroupFacts['members'], state = 'Stable'): GroupFacts => ({
  group: 'desk',
  state,
  members,
  offsets: [],
});

describe('a topic', () => {
  it('is a line a partition, and says who is missing', () => {
    expect(topicLines('t', topic([1, [1, 2, 3]], [3, [3, 1]], [-1, []]))).toEqual([
      'partition 0  leader 1  in sync 1 2 3',
      'partition 1  leader 3  in sync 3 1  out 2',
      'partition 2  no leader  in sync none  out 1 2 3',
    ]);
  });
  it('may not be there yet', () => expect(topicLines('t', undefined)).toEqual(['no topic t yet']));
});

describe('a group', () => {
  it('names members by their client ids, in order', () => {
    expect(
      groupLines('desk', group([member('b1', 'dora', [2, 0]), member('a1', 'anna', []), member('c1', 'ben', [1])])),
    ).toEqual(['Stable, 3 members', '  anna  no partition', '  ben   parcels 1', '  dora  parcels 0, 2']);
  });
  it('tells clients of one name apart', () => {
    const lines = groupLines('desk', group([member('7f3a9c', 'console', [0]), member('b0c1d2', 'console', [1])]));
    expect(lines).toEqual(['Stable, 2 members', '  console 7f3a  parcels 0', '  console b0c1  parcels 1']);
  });
  it('may be empty, or not there yet', () => {
    expect(groupLines('desk', group([], 'Empty'))).toEqual(['Empty, no members']);
    expect(groupLines('desk', undefined)).toEqual(['no group desk yet']);
  });
});

describe('watching', () => {
  /** Prints what is seen while the topic goes through these states, one a look; the watch ends with the last. */
  async function seen(states: readonly (TopicFacts | Error | undefined)[]): Promise<readonly string[]> {
    const stopping = new AbortController();
    const lines: string[] = [];
    let looks = 0;
    let closed = false;
    const reader: ClusterReader = cluster({
      topic: async () => {
        const state = states[looks];
        looks += 1;
        if (looks >= states.length) stopping.abort();
        if (state instanceof Error) throw state;
        return state;
      },
      close: async () => {
        closed = true;
      },
    });
    const deps = { open: async () => reader, now: () => new Date(2026, 0, 1, 14, 3, 7) };
    const task = watchTask({ verb: 'watch', subject: 'topic', name: 't' }, deps);
    const io = { print: (line: string) => void lines.push(line), complain: () => {}, signal: stopping.signal };
    expect(await task.run(io)).toBe(0);
    expect(closed).toBe(true);
    return lines;
  }

  it('prints what changed, and nothing as long as nothing does', async () => {
    const whole = topic([1, [1, 2, 3]]);
    expect(await seen([undefined, whole, whole, topic([1, [1, 3]])])).toEqual([
      't, 14:03:07',
      '  no topic t yet',
      't, 14:03:07',
      '  partition 0  leader 1  in sync 1 2 3',
      't, 14:03:07',
      '  partition 0  leader 1  in sync 1 3  out 2',
    ]);
  });

  it('says in one line that what a silent broker led may be old, and takes that back', async () => {
    const stopping = new AbortController();
    const lines: string[] = [];
    let second = 0;
    const reader = cluster({
      topic: async () => {
        second += 5;
        if (second >= 25) stopping.abort();
        return topic([1, [1, 3]]);
      },
      silentBrokers: async () => (second < 15 ? [1] : []),
    });
    const now = () => new Date(2026, 0, 1, 14, 0, second);
    await watchTask({ verb: 'watch', subject: 'topic', name: 't' }, { open: async () => reader, now }).run({
      print: (line) => void lines.push(line),
      complain: () => {},
      signal: stopping.signal,
    });
    const partition = '  partition 0  leader 1  in sync 1 3  out 2';
    const old = '  broker 1 does not answer; what it led may be old';
    expect(lines.filter((line) => line.startsWith('  '))).toEqual([partition, partition, old, partition]);
  });

  it('goes on over a cluster that does not answer, or not yet', async () => {
    const lines = await seen([
      new Unreachable('the broker'),
      new Unreadable({ kind: 'not-ready', detail: 'broker 2 does not answer' }),
      topic([1, [1]]),
    ]);
    expect(lines).toContain('  no broker answers');
    expect(lines).toContain('  broker 2 does not answer');
    expect(lines.at(-1)).toContain('leader 1');
  });
});
