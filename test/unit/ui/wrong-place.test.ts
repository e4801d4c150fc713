import { expect, it } from 'vitest';
import { enter, esc, key, notice, situation, started } from './support/keyboard.ts';

/** A command typed or pasted while letters are keys goes into its line, and does nothing else. */

const letters = (text: string): string[] => [...text];
const line = 'kafka-topics.sh --list';

it.each([
  ['kafka-topics.sh --list'],
  ['connect-standalone.sh'],
  ['cat notes.txt'],
  ['docker ps'],
  ['zookeeper-shell.sh'],
  ['bin/kafka-topics.sh'],
])('a command that is typed at once: %s', (text) => {
  const { store, session, effects, press } = started(situation('nothing done'), { shell: true, edit: true });
  press(...letters(text));
  expect(store.get().focus).toBe('command');
  expect(store.get().command.text).toBe(text);
  expect(notice(store)).toContain('Esc makes the letters keys again');
  expect(session.asked).toEqual([]);
  expect([effects.quit, effects.switchLanguage].flatMap(({ mock }) => mock.calls)).toEqual([]);
  expect(effects.edit).not.toHaveBeenCalled();
});

it('takes letters and a blank for text, although each letter is a key, and speaks its language again', () => {
  const { store, effects, press } = started(situation('nothing done'));
  press(...letters('no key here'));
  expect(store.get().command.text).toBe('no key here');
  expect(effects.switchLanguage).toHaveBeenCalledTimes(2);
});

it('runs it with Enter, as if its line had been opened first', () => {
  const { session, press } = started(situation('nothing done'));
  press(...letters(line), enter);
  expect(session.asked).toEqual([`type ${line}`]);
});

it('leaves keys alone that are pressed one by one', () => {
  const { store, effects, press, wait } = started(situation('nothing done'));
  press('a');
  wait(1_100);
  press('o');
  expect(effects.switchLanguage).toHaveBeenCalledOnce();
  press('k', 'j', 'k');
  expect(store.get().focus).toBe('lesson');
  wait(1_100);
  press('a', esc, 'o');
  expect(effects.switchLanguage).toHaveBeenCalledTimes(2);
});

it('begins a word with a letter, not with the key before it', () => {
  const { store, press } = started(situation('nothing done'));
  press('?', ...letters('kafka'));
  expect(store.get().overlay.kind).toBe('none');
  expect(store.get().command.text).toBe('kafka');
});

it('does not skip a step that was about to be skipped', () => {
  const { store, session, press } = started(situation('nothing done'));
  press(...letters('sudo'), enter);
  expect(store.get().overlay.kind).toBe('none');
  expect(session.asked).toEqual(['type sudo']);
});

it('puts what was left in the line aside, where Ctrl+Y finds it', () => {
  const { store, press } = started(situation('nothing done'));
  press('/', ...letters('half a line'), esc, ...letters('kafka'));
  expect(store.get().command.text).toBe('kafka');
  press(key('ctrl-y'));
  expect(store.get().command.text).toBe('kafkahalf a line');
});

it('takes what is pasted for a command line, on any page, and does not run it', () => {
  for (const name of ['nothing done', 'help', 'passed']) {
    const { store, session, press } = started(situation(name));
    press({ type: 'paste', text: `${line}\n` });
    expect(store.get(), name).toMatchObject({ focus: 'command', overlay: { kind: 'none' }, command: { text: line } });
    expect(session.asked).toEqual([]);
  }
});

it('gives it to a command that waits for input', () => {
  const { store, press } = started(situation('typing left'));
  press({ type: 'paste', text: 'hello' });
  expect(store.get()).toMatchObject({ focus: 'input', input: { text: 'hello' } });
});

it('ignores an empty paste, and a terminal that is too small', () => {
  const empty = started(situation('nothing done'));
  empty.press({ type: 'paste', text: ' \n' });
  expect(empty.store.get().focus).toBe('lesson');
  const small = started([...situation('nothing done'), { type: 'resized', size: { columns: 40, rows: 10 } }]);
  small.press(...letters('kafka'), { type: 'paste', text: line });
  expect(small.store.get().command.text).toBe('');
});
