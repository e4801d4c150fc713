import { describe, expect, it } from 'vitest';
import type { ServiceStatus } from '../../../src/engine/types.ts';
import { alignServices, runningServices } from '../../../src/session/align-services.ts';
import { mayBeStopped, stoppedTargets } from '../../../src/session/stopped-targets.ts';
import { lesson, step } from '../course/support.ts';
import { exercise, runStep, sh } from './support.ts';

const stop = runStep('stop', 'kafka-lessons stop broker-2');
const kill = runStep('kill', ['echo on', 'kafka-lessons kill broker-3']);
const start = exercise('start', 't', { solution: [sh('kafka-lessons start broker-2')] });

describe('what steps leave stopped', () => {
  it.each([
    ['nothing', [runStep('one', 'echo kafka-lessons stop broker-2')], []],
    ['what was stopped or killed', [stop, kill], ['broker-2', 'broker-3']],
    ['not what an exercise started again', [stop, kill, start], ['broker-3']],
  ] as const)('%s', (_, steps, stopped) => {
    expect([...stoppedTargets(steps)]).toEqual(stopped);
  });
});

describe('what nobody wonders about when it does not run', () => {
  it('is what the step itself stops, or may start', () => {
    expect([...mayBeStopped(kill, [[]])]).toEqual(['broker-3']);
    expect([...mayBeStopped(start, [[stop]])]).toEqual(['broker-2']);
    expect([...mayBeStopped(runStep('one', 'echo on'), [[stop, start]])]).toEqual([]);
  });
  it('is what was left stopped by any of the runs of steps before it', () => {
    expect([...mayBeStopped(runStep('one', 'echo on'), [[], [stop], [stop, kill]])]).toEqual(['broker-2', 'broker-3']);
  });
});

describe('putting the brokers back', () => {
  const clusterLesson = lesson('a', [], { services: ['cluster'] });

  async function align(up: readonly number[], steps: Parameters<typeof alignServices>[2], given = clusterLesson) {
    const done: string[] = [];
    const nodes = [1, 2, 3].map((node) => ({ node, state: up.includes(node) ? 'running' : 'stopped' }) as const);
    const status: ServiceStatus[] = [{ service: 'cluster', state: 'running', nodes }];
    const engine = {
      status: async () => status,
      start: async (target: string) => void done.push(`start ${target}`),
      stop: async (target: string) => void done.push(`stop ${target}`),
    };
    const changed = await alignServices(engine, given, steps);
    return { done, changed };
  }

  it('touches nothing that is right', async () => {
    expect(await align([1, 2, 3], [])).toEqual({ done: [], changed: [] });
    expect(await align([1, 3], [stop])).toEqual({ done: [], changed: [] });
  });
  it('starts what should run, and stops what the steps had stopped', async () => {
    expect((await align([1, 2], [stop])).done).toEqual(['stop broker-2', 'start broker-3']);
    expect((await align([1], [])).changed).toEqual(['broker-2', 'broker-3']);
  });
  it('does the same for whole services', async () => {
    const stopConnect = runStep('stop', 'kafka-lessons stop connect');
    const given = lesson('c', [], { services: ['broker', 'connect', 'shop'] });
    const done: string[] = [];
    const engine = {
      status: async (): Promise<ServiceStatus[]> => [
        { service: 'broker', state: 'running' },
        { service: 'connect', state: 'running' },
        { service: 'shop', state: 'stopped' },
      ],
      start: async (target: string) => void done.push(`start ${target}`),
      stop: async (target: string) => void done.push(`stop ${target}`),
    };
    await alignServices(engine, given, [stopConnect]);
    expect(done).toEqual(['stop connect', 'start shop']);
    expect(runningServices(given, [stopConnect])).toEqual(['broker', 'shop']);
  });
  it('is nothing for a lesson of one broker', async () => {
    expect((await align([1], [], lesson('b', [step('one')], { services: ['broker'] }))).done).toEqual([]);
  });
});
