import { describe, expect, it } from 'vitest';
import { argumentFileText, classPathArguments } from '../../../src/platform/class-path.ts';

describe('the class path', () => {
  it('is written into a file as the java launcher reads it back', () => {
    expect(argumentFileText(['C:\\My Files\\a.jar', 'C:\\b.jar'], 'win32')).toBe(
      '-cp "C:\\\\My Files\\\\a.jar;C:\\\\b.jar"\n',
    );
    expect(argumentFileText(['/a b/"c".jar', '/d.jar'], 'linux')).toBe('-cp "/a b/\\"c\\".jar:/d.jar"\n');
    expect(argumentFileText(['/a.jar', '/b.jar'], 'darwin')).toBe('-cp "/a.jar:/b.jar"\n');
  });

  it('is named on the command line by that file alone, however many jars there are', () => {
    expect(classPathArguments(['/한/a.jar'], '/c.args', 'linux')).toEqual(['@/c.args']);
    expect(classPathArguments(['/한/a.jar'], '/c.args', 'darwin')).toEqual(['@/c.args']);
    expect(classPathArguments(['C:\\a.jar'], 'C:\\c.args', 'win32')).toEqual(['@C:\\c.args']);
  });

  it('stands there itself on Windows where the launcher would misread the file', () => {
    expect(classPathArguments(['C:\\Users\\홍길동\\a.jar', 'C:\\b.jar'], 'C:\\c.args', 'win32')).toEqual([
      '-cp',
      'C:\\Users\\홍길동\\a.jar;C:\\b.jar',
    ]);
  });
});
