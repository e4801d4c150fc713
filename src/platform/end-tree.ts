import { execa } from 'execa';
import { systemProgram } from './system-program.ts';

/** A program of the system and what it is told. */
export type Call = { readonly file: string; readonly args: readonly string[] };

/** Ends a process of Windows and all that it started, at once. */
export const endTreeCall = (pid: number, env: NodeJS.ProcessEnv = process.env): Call => ({
  file: systemProgram('taskkill.exe', env),
  args: ['/T', '/F', '/PID', String(pid)],
});

/** Runs it to its end. That a process has gone in the meantime is no failure. */
export const runCall = async ({ file, args }: Call): Promise<void> =>
  void (await execa(file, args, { stdio: 'ignore', reject: false, timeout: 15_000 }));
