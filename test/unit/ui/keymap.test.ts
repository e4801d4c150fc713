import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/markdown/index.ts';
import { helpContent } from '../../../src/ui/content/help.ts';
import { bindingFor, keymap } from '../../../src/ui/keymap.ts';
import { everyMode } from '../../../src/ui/keys/binding.ts';
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
    const text = plainText(helpContent(viewOf([])).flatMap((section) => section.rows(0, 100)));
    for (const { help, name, helpName } of keymap) {
      if (!help) continue;
      expect(text).toContain(help.text());
      expect(text).toContain((helpName ?? name)());
    }
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

  it('do not mind Caps Lock, but for G', () => {
    expect(['Q', 'H', 'g', 'G'].map(char)).toEqual(['q', 'h', 'g', 'G']);
  });

  it('are none for pasted text', () => {
    expect(keyName({ type: 'paste', text: 'q' })).toBeUndefined();
  });
});
