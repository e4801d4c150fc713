import { afterEach, describe, expect, it } from 'vitest';
import { drawableHere } from '../../../src/platform/drawable.ts';
import { type Glyphs, glyphs, glyphsWanted, setGlyphs } from '../../../src/terminal/glyphs.ts';

afterEach(() => setGlyphs('lines'));

const utf8 = { LANG: 'en_US.UTF-8', TERM: 'xterm-256color' };

const chosen = (env: Record<string, string>, platform: NodeJS.Platform, ascii = false) =>
  glyphsWanted({ env, ascii }) ?? drawableHere(env, platform);

describe('the glyphs of a terminal', () => {
  it.each([
    ['lines in UTF-8', utf8, 'linux', 'lines'],
    ['lines in C.UTF-8', { LC_ALL: 'C.UTF-8', LANG: 'de_DE.ISO-8859-1' }, 'linux', 'lines'],
    ['ASCII in another encoding', { LANG: 'de_DE.ISO-8859-1' }, 'linux', 'ascii'],
    ['ASCII in the C locale', { LC_ALL: 'C', LANG: 'en_US.UTF-8' }, 'linux', 'ascii'],
    ['ASCII where no locale is known', {}, 'linux', 'ascii'],
    ['an empty variable is none', { LC_ALL: '', LC_CTYPE: '', LANG: 'en_US.utf8' }, 'linux', 'lines'],
    ['LC_CTYPE before LANG', { LC_CTYPE: 'C', LANG: 'en_US.UTF-8' }, 'linux', 'ascii'],
    ['lines on macOS, which sets no locale', {}, 'darwin', 'lines'],
    ['ASCII on a console of Linux', { ...utf8, TERM: 'linux' }, 'linux', 'ascii'],
    ['ASCII on a dumb terminal', { ...utf8, TERM: 'dumb' }, 'linux', 'ascii'],
    ['ASCII on a vt220', { ...utf8, TERM: 'vt220' }, 'linux', 'ascii'],
    ['no lines in Korean', { ...utf8, LANG: 'ko_KR.UTF-8' }, 'linux', 'marks'],
    ['no lines in Japanese', { ...utf8, LC_CTYPE: 'ja_JP.utf8' }, 'darwin', 'marks'],
    ['no lines in Chinese', { ...utf8, LC_ALL: 'zh.UTF-8' }, 'linux', 'marks'],
    ['lines in Konkani, which only begins like Korean', { ...utf8, LANG: 'kok_IN.UTF-8' }, 'linux', 'lines'],
    ['no lines on a console of Windows', {}, 'win32', 'marks'],
    ['lines in the Windows Terminal', { WT_SESSION: 'b1a2' }, 'win32', 'lines'],
    ['ASCII where it is asked for', { ...utf8, KAFKA_LESSONS_ASCII: '1' }, 'linux', 'ascii'],
    ['lines where they are asked for', { LANG: 'ko_KR.UTF-8', KAFKA_LESSONS_ASCII: '0' }, 'linux', 'lines'],
    ['an empty wish is none', { ...utf8, KAFKA_LESSONS_ASCII: '' }, 'linux', 'lines'],
  ] as const)('%s', (_, env, platform, wanted) => expect(chosen(env, platform)).toBe(wanted));

  it('are ASCII with --ascii, whatever else is said', () => {
    const env = { ...utf8, KAFKA_LESSONS_ASCII: '0' };
    expect(chosen(env, 'linux', true)).toBe('ascii');
  });

  it('of each set take one cell, and those for ASCII are', () => {
    for (const set of ['lines', 'marks', 'ascii'] as const) {
      setGlyphs(set);
      const all: Glyphs = glyphs();
      for (const glyph of Object.values(all)) expect(glyph).toHaveLength(1);
      if (set === 'ascii') for (const glyph of Object.values(all)) expect(glyph).toMatch(/^[!-~]$/);
    }
  });
});
