import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/markdown/index.ts';
import { helpContent } from '../../../src/ui/content/help.ts';
import { bindingFor, keymap } from '../../../src/ui/keymap.ts';
import { type ActionName, everyMode } from '../../../src/ui/keys/binding.ts';
import { keyName, modeOf } from '../../../src/ui/modes.ts';
import { situations, viewOf } from './support/states.ts';

describe('the keymap', () => {
  it('gives no key two meanings in one mode, unless a condition tells them apart', () => {
    for (const mode of everyMode) {
      const free = keymap.filter((binding) => binding.modes.includes(mode) && !binding.when);
      const keys = free.flatMap((binding) => binding.keys);
      expect(keys, mode).toEqual([...new Set(keys)]);
    }
  });

  it('leaves alone what terminals and input methods need', () => {
    for (const key of keymap.flatMap((binding) => binding.keys)) {
      expect(['ctrl-s', 'ctrl-q', 'ctrl-z']).not.toContain(key);
      expect(key).not.toMatch(/^alt-|^f\d/);
    }
  });

  it('explains each of its actions once in the help, or says the same under another', () => {
    const text = plainText(helpContent(viewOf([])).flatMap((section) => section.rows(0, 120)));
    for (const { help, name, helpName } of keymap) {
      if (!help) continue;
      expect(text).toContain(help.text());
      expect(text).toContain((helpName ?? name)());
    }
  });

  it('names in the help every key of the line editor, by what it does', () => {
    const text = plainText(helpContent(viewOf([])).flatMap((section) => section.rows(0, 120)));
    for (const name of [
      'Ctrl+A',
      'Ctrl+E',
      'Ctrl+U',
      'Ctrl+K',
      'Ctrl+W',
      'Ctrl+Y',
      'Ctrl+Left',
      'Alt+F',
      'Home',
      'Delete',
    ]) {
      expect(text).toContain(name);
    }
  });

  it('gives each key of the line editor a row of its own, and goes on under the text where that is wrapped', () => {
    const rowsAt = (width: number) => plainText(helpContent(viewOf([])).flatMap((section) => section.rows(0, width)));
    for (const width of [58, 78, 198]) {
      const rows = rowsAt(width).split('\n');
      const editing = rows.slice(rows.indexOf('In a line that is typed') + 1);
      const keyed = editing.slice(0, editing.indexOf(''));
      for (const row of keyed) expect(row).toMatch(/^ {2}(?:\S+ +| {15})(?<=^.{17})\S/);
      for (const row of keyed) expect(row.length).toBeLessThanOrEqual(width);
      expect(keyed).toContain('  Ctrl+Left      a word left (also Alt+Left, Alt+B)');
    }
  });

  it('explains every key that is in force, itself or beside the one that goes the other way', () => {
    /** told together with these */
    const partners: Partial<Record<ActionName, ActionName>> = {
      'read-on': 'main',
      'skip-yes': 'skip',
      'solution-yes': 'solution',
      solve: 'solution',
      'quiz-pick': 'quiz-down',
      'quiz-up': 'quiz-down',
      'focus-previous': 'focus-next',
      'line-up': 'line-down',
      'page-up': 'page-down',
      'to-start': 'to-end',
      newer: 'older',
      'complete-back': 'complete',
      'map-unfold': 'map-fold',
      'map-up': 'map-down',
      'map-page-down': 'map-down',
      'map-page-up': 'map-down',
      'map-start': 'map-down',
      'map-end': 'map-down',
      'open-ahead': 'map-open',
    };
    const told = new Set(keymap.flatMap(({ help, action }) => (help ? [action] : [])));
    for (const { action } of keymap) expect([...told]).toContain(partners[action] ?? action);
  });

  it('names a key in the footer only where pressing it does just that', () => {
    for (const [situation, actions] of Object.entries(situations)) {
      const state = viewOf(actions);
      for (const binding of keymap) {
        const isShown = binding.modes.includes(modeOf(state)) && binding.label?.(state) !== undefined;
        if (!isShown) continue;
        const first = binding.keys[0] ?? '';
        expect(bindingFor(state, first)?.action, `${situation}: ${binding.name()}`).toBe(binding.action);
      }
    }
  });
});

describe('names of keys', () => {
  const char = (text: string) => keyName({ type: 'char', text });

  it('take Hangul for the letter on the key', () => {
    expect(['ㅂ', 'ㅗ', 'ㄴ', 'ㅣ', 'ㄱ', 'ㅛ', 'ㅜ', 'ㅔ', 'ㅓ', 'ㅏ', 'ㅎ', 'ㅑ'].map(char)).toEqual([
      'q',
      'h',
      's',
      'l',
      'r',
      'y',
      'n',
      'p',
      'j',
      'k',
      'g',
      'i',
    ]);
  });

  it('are known by the jamo on their keys, all letters of the table', () => {
    const jamo = Array.from({ length: 0x3163 - 0x3131 + 1 }, (_, index) => String.fromCodePoint(0x3131 + index));
    const letters = keymap.flatMap(({ keys }) => keys).filter((key) => /^[a-z]$/.test(key));
    expect(letters.length).toBeGreaterThan(10);
    for (const letter of new Set(letters)) {
      expect(jamo.map(char), `the key ${letter}`).toContain(letter);
    }
  });

  it('do not mind Caps Lock, but for G', () => {
    expect(['Q', 'H', 'g', 'G'].map(char)).toEqual(['q', 'h', 'g', 'G']);
  });

  it('are none for pasted text', () => {
    expect(keyName({ type: 'paste', text: 'q' })).toBeUndefined();
  });
});
