import { describe, expect, it } from 'vitest';
import { editorAction } from '../../../src/terminal/editor-action.ts';
import type { KeyEvent, NamedKey } from '../../../src/terminal/key-events.ts';
import { editLine, emptyLine, type LineAction, type LineState } from '../../../src/terminal/line-editor.ts';

/** A line with `|` at the cursor. */
const lineOf = (marked: string): LineState => ({
  ...emptyLine(),
  text: marked.replace('|', ''),
  cursor: marked.indexOf('|'),
});
const told = ({ text, cursor }: LineState): string => `${text.slice(0, cursor)}|${text.slice(cursor)}`;
const family = '👨‍👩‍👧‍👦';
const decomposed = '한'.normalize('NFD');

type Simple = Exclude<LineAction['type'], 'insert' | 'set'>;

const moves: readonly (readonly [before: string, action: Simple, after: string])[] = [
  ['ab|', 'left', 'a|b'],
  ['|ab', 'left', '|ab'],
  ['a|b', 'right', 'ab|'],
  ['ab|', 'right', 'ab|'],
  [`a${family}|b`, 'left', `a|${family}b`],
  [`a|${family}b`, 'right', `a${family}|b`],
  [`${decomposed}|`, 'left', `|${decomposed}`],
  ['foo bar-baz|', 'word-left', 'foo bar-|baz'],
  ['foo bar-|baz', 'word-left', 'foo |bar-baz'],
  ['  |foo', 'word-left', '|  foo'],
  ['토픽 |파티션', 'word-right', '토픽 파티션|'],
  ['|--topic a', 'word-right', '--topic| a'],
  ['a|  ', 'word-right', 'a  |'],
  ['ab|c', 'home', '|abc'],
  ['ab|c', 'end', 'abc|'],
  ['ab|c', 'backspace', 'a|c'],
  ['|abc', 'backspace', '|abc'],
  [`a${family}|b`, 'backspace', 'a|b'],
  [`a${decomposed}|`, 'backspace', 'a|'],
  ['ab|c', 'delete', 'ab|'],
  ['abc|', 'delete', 'abc|'],
  [`|${family}b`, 'delete', '|b'],
  ['ab|cd', 'kill-to-end', 'ab|'],
  ['ab|cd', 'kill-to-start', '|cd'],
  ['ls --topic=a|b', 'kill-word', 'ls |b'],
  ['ls   |', 'kill-word', '|'],
  ['ls --topic=a|b', 'kill-part', 'ls --topic=|b'],
  ['a| bc d', 'kill-part-right', 'a| d'],
  ['a|b', 'yank', 'a|b'],
];

const press = (state: LineState, ...keys: readonly (KeyEvent | NamedKey)[]): LineState =>
  keys.reduce<LineState>((line, key) => {
    const action = editorAction(typeof key === 'string' ? { type: 'named', name: key } : key);
    return action ? editLine(line, action) : line;
  }, state);

describe('editLine', () => {
  it.each(moves)('%s, %s: %s', (before, type, after) => {
    expect(told(editLine(lineOf(before), { type }))).toBe(after);
  });

  it.each([
    ['a|c', 'b', 'ab|c'],
    ['|', '토픽', '토픽|'],
    ['e|x', '\u0301', 'é|x'],
    ['ᄒ|', 'ᅡ', '하|'],
    ['a|', 'b\tc\nd\u001b[31me', 'ab c de|'],
  ])('%s with %j typed: %s', (before, text, after) => {
    expect(told(editLine(lineOf(before), { type: 'insert', text }))).toBe(after);
  });

  it('brings back what was killed last, where the cursor is', () => {
    const line = press(lineOf('one two|'), 'ctrl-w', 'ctrl-a', 'ctrl-y');
    expect(told(line)).toBe('two|one ');
    expect(told(press(line, 'ctrl-y'))).toBe('twotwo|one ');
    expect(told(press(lineOf('ab|c'), 'ctrl-k', 'ctrl-k', 'ctrl-y'))).toBe('abc|');
  });

  it('goes through the lines of the history that begin like the draft, and back to it', () => {
    const start = editLine(emptyLine(['drag one', 'else', 'dra two']), { type: 'insert', text: 'dra' });
    const texts = (keys: readonly NamedKey[]): string => told(press(start, ...keys));
    expect(texts(['up'])).toBe('dra two|');
    expect(texts(['up', 'up'])).toBe('drag one|');
    expect(texts(['up', 'up', 'up'])).toBe('drag one|');
    expect(texts(['up', 'up', 'down'])).toBe('dra two|');
    expect(texts(['up', 'up', 'down', 'down'])).toBe('dra|');
    expect(texts(['up', 'down', 'down'])).toBe('dra|');
    expect(texts(['down'])).toBe('dra|');
  });

  it('looks through the history anew once a line of it was changed', () => {
    const start = editLine(emptyLine(['topics one', 'console', 'topics two']), { type: 'insert', text: 'con' });
    const erased = press(start, 'up', 'ctrl-u');
    const typed = editLine(erased, { type: 'insert', text: 'top' });
    expect(told(press(typed, 'up'))).toBe('topics two|');
    expect(told(press(typed, 'up', 'down'))).toBe('top|');
    expect(told(press(typed, 'down'))).toBe('top|');
  });

  it('keeps what was used, once, and starts empty', () => {
    const used = (line: LineState, text: string): LineState =>
      editLine(editLine(line, { type: 'set', text }), { type: 'accept' });
    const line = ['ls', ' ls ', '', 'cd'].reduce(used, emptyLine());
    expect(line).toMatchObject({ text: '', cursor: 0, history: ['ls', 'cd'], recalled: undefined });
    expect(told(press(line, 'up'))).toBe('cd|');
  });

  it('keeps at most 500 lines', () => {
    const history = Array.from({ length: 600 }, (_, index) => `line ${index}`);
    const line = editLine(editLine(emptyLine(history), { type: 'set', text: 'last' }), { type: 'accept' });
    expect(line.history).toHaveLength(500);
    expect(line.history.at(-1)).toBe('last');
  });
});

describe('editorAction', () => {
  it.each([
    ['ctrl-b', 'left'],
    ['ctrl-f', 'right'],
    ['alt-b', 'word-left'],
    ['ctrl-left', 'word-left'],
    ['alt-f', 'word-right'],
    ['ctrl-e', 'end'],
    ['ctrl-u', 'kill-to-start'],
    ['alt-backspace', 'kill-part'],
    ['ctrl-p', 'older'],
    ['ctrl-n', 'newer'],
    ['ctrl-d', 'delete'],
    ['ctrl-delete', 'kill-part-right'],
  ] as const)('%s is %s', (name, type) => {
    expect(editorAction({ type: 'named', name })).toEqual({ type });
  });

  it.each(['enter', 'escape', 'tab', 'shift-tab', 'ctrl-c', 'pageup', 'ctrl-z'] as const)(
    'leaves %s to the view',
    (name) => {
      expect(editorAction({ type: 'named', name })).toBeUndefined();
    },
  );

  it.each([
    ['kafka-topics.sh \\\n  --create \\\n  --topic a\n', 'kafka-topics.sh --create --topic a'],
    ['one\ntwo', 'one two'],
    ['  a  ', 'a'],
  ])('makes one line of the pasted %j', (text, line) => {
    expect(editorAction({ type: 'paste', text })).toEqual({ type: 'insert', text: line });
  });
});
