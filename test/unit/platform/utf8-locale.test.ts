import { expect, it } from 'vitest';
import { utf8Locale } from '../../../src/platform/utf8-locale.ts';

it('gives a JVM in a plain C locale on Linux an UTF-8 one', () => {
  expect(utf8Locale({}, 'linux')).toEqual({ LC_ALL: 'C.UTF-8' });
  expect(utf8Locale({ LANG: 'ko_KR.UTF-8', LC_ALL: 'C' }, 'linux')).toEqual({ LC_ALL: 'C.UTF-8' });
  expect(utf8Locale({ LANG: 'ko_KR.UTF-8' }, 'linux')).toEqual({});
  expect([utf8Locale({}, 'darwin'), utf8Locale({}, 'win32')]).toEqual([{}, {}]);
});
