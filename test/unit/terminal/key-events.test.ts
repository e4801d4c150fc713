import { describe, expect, it } from 'vitest';
import { type KeyEvent, type KeyFlags, toKeyEvents } from '../../../src/terminal/key-events.ts';

/** Short form: named keys in angle brackets. */
const told = (events: readonly KeyEvent[]): string =>
  events.map((event) => (event.type === 'named' ? `<${event.name}>` : event.text)).join(' ');

const cases: readonly (readonly [input: string, key: KeyFlags, events: string])[] = [
  ['a', {}, 'a'],
  ['A', { shift: true }, 'A'],
  ['/', {}, '/'],
  ['\r', { return: true }, '<enter>'],
  ['\n', {}, '<enter>'],
  ['\r', { return: true, meta: true }, '<alt-enter>'],
  ['abc\r', {}, 'a b c <enter>'],
  ['a\r\nb', {}, 'a <enter> b'],
  ['\r\r', {}, '<enter> <enter>'],
  ['가\r', {}, '가 <enter>'],
  ['한글', {}, '한 글'],
  ['한'.normalize('NFD'), {}, '한'.normalize('NFD')],
  ['👨‍👩‍👧‍👦🇰🇷', {}, '👨‍👩‍👧‍👦 🇰🇷'],
  ['', { escape: true }, '<escape>'],
  ['\u001b', { escape: true, meta: true }, '<escape>'],
  ['', { tab: true }, '<tab>'],
  ['', { tab: true, shift: true }, '<shift-tab>'],
  ['a\tb', {}, 'a <tab> b'],
  ['', { backspace: true }, '<backspace>'],
  ['', { backspace: true, meta: true }, '<alt-backspace>'],
  ['', { delete: true }, '<delete>'],
  ['', { leftArrow: true }, '<left>'],
  ['', { rightArrow: true, shift: true }, '<right>'],
  ['', { upArrow: true }, '<up>'],
  ['', { downArrow: true }, '<down>'],
  ['', { leftArrow: true, ctrl: true }, '<ctrl-left>'],
  ['', { rightArrow: true, meta: true }, '<alt-right>'],
  ['', { home: true }, '<home>'],
  ['', { end: true }, '<end>'],
  ['', { pageUp: true }, '<pageup>'],
  ['', { pageDown: true }, '<pagedown>'],
  ['c', { ctrl: true }, '<ctrl-c>'],
  ['ab\u0003', {}, 'a b <ctrl-c>'],
  ['\u0001\u000b', {}, '<ctrl-a> <ctrl-k>'],
  ['b', { meta: true }, '<alt-b>'],
  ['B', { meta: true, shift: true }, '<alt-b>'],
  ['`', { ctrl: true }, ''],
  [' ', { meta: true }, ''],
  ['', {}, ''],
  ['\u001c', {}, ''],
  ['a\u0000b', {}, 'a b'],
  ['[25~', {}, ''],
  ['[27;5;13~', {}, ''],
  ['[<0;12;3M', {}, ''],
  ['[I', {}, ''],
  ['[1]', {}, '[ 1 ]'],
  ['[a', {}, '[ a'],
  ['q', { eventType: 'release' }, ''],
  ['q', { eventType: 'repeat' }, 'q'],
  ['q', { super: true }, ''],
];

describe('toKeyEvents', () => {
  it.each(cases)('%j with %j gives %s', (input, key, events) => {
    expect(told(toKeyEvents(input, key))).toBe(events);
  });
});
