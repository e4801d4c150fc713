import { describe, expect, it } from 'vitest';
import { EnvironmentError } from '../../../src/errors.ts';
import { editorOf } from '../../../src/platform/editor.ts';

/** Programs that are there, as `findProgram` finds them: by a name on PATH, or by a path. */
const having =
  (programs: Readonly<Record<string, string>>) =>
  async (name: string): Promise<string | undefined> =>
    programs[name];
const nano = having({ nano: '/usr/bin/nano', vi: '/usr/bin/vi' });

/** The sentences of the error. */
const refusal = (...args: Parameters<typeof editorOf>) =>
  editorOf(...args).then(
    () => expect.unreachable('there is no editor'),
    (error: unknown) => {
      expect(error).toBeInstanceOf(EnvironmentError);
      return (error as EnvironmentError).explanation;
    },
  );

describe.each(['linux', 'darwin'] as const)('on %s', (platform) => {
  it('is what VISUAL says, then EDITOR, with options', async () => {
    const find = having({ code: '/usr/bin/code', vim: '/usr/bin/vim' });
    expect(await editorOf({ VISUAL: 'code --wait', EDITOR: 'vim' }, platform, find)).toEqual({
      file: '/usr/bin/code',
      args: ['--wait'],
    });
    expect(await editorOf({ VISUAL: ' ', EDITOR: 'vim' }, platform, find)).toEqual({ file: '/usr/bin/vim', args: [] });
  });

  it('may have blanks in its path, in quotes or not', async () => {
    const find = having({ '/my apps/edit': '/my apps/edit' });
    const quoted = await editorOf({ EDITOR: `'/my apps/edit' -n "a b"` }, platform, find);
    expect(quoted).toEqual({ file: '/my apps/edit', args: ['-n', 'a b'] });
    expect(await editorOf({ EDITOR: '/my apps/edit' }, platform, find)).toEqual({ file: '/my apps/edit', args: [] });
  });

  it('is nano, or else vi, where nothing is said', async () => {
    expect(await editorOf({}, platform, nano)).toEqual({ file: '/usr/bin/nano', args: [] });
    expect(await editorOf({}, platform, having({ vi: '/bin/vi' }))).toEqual({ file: '/bin/vi', args: [] });
  });

  it('is not replaced by another one where what is said cannot be had', async () => {
    const missing = await refusal({ VISUAL: 'hx -v' }, platform, nano);
    expect(missing.what).toContain('VISUAL says hx -v');
    expect(missing.next).toContain('export EDITOR=nano');
    const shell = await refusal({ EDITOR: 'vim; rm x' }, platform, nano);
    expect(shell.what).toContain('needs a shell');
    expect((await refusal({}, platform, having({}))).what).toContain('No editor');
  });
});

describe('on Windows', () => {
  it('keeps the backslashes of paths', async () => {
    const npp = 'C:\\Program Files\\Notepad++\\notepad++.exe';
    const find = having({ [npp]: npp, code: 'C:\\vs\\code.cmd' });
    expect(await editorOf({ EDITOR: `"${npp}" -multiInst` }, 'win32', find)).toEqual({
      file: npp,
      args: ['-multiInst'],
    });
    expect(await editorOf({ EDITOR: npp }, 'win32', find)).toEqual({ file: npp, args: [] });
    expect(await editorOf({ Visual: 'code --wait' }, 'win32', find)).toEqual({
      file: 'C:\\vs\\code.cmd',
      args: ['--wait'],
    });
  });

  it('is notepad where nothing is said', async () => {
    const notepad = 'C:\\Windows\\System32\\notepad.exe';
    expect(await editorOf({ SystemRoot: 'C:\\Windows' }, 'win32', having({ [notepad]: notepad }))).toEqual({
      file: notepad,
      args: [],
    });
    expect((await refusal({}, 'win32', having({}))).next).toContain('set EDITOR=notepad');
  });
});
