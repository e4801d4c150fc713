import { expect, it } from 'vitest';
import { systemLocale } from '../../../src/platform/system-locale.ts';

it('the settings of Windows and macOS name a locale; on Linux only the environment does', () => {
  expect(systemLocale('win32')).toMatch(/^[a-z]{2,3}(-|$)/);
  expect(systemLocale('darwin')).toBe(systemLocale('win32'));
  expect(systemLocale('linux')).toBeUndefined();
});
