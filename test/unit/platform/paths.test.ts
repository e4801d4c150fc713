import { describe, expect, it } from 'vitest';
import { isInside, isPlaceOnAnySystem, pathsOf } from '../../../src/platform/paths.ts';

it('writes paths as each system does', () => {
  expect(pathsOf('linux').join('/a', 'b')).toBe('/a/b');
  expect(pathsOf('darwin').delimiter).toBe(':');
  expect([pathsOf('win32').join('C:\\a', 'b'), pathsOf('win32').delimiter]).toEqual(['C:\\a\\b', ';']);
});

describe('isInside', () => {
  it.each([
    ['/w', '/w', true],
    ['/w', '/w/a/b', true],
    ['/w', '/w/..a', true],
    ['/w', '/w/../a', false],
    ['/w', '/wider', false],
    ['/w', '/', false],
  ])('%s, %s', (folder, path, inside) => {
    expect(isInside(folder, path, 'linux')).toBe(inside);
    expect(isInside(folder, path, 'darwin')).toBe(inside);
  });

  it.each([
    ['C:\\w', 'C:\\w\\a', true],
    ['C:\\w', 'c:\\W\\a', true],
    ['C:\\w', 'C:/w/a', true],
    ['C:\\w', 'D:\\w\\a', false],
    ['C:\\w', 'C:\\wider', false],
    ['\\\\server\\share\\w', '\\\\server\\share\\w\\a', true],
    ['\\\\server\\share\\w', '\\\\server\\other\\w\\a', false],
  ])('on Windows %s, %s', (folder, path, inside) => {
    expect(isInside(folder, path, 'win32')).toBe(inside);
  });
});

it('knows a place of any system, wherever it is asked', () => {
  expect(['/etc', 'C:\\a', 'C:a', 'c:/a', '\\a', '\\\\server\\share'].map(isPlaceOnAnySystem)).not.toContain(false);
  expect(['a', 'a/b', './a', 'ab:c', 'a\\b'].map(isPlaceOnAnySystem)).not.toContain(true);
});
