import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/check/facts.ts';
import { Unreachable } from '../../../src/check/unreachable.ts';
import type { Step } from '../../../src/lesson/types.ts';
import type { SessionEvent } from '../../../src/session/events.ts';
import { lookOnce, watch } from '../../../src/session/watch.ts';
import { factsOf, topic } from '../check/support/facts.ts';
import { exercise, exists, ref, soon } from './support.ts';

/** A watched cluster: how often it was looked at, and what it says. */
function watched(changes: Partial<Step> = {}) {
  const there = new Set<string>();
  const state = { looks: 0, reachable: true };
  const facts: Facts = factsOf(
    {},
    {
      cluster: async () => {
        state.looks += 1;
        if (!state.reachable) throw new Unreachable('the broker');
        return factsOf({
          topicNames: async () => [...there],
          topic: async (name) => (there.has(name) ? topic(name) : undefined),
        }).cluster();
      },
    },
  );
  const events: SessionEvent[] = [];
  const statuses: string[] = [];
  const controller = new AbortController();
  const over = watch({
    ref: ref('a/one'),
    step: exercise('one', 't', changes),
    facts,
    signal: controller.signal,
    emit: (event) => events.push(event),
    changed: ({ status }) => void statuses.push(status),
  });
  return { there, state, events, statuses, controller, over };
}

describe('watching an exercise', () => {
  it('tells only what changed, and passes by itself', async () => {
    const { there, state, events, statuses, over } = watched();
    await soon(() => expect(state.looks).toBeGreaterThan(2));
    expect(events.map(({ type }) => type)).toEqual(['check', 'mistake']);
    there.add('t');
    await over;
    expect(statuses).toEqual(['failed', 'passed']);
    expect(events.flatMap((event) => (event.type === 'check' ? [event.state.status] : []))).toEqual(['fail', 'pass']);
  });

  it('is blocked while the cluster is gone, and goes on when it is back', async () => {
    const { there, state, statuses, over } = watched();
    state.reachable = false;
    await soon(() => expect(statuses).toContain('blocked'));
    state.reachable = true;
    there.add('t');
    await over;
    expect(statuses.slice(-2)).toEqual(['blocked', 'passed']);
  });

  it('tells a mistake once, not the answer, and that it was mended', async () => {
    const { there, state, events, controller, over } = watched({ mistakes: [{ when: [exists('tt')], say: 'One t.' }] });
    const mistakes = () => events.flatMap((event) => (event.type === 'mistake' ? [event.say] : []));
    there.add('tt');
    await soon(() => expect(mistakes().at(-1)).toBe('One t.'));
    const before = state.looks;
    await soon(() => expect(state.looks).toBeGreaterThan(before + 2));
    there.delete('tt');
    await soon(() => expect(mistakes().at(-1)).toBeUndefined());
    controller.abort();
    await over;
    expect(mistakes().filter((say) => say === 'One t.')).toHaveLength(1);
    expect(JSON.stringify(events)).not.toContain('tryNext');
  });

  it('ends at once with its signal', async () => {
    const { state, events, controller, over } = watched();
    controller.abort();
    await over;
    expect(state.looks).toBeLessThan(2);
    expect(events).toEqual([]);
  });
});

describe('lookOnce', () => {
  it('passes only where every check does, and blocked outranks wrong', async () => {
    const facts = factsOf({
      topicNames: async () => ['a'],
      topic: async (name) => (name === 'a' ? topic(name) : undefined),
    });
    const look = (...names: string[]) => lookOnce(exercise('one', 'a', { checks: names.map(exists) }), facts);
    expect((await look('a')).status).toBe('passed');
    expect((await look('a', 'b')).status).toBe('failed');
    const gone = factsOf({}, { cluster: () => Promise.reject(new Unreachable('the broker')) });
    expect((await lookOnce(exercise('one', 'a'), gone)).status).toBe('blocked');
  });
});
