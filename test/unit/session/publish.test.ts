import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '../../../src/session/events.ts';
import { publish } from '../../../src/session/publish.ts';
import { ref } from './support.ts';

const notice = (text: string): SessionEvent => ({ type: 'notice', level: 'info', text });
const phase = (name: 'open' | 'running'): SessionEvent => ({ type: 'phase', ref: ref('a/one'), phase: name });
const service = (state: 'off' | 'down'): SessionEvent => ({ type: 'service', service: 'broker', state: { state } });

describe('publish', () => {
  it('tells everybody, until they have heard enough', () => {
    const { emit, subscribe } = publish();
    const heard: string[] = [];
    const stop = subscribe(() => heard.push('first'));
    subscribe(() => heard.push('second'));
    emit(notice('1'));
    stop();
    emit(notice('2'));
    expect(heard).toEqual(['first', 'second', 'second']);
  });

  it('tells who comes late how things stand, the last word only', () => {
    const { emit, subscribe } = publish();
    subscribe(() => {});
    const opened: SessionEvent = { type: 'opened', ref: ref('a/one') };
    for (const event of [service('off'), opened, phase('open'), phase('running'), service('down'), notice('gone')])
      emit(event);
    const heard: SessionEvent[] = [];
    subscribe((event) => heard.push(event));
    expect(heard).toEqual([service('down'), opened, phase('running')]);
  });

  it('keeps notices for the first who listens, and for nobody else', () => {
    const { emit, subscribe } = publish();
    emit(notice('damaged'));
    const first: SessionEvent[] = [];
    const second: SessionEvent[] = [];
    subscribe((event) => first.push(event));
    subscribe((event) => second.push(event));
    expect(first).toEqual([notice('damaged')]);
    expect(second).toEqual([]);
  });

  it('does not keep what commands print while nobody listens', () => {
    const { emit, subscribe } = publish();
    emit({ type: 'output', run: 1, lines: [], partial: '' });
    const heard: SessionEvent[] = [];
    subscribe((event) => heard.push(event));
    expect(heard).toEqual([]);
  });
});
