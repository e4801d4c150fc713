import { afterEach, describe, expect, it } from 'vitest';
import { setLanguage } from '../../../src/messages/index.ts';
import type { CheckState, SessionEvent } from '../../../src/session/events.ts';
import { courseOf, fileBlock, lesson, packOf, shellBlock, step } from './support/course.ts';
import { ended, phase, ref, runOf, textOf } from './support/states.ts';

const line = 'kafka-topics.sh --list';
const pack = packOf(
  lesson('topics', 'Topics', [
    step('create', 'Create', { kind: 'run', runs: [shellBlock(line)], learned: 'A topic is a `log` with a name.' }),
    step('mine', 'Mine', {
      kind: 'exercise',
      solution: [shellBlock(line), shellBlock(line), { ...fileBlock('a'), kind: 'file' }],
      learned: 'Names matter.',
    }),
    step('ask', 'Ask', {
      kind: 'quiz',
      quiz: { options: [true, true, false].map((correct, index) => ({ text: `option ${index}`, correct })) },
    }),
  ]),
);
const text = (...actions: readonly SessionEvent[]): string => textOf(actions, { pack });
const check = (state: CheckState, label = 'topic orders'): SessionEvent => ({
  type: 'check',
  ref: ref('create'),
  index: 0,
  label,
  state,
});
const run = [...runOf(1, 'create', ['orders']), ended(1)];
const mine: SessionEvent = { type: 'opened', ref: ref('mine') };

afterEach(() => setLanguage('en'));

describe('how a step stands', () => {
  it('says what was learned once it is passed, and the next key', () => {
    expect(text(...run, phase('create', 'passed'))).toContain('✓ Passed. A topic is a log with a name. Enter goes on.');
    expect(text(...run, phase('create', 'failed'))).not.toContain('A topic is a log');
    expect(text(mine, phase('mine', 'skipped'))).not.toContain('Names matter');
  });

  it('says what was done for the learner, and how to do it after all', () => {
    const skipped = text(...run, phase('create', 'skipped')).replaceAll(/\s+/g, ' ');
    expect(skipped).toContain(
      'Skipped: done for you, 1 command. To do it yourself, press r, now or later. Enter goes on.',
    );
    const others = text(mine, ...run, phase('mine', 'skipped')).replaceAll(/\s+/g, ' ');
    expect(others).toContain(
      'Skipped: done for you, 2 commands and 1 file. To do it yourself, come back later with p.',
    );
  });

  it('does not claim that a step was done where a check says otherwise', () => {
    const wrong = check({ status: 'fail', expected: 'exists', actual: 'no such topic' });
    const shown = text(...run, wrong, phase('create', 'skipped'));
    expect(shown).toContain('Skipped, although not all is as the step wants it');
    expect(shown).not.toContain('done for you');
  });

  it('offers nothing to press while the service is on its way, in the pane and in the footer', () => {
    const starting: SessionEvent = {
      type: 'service',
      service: 'broker',
      state: { state: 'starting', progress: { service: 'broker', phase: 'waiting' } },
    };
    expect(text(phase('create', 'blocked'))).toContain('Enter start the broker again');
    const shown = text(phase('create', 'blocked'), starting);
    expect(shown).toContain('The broker is being started. You can read on.');
    expect(shown).not.toContain('Enter ');
  });

  it('leaves Ctrl+C to the footer as long as it quits', () => {
    const armed = textOf([phase('create', 'running'), { type: 'interrupted' }, phase('create', 'checking')], { pack });
    expect(armed).toContain('Ctrl+C again: quit');
    expect(armed).not.toContain('stops waiting');
    expect(text(phase('create', 'checking'))).toContain('Ctrl+C stops waiting');
  });

  it('says of a step that was passed before what happened this time', () => {
    const passed: SessionEvent = { type: 'course', course: courseOf(pack, { 'topics/create': 'passed' }) };
    const again = text(passed, ...run, phase('create', 'failed')).replaceAll(/\s+/g, ' ');
    expect(again).toContain('passed before');
    expect(again).not.toContain('✓ passed');
    expect(again).toContain('✗ Not this time; the step stays done, and n goes on.');
  });

  it('says of a quiz when all that was chosen is right and something is missing', () => {
    const answer = (...chosen: number[]): string =>
      text(
        { type: 'opened', ref: ref('ask') },
        { type: 'quiz', ref: ref('ask'), chosen, right: false },
        phase('ask', 'failed'),
      );
    expect(answer(0)).toContain('✗ Right so far, but something is missing.');
    expect(answer(0, 2)).toContain('✗ Not quite.');
  });
});

describe('a check that holds', () => {
  it.each([
    ['exit code', 'exit code 0', 'exit code  0'],
    ['topic orders', 'exists', 'topic orders  exists'],
    ['the command ended well', 'the command ended well', 'the command ended well'],
  ])('says %s and %s without doubled words', (label, actual, shown) => {
    const row = text(check({ status: 'pass', expected: actual, actual }, label), phase('create', 'passed'));
    expect(row).toMatch(new RegExp(`✓ ok {7}${shown}$`, 'm'));
  });
});
