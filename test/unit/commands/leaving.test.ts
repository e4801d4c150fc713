import { afterEach, describe, expect, it } from 'vitest';
import { leavingLines } from '../../../src/commands/leaving.ts';
import { reduceCourse } from '../../../src/course/index.ts';
import type { ServiceStatus } from '../../../src/engine/types.ts';
import { setLanguage } from '../../../src/messages/index.ts';
import { twoLessons } from '../course/support.ts';

afterEach(() => setLanguage('en'));

const ref = { lesson: 'b', step: 'one' };
const at = '2026-01-01T00:00:00.000Z';
const passed = (...steps: readonly (typeof ref)[]) =>
  steps.reduce((course, step) => reduceCourse(course, { type: 'passed', ref: step, at }), twoLessons());
const course = passed({ lesson: 'a', step: 'one' });
const all = passed(...['a', 'b'].flatMap((lesson) => ['one', 'two'].map((step) => ({ lesson, step }))));
const address = { host: '127.0.0.1', port: 9092 };
const broker: ServiceStatus = { service: 'broker', state: 'running', address };
const cluster: ServiceStatus = {
  service: 'cluster',
  state: 'running',
  address,
  nodes: [
    { node: 1, state: 'running' },
    { node: 2, state: 'stopped' },
    { node: 3, state: 'running' },
  ],
};

describe('leaving', () => {
  it('says where one is, how far, how to go on, what runs, and how to stop it', () => {
    const services: readonly ServiceStatus[] = [
      broker,
      { service: 'cluster', state: 'stopped' },
      { service: 'connect', state: 'running' },
      { service: 'shop', state: 'running' },
    ];
    expect(leavingLines({ course, ref, services, options: {} })).toEqual([
      'You are at:    lesson 2/2, step 1/2: one',
      'Done so far:   1 of 4 steps',
      'Go on:         kafka-lessons',
      'Still running: broker (127.0.0.1:9092), connect, shop',
      'Stop it:       kafka-lessons down',
    ]);
  });

  it('goes on as it was started', () => {
    const options = { engine: 'native', plain: true, pack: './my pack' } as const;
    expect(leavingLines({ course, ref, services: [], options })).toContain(
      "Go on:         kafka-lessons --engine native --plain --pack './my pack'",
    );
  });

  it('counts the brokers of a cluster that run', () => {
    expect(leavingLines({ course, ref, services: [cluster], options: {} }).at(-2)).toBe(
      'Still running: cluster of 2 brokers',
    );
    const starting: ServiceStatus = { ...cluster, state: 'starting', nodes: [{ node: 1, state: 'stopped' }] };
    expect(leavingLines({ course, ref, services: [starting], options: {} }).at(-2)).toBe(
      'Still running: cluster (starting)',
    );
  });

  it('says that nothing runs, and nothing of it where the engine cannot be asked', () => {
    expect(leavingLines({ course, ref, services: [], options: {} }).at(-1)).toMatch(/^Nothing of it runs/);
    expect(leavingLines({ course, ref, services: undefined, options: {} })).toHaveLength(3);
  });

  it('tells who is done that everything is', () => {
    const lines = leavingLines({ course: all, ref, services: [broker], options: {} });
    expect(lines[0]).toBe('You have finished every lesson there is, all 4 steps.');
    expect(lines).toHaveLength(4);
  });

  it('speaks Korean', () => {
    setLanguage('ko');
    expect(leavingLines({ course, ref, services: [broker, cluster], options: {} })).toEqual([
      '지금 위치:     레슨 2/2, 단계 1/2: one',
      '마친 단계:     1/4',
      '이어 하기:     kafka-lessons',
      '실행 중:       broker (127.0.0.1:9092), cluster(브로커 2개)',
      '멈추기:        kafka-lessons down',
    ]);
  });
});
