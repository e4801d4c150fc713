import { variableName } from './path-list.ts';
import { pathsOf } from './paths.ts';

/**
 * A program that belongs to Windows, by its whole path: by its name alone, the folder we work in would be searched first.
 * @param name within System32: `taskkill.exe`, `WindowsPowerShell\v1.0\powershell.exe`
 */
export function systemProgram(name: string, env: NodeJS.ProcessEnv = process.env): string {
  const { join, basename } = pathsOf('win32');
  const root = env[variableName(env, 'SystemRoot', 'win32')];
  return root ? join(root, 'System32', name) : basename(name);
}

/** The command interpreter of Windows. */
export const commandInterpreter = (env: NodeJS.ProcessEnv = process.env): string =>
  env[variableName(env, 'ComSpec', 'win32')] || systemProgram('cmd.exe', env);

/** The learner's shell. */
export const shellOf = (env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): string =>
  platform === 'win32' ? commandInterpreter(env) : env['SHELL'] || '/bin/sh';
