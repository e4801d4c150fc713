import { describe, expect, it, vi } from 'vitest';
import type { SessionEvent } from '../../../src/session/events.ts';
import { fileBlock, lesson, packOf, shellBlock, step } from './support/course.ts';
import { enter, esc, notice, started } from './support/keyboard.ts';
import { startPlain } from './support/plain-app.ts';
import { ended, phase, ref, runOf, textOf } from './support/states.ts';

const command = 'kafka-topics.sh --bootstrap-server localhost:9092 --create --topic orders --partitions 3';
const pack = packOf(
  lesson('topics', 'Topics', [
    step('create', 'Create', {
      kind: 'exercise',
      checks: [
        { subject: 'topic', topic: 'orders' },
        { subject: 'output', contains: ['Created topic'] },
      ],
      learned: 'Names `matter`.',
      hints: [
        { title: 'How', source: 'The tool for topics.' },
        { title: 'All', source: `Like this:\n\n\`\`\`sh\n${command}\n\`\`\`` },
      ],
      solution: [
        { ...fileBlock('sink.json', { text: '{ "tasks.max": "1" }\n', language: 'json' }), kind: 'file' },
        shellBlock(command),
      ],
    }),
    step('run', 'Run', { kind: 'run', runs: [shellBlock('kafka-topics.sh --list')] }),
    step('ask', 'Ask', {
      kind: 'quiz',
      quiz: {
        options: [
          { text: 'a queue', correct: false, feedback: 'It keeps what was read.' },
          { text: 'a log', correct: true, feedback: 'Yes.' },
        ],
      },
    }),
    step('why', 'Why'),
  ]),
);
const opened = (id: string): SessionEvent => ({ type: 'opened', ref: ref(id) });
const shownIn = (id: string, ...more: readonly SessionEvent[]): string =>
  textOf([opened(id), ...more, { type: 'overlay-shown', overlay: { kind: 'solution' } }], { pack, rows: 40 });
const open = (id: string, ...more: readonly SessionEvent[]) => {
  const board = started([], { pack });
  board.session.open(ref(id));
  board.session.emit(phase(id, id === 'create' ? 'watching' : 'open'), ...more);
  board.session.asked.splice(0);
  return board;
};

describe('the page of a solution', () => {
  it('has the commands and files from the margin on, then the reasons, and what is checked', () => {
    const text = shownIn('create');
    expect(text).toContain('Solution - Create');
    expect(text).toMatch(/Why\n {3}How\n\n {3}The tool for topics\.\n\n {3}Names matter\./);
    // The command of the hint stands on the page once, as it can be copied.
    expect(text.match(/--create --topic orders/g)).toHaveLength(1);
    expect(text).toContain('\n file sink.json\n { "tasks.max": "1" }\n');
    expect(text).toMatch(/\n Commands\n kafka-topics\.sh --bootstrap-server localhost:9092 .*\\\n {3}--partitions 3\n/);
    expect(text).toMatch(/What is checked\n {3}topic orders\n {3}output contains "Created topic"/);
    const parts = ['file sink.json', 'Commands', 'Why', 'What is checked'].map((title) =>
      text.indexOf(`\n ${title}\n`),
    );
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
    expect(text).toContain('Enter do it for me');
    expect(text).toContain('Esc back');
  });

  it('says of a step with commands that they are the step', () => {
    const text = shownIn('run');
    expect(text).toContain('\n kafka-topics.sh --list\n');
    expect(text).toContain('The commands are the step itself: Enter runs them.');
    expect(text).toContain(' Enter run   ');
  });

  it('says of a quiz what is right, and why each option is or is not', () => {
    const text = shownIn('ask');
    expect(text).toMatch(/a queue\s+✗ not this one\s+It keeps what was read\.\s+2 \( \) a log\s+✓ right\s+Yes\./);
  });

  it('offers nothing where the step is done', () => {
    const text = shownIn('create', phase('create', 'passed'));
    expect(text).toContain('This step is done. Esc goes back.');
    expect(text).not.toContain('do it for me');
  });
});

describe('the key a', () => {
  it('asks first where nothing was tried; Esc goes back, Enter shows it, Enter again has it done', () => {
    const { store, session, press } = open('create');
    press('a');
    expect(store.get().overlay.kind).toBe('solution-ask');
    press(esc);
    expect(store.get().overlay.kind).toBe('none');
    press('ㅁ', enter);
    expect(store.get().overlay.kind).toBe('solution');
    expect(session.asked).toEqual([]);
    press(enter);
    expect(store.get().overlay.kind).toBe('none');
    expect(session.asked).toEqual(['skip']);
  });

  it('does not ask after an attempt', () => {
    const { store, press } = open('create', ...runOf(1, 'create', [], { typed: true }), ended(1));
    press('a');
    expect(store.get().overlay.kind).toBe('solution');
  });

  it('shows the commands of a step at once, and Enter runs them as the learner', () => {
    const { store, session, press } = open('run');
    press('a');
    expect(store.get().overlay.kind).toBe('solution');
    press(enter);
    expect(session.asked).toEqual(['perform']);
  });

  it('is come back to from the page of its commands', () => {
    const { store, press } = open('run');
    press('a', 'y');
    expect(store.get().overlay.kind).toBe('copy');
    press(esc);
    expect(store.get().overlay.kind).toBe('solution');
    press(esc);
    expect(store.get().overlay.kind).toBe('none');
  });

  it('offers the clipboard the solution, files as well', () => {
    const { effects, press } = open('create');
    press('a', enter, 'y');
    expect(effects.copy).toHaveBeenCalledWith(`{ "tasks.max": "1" }\n${command}`);
  });

  it('has nothing done while something runs', () => {
    const { store, session, press } = open('create', ...runOf(1, 'create', [], { typed: true }));
    press('a', enter);
    expect(session.asked).toEqual([]);
    expect(store.get().overlay.kind).toBe('solution');
  });

  it('says that there is nothing to solve', () => {
    const { store, press } = open('why');
    press('a');
    expect(notice(store)).toBe('This step is only read; there is nothing to solve.');
  });
});

describe('in plain mode', () => {
  it('asks, tells it, and has it done', async () => {
    const { type, session, untilText } = startPlain({ pack });
    await untilText('[Enter');
    type('a');
    await untilText('You have not tried it yet. Show the solution all the same?\n[Enter or y shows it | n');
    type('');
    await untilText('[Enter has it done, as skipped | any other line does not]');
    type('');
    await untilText('Skipped: done for you, 1 command and 1 file.');
    expect(session.asked).toContain('skip');
  });

  it('says what can be typed after the solution of a step that is done', async () => {
    const { type, text, untilText } = startPlain({ pack, done: { 'topics/create': 'passed' } });
    await untilText('[Enter');
    type('p', 'a');
    await vi.waitFor(() => expect(text()).toMatch(/This step is done\.\n\[Enter [^\n]*\]\n$/));
    expect(text()).not.toContain('Esc');
  });

  it('takes a command of the learner for what it is', async () => {
    const { type, session, untilText } = startPlain({ pack });
    await untilText('[Enter');
    type('a');
    type('');
    await untilText('has it done, as skipped | any');
    type(`/${command}`);
    await vi.waitFor(() => expect(session.asked).toContain(`type ${command}`));
    expect(session.asked).not.toContain('skip');
  });
});
