import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/markdown/index.ts';
import type { ServiceState } from '../../../src/session/events.ts';
import { drawFrame } from '../../../src/ui/frame.ts';
import { reduce } from '../../../src/ui/state.ts';
import { courseOf, lesson, packOf, shellBlock, step } from './support/course.ts';
import { ref, rowsOf, situations, textOf, viewOf } from './support/states.ts';

/** What goes wrong around the learner, on the screen: what, why, and which key. */

const broker = (state: ServiceState) => ({ type: 'service', service: 'broker', state }) as const;
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');
const small = { columns: 60, rows: 16 };

describe('a notice', () => {
  const text = 'Progress cannot be saved.\nThe disk is full: /home/me\nNext: Make some room, and go on meanwhile.';
  const full = { type: 'notice', level: 'warning', text } as const;

  it.each([[small], [{}]])('begins with what happened, however much there is to say: %o', (size) => {
    const long = { ...full, text: `${text} ${'and so on '.repeat(60)}` };
    const frame = textOf([full, long], size);
    expect(frame).toContain('! Progress cannot be saved.');
    expect(frame).toContain('The disk is full: /home/me');
    expect(frame).toContain('? help');
  });

  it('is said once, though it is told with each step', () => {
    expect(viewOf([full, full, full]).notices).toHaveLength(1);
  });

  it('leaves out an older one that does not fit whole', () => {
    const other = { ...full, text: `older ${'word '.repeat(80)}` };
    expect(textOf([other, full], small)).not.toContain('older');
    expect(textOf([other, full], small)).toContain('! Progress cannot be saved.');
  });
});

describe('a download', () => {
  const coming = broker({
    state: 'starting',
    progress: { service: 'broker', phase: 'downloading', done: 11e6, total: 65e6, secondsLeft: 20 },
  });
  const seen = (seconds: number): string =>
    flat(plainText(drawFrame(reduce(viewOf([coming]), { type: 'clock' }, 1_000 + seconds * 1_000)).rows));

  it('that comes is left to come', () => {
    expect(seen(10)).toContain('11 of 65 MB');
    expect(seen(10)).not.toContain('Nothing has come');
  });

  it('that stalls says so, and what can be done', () => {
    expect(seen(40)).toContain('Nothing has come for 40 s. Look at the network; after q and another start it goes on');
  });
});

describe('a service that goes', () => {
  it('under a command says that the command waits in vain, and which key ends it', () => {
    const frame = flat(
      textOf([...(situations['running'] ?? []), broker({ state: 'down' })], { columns: 90, rows: 40 }),
    );
    expect(frame).toContain('! The broker does not answer any more. Ctrl+C stops this command');
  });

  it('while nothing runs says nothing of commands', () => {
    const frame = textOf([...(situations['passed'] ?? []), broker({ state: 'down' })]);
    expect(frame).not.toContain('this command');
    expect(flat(frame)).toContain('The broker has stopped. The next step that needs the broker starts it again.');
  });
});

describe('a broker of the cluster that goes', () => {
  const stops = step('stop', 'Stop one', { kind: 'run', runs: [shellBlock('kafka-lessons stop broker-2')] });
  const lessonSteps = [step('copies', 'Three copies'), stops, step('enough', 'Without it')];
  const pack = packOf(lesson('topics', 'A broker dies', lessonSteps, { services: ['cluster'] }));
  const cluster = (state: ServiceState) => ({ type: 'service', service: 'cluster', state }) as const;
  const left = (...missing: readonly string[]) =>
    cluster({ state: 'up', address: '127.0.0.1:9092', brokers: { count: 3, missing } });
  const at = (id: string) => ({ type: 'opened', ref: ref(id) }) as const;
  const shown = (...events: Parameters<typeof viewOf>[0]) => flat(textOf(events, { pack, columns: 100, rows: 30 }));

  it('is counted in the header, and a line says what starts it', () => {
    const frame = shown(left('broker-2'));
    expect(frame).toContain('cluster 2 of 3');
    expect(frame).toContain('broker-2 has stopped. The command kafka-lessons start broker-2 starts it again.');
    expect(shown(left('broker-2', 'broker-3'))).toContain('broker-2 and broker-3 have stopped.');
  });

  it('is only counted where a step stops it', () => {
    for (const id of ['stop', 'enough']) {
      const frame = shown(at(id), left('broker-2'));
      expect(frame).toContain('cluster 2 of 3');
      expect(frame).not.toContain('stopped.');
      expect(shown(at(id), left('broker-2', 'broker-3'))).toContain('broker-3 has stopped.');
    }
  });

  it('is only counted, too, for somebody who goes back to read', () => {
    const course = {
      type: 'course',
      course: courseOf(pack, { 'topics/copies': 'passed', 'topics/stop': 'passed' }),
    } as const;
    expect(shown(course, at('copies'), left('broker-2'))).not.toContain('stopped.');
  });

  it('takes the cluster along when it is the controller', () => {
    const down = cluster({ state: 'down', brokers: { count: 3, missing: ['broker-1', 'broker-2'] } });
    const frame = shown(left(), down);
    expect(frame).toContain('cluster down');
    expect(frame).toContain(
      'broker-1 and broker-2 have stopped. The next step that needs the cluster starts it again.',
    );
  });

  it('is nothing to say while something runs', () => {
    expect(shown(left('broker-3'), { type: 'phase', ref: ref('copies'), phase: 'running' })).not.toContain('stopped.');
  });
});

describe('a service that failed', () => {
  const failed = (next: string) => broker({ state: 'failed', explanation: { what: 'It cannot run.', next } });

  it.each([
    ['kafka-lessons doctor', true],
    ['sudo apt install openjdk-17-jre-headless', true],
    ['Make some room, then try again.', false],
  ])('with a command for the system to be run names the key for it: %s', (next, named) => {
    const rows = rowsOf([failed(next)], { rows: 40 }).join('\n');
    expect(flat(rows).includes('The key ! opens a shell for that. Enter tries again.')).toBe(named);
    expect(rows).toContain(next);
  });
});
