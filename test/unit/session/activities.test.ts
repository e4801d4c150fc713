import { describe, expect, it } from 'vitest';
import { createActivities, untilAborted } from '../../../src/session/activities.ts';
import { gate } from './support.ts';

describe('activities', () => {
  it('begin after the former one has ended, which is told to', async () => {
    const { begin } = createActivities();
    const steps: string[] = [];
    const over = gate();
    const first = begin(async (signal) => {
      steps.push('first');
      signal.addEventListener('abort', () => steps.push('aborted'));
      await over.opened;
      steps.push('first over');
    });
    await Promise.resolve();
    const second = begin(async () => void steps.push('second'));
    over.open();
    await Promise.all([first, second]);
    expect(steps).toEqual(['first', 'aborted', 'first over', 'second']);
  });

  it('are not run when they are overtaken before they began', async () => {
    const { begin } = createActivities();
    const ran: number[] = [];
    await Promise.all([1, 2, 3].map((number) => begin(async () => void ran.push(number))));
    expect(ran).toEqual([3]);
  });

  it('tell their failure to whoever began them, and to nobody else', async () => {
    const { begin, end } = createActivities();
    await expect(begin(() => Promise.reject(new Error('mine')))).rejects.toThrow('mine');
    await end();
    await expect(begin(async () => {})).resolves.toBeUndefined();
  });

  it('end, and can begin again', async () => {
    const { begin, end } = createActivities();
    let aborted = false;
    const begun = begin(
      (signal) =>
        new Promise<void>((resolve) =>
          signal.addEventListener('abort', () => {
            aborted = true;
            resolve();
          }),
        ),
    );
    await Promise.resolve();
    await end();
    await begun;
    expect(aborted).toBe(true);
    let again = false;
    await begin(async (signal) => {
      again = !signal.aborted;
    });
    expect(again).toBe(true);
  });
});

describe('untilAborted', () => {
  it('waits for the work', async () => {
    const { signal } = new AbortController();
    await expect(untilAborted(Promise.reject(new Error('failed')), signal)).rejects.toThrow('failed');
    await expect(untilAborted(Promise.resolve(), undefined)).resolves.toBeUndefined();
  });

  it('waits no longer than until the signal, before or after', async () => {
    const controller = new AbortController();
    const waiting = untilAborted(new Promise(() => {}), controller.signal);
    controller.abort();
    await waiting;
    await untilAborted(new Promise(() => {}), controller.signal);
    // A failure that comes later is nobody's any more.
    await untilAborted(Promise.reject(new Error('late')), controller.signal);
  });
});
