import { describe, expect, it } from 'vitest';
import { Unreachable } from '../../../../src/check/unreachable.ts';
import { silentBrokers } from '../../../../src/command/own/silent-brokers.ts';
import { cluster } from '../../check/support/facts.ts';

/** What is told at these seconds, while these brokers are silent at each time they are asked. */
async function told(seconds: readonly number[], silentAt: (second: number) => readonly number[]) {
  let second = 0;
  let asked = 0;
  const reader = cluster({
    silentBrokers: async () => {
      asked += 1;
      return silentAt(second);
    },
  });
  const silent = silentBrokers(reader, () => new Date(second * 1000));
  const said: (readonly number[])[] = [];
  for (second of seconds) {
    said.push(silent());
    await new Promise(setImmediate);
  }
  return { said, asked };
}

describe('a broker that does not answer', () => {
  it('is told of once it has not for a while, so that a cluster which notices comes first', async () => {
    const { said } = await told([0, 2, 4, 11, 13], (second) => (second >= 2 ? [1] : []));
    expect(said).toEqual([[], [], [], [], [1]]);
  });

  it('is told of no more when it answers', async () => {
    const { said } = await told([0, 10, 11, 12], (second) => (second < 11 ? [1, 2] : []));
    expect(said).toEqual([[], [1, 2], [1, 2], []]);
  });

  it('is asked about once a second at most', async () => {
    const { asked } = await told([0, 0.25, 0.5, 0.75, 1, 1.25], () => []);
    expect(asked).toBe(2);
  });

  it('is nothing of its own where none answers at all', async () => {
    const { said } = await told([0, 10, 20], (second) => {
      if (second >= 10) throw new Unreachable('the cluster');
      return [1];
    });
    expect(said).toEqual([[], [1], []]);
  });
});
