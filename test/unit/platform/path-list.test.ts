import { expect, it } from 'vitest';
import { pathFolders, pathWith, variableName } from '../../../src/platform/path-list.ts';

it('finds a variable however Windows spells it, and elsewhere by its name only', () => {
  expect(variableName({ Path: 'x' }, 'PATH', 'win32')).toBe('Path');
  expect(variableName({ comspec: 'x' }, 'ComSpec', 'win32')).toBe('comspec');
  // Of two, Node hands on the first in the alphabet.
  expect(variableName({ Path: 'x', PATH: 'y' }, 'PATH', 'win32')).toBe('PATH');
  expect(variableName({}, 'PATH', 'win32')).toBe('PATH');
  expect(variableName({ Path: 'x' }, 'PATH', 'linux')).toBe('PATH');
});

it('takes PATH apart, without what depends on the folder we are in', () => {
  expect(pathFolders({ PATH: '/usr/bin::bin:/a b' }, 'linux')).toEqual(['/usr/bin', '/a b']);
  expect(pathFolders({ PATH: '/opt/homebrew/bin:/bin' }, 'darwin')).toEqual(['/opt/homebrew/bin', '/bin']);
  expect(pathFolders({ Path: 'C:\\Windows;"D:\\my tools";bin;;E:/x' }, 'win32')).toEqual([
    'C:\\Windows',
    'D:\\my tools',
    'E:/x',
  ]);
  for (const platform of ['linux', 'darwin', 'win32'] as const) expect(pathFolders({}, platform)).toEqual([]);
});

it('puts a folder first under the name that counts', () => {
  expect(pathWith('/k', { PATH: '/bin' }, 'linux')).toEqual({ PATH: '/k:/bin' });
  expect(pathWith('/k', { PATH: '/bin' }, 'darwin')).toEqual({ PATH: '/k:/bin' });
  expect(pathWith('C:\\k', { Path: 'C:\\Windows' }, 'win32')).toEqual({ Path: 'C:\\k;C:\\Windows' });
  expect(pathWith('C:\\k', { PATH: 'C:\\Windows' }, 'win32')).toEqual({ PATH: 'C:\\k;C:\\Windows' });
});
