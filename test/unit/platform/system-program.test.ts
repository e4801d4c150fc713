import { expect, it } from 'vitest';
import { commandInterpreter, shellOf, systemProgram } from '../../../src/platform/system-program.ts';

const env = { SYSTEMROOT: 'C:\\WINDOWS', comspec: 'C:\\WINDOWS\\system32\\cmd.exe' };

it('names programs of Windows by their whole path', () => {
  expect(systemProgram('taskkill.exe', env)).toBe('C:\\WINDOWS\\System32\\taskkill.exe');
  expect(systemProgram('WindowsPowerShell\\v1.0\\powershell.exe', env)).toBe(
    'C:\\WINDOWS\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
  );
  expect(systemProgram('WindowsPowerShell\\v1.0\\powershell.exe', {})).toBe('powershell.exe');
});

it('knows the command interpreter', () => {
  expect(commandInterpreter(env)).toBe('C:\\WINDOWS\\system32\\cmd.exe');
  expect(commandInterpreter({ SystemRoot: 'D:\\W' })).toBe('D:\\W\\System32\\cmd.exe');
});

it("opens the learner's shell", () => {
  expect(shellOf({ SHELL: '/bin/zsh' }, 'darwin')).toBe('/bin/zsh');
  expect(shellOf({ SHELL: '/bin/bash' }, 'linux')).toBe('/bin/bash');
  expect([shellOf({}, 'linux'), shellOf({ SHELL: '' }, 'darwin')]).toEqual(['/bin/sh', '/bin/sh']);
  // Git Bash says /usr/bin/bash there, which Windows does not know.
  expect(shellOf({ ...env, SHELL: '/usr/bin/bash' }, 'win32')).toBe('C:\\WINDOWS\\system32\\cmd.exe');
});
