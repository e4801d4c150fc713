import { readFile } from 'node:fs/promises';
import { execa } from 'execa';
import { systemProgram } from './system-program.ts';

/** What tells a process from a later one with the same pid. */
export type ProcessIdentity = {
  /** opaque: equal for the same process, different for another one with its pid */
  readonly started: string;
  readonly commandLine: string;
};

/**
 * The living process with this pid; undefined if there is none. A zombie counts as dead: it runs nothing and holds no port.
 * @param pid a process id of this system
 * @param askWindows what the script below prints of a process
 */
export async function identify(
  pid: number,
  platform: NodeJS.Platform = process.platform,
  askWindows: (pid: number) => Promise<string> = askPowerShell,
): Promise<ProcessIdentity | undefined> {
  if (!answersToSignals(pid)) {
    known.delete(pid);
    return undefined;
  }
  switch (platform) {
    case 'linux':
      return identifyByProc(pid);
    case 'win32':
      return knownOrAsked(pid, askWindows);
    default:
      return parsePs(await outputOf('ps', ['-ww', '-o', 'lstart=,stat=,command=', '-p', String(pid)]));
  }
}

/** True if the same process still lives: not one that got its pid later. Asked anew each time, for who then ends it. */
export async function isSameProcess(pid: number, started: string): Promise<boolean> {
  known.delete(pid);
  return (await identify(pid))?.started === started;
}

/** PowerShell takes most of a second to start, and the state of every service is looked at each second. */
const knownForMs = 10_000;
const known = new Map<number, { readonly at: number; readonly identity: ProcessIdentity }>();

async function knownOrAsked(pid: number, ask: (pid: number) => Promise<string>): Promise<ProcessIdentity | undefined> {
  const before = known.get(pid);
  if (before && Date.now() - before.at < knownForMs) return before.identity;
  const identity = parseWindowsProcess(await ask(pid));
  if (identity) known.set(pid, { at: Date.now(), identity });
  return identity;
}

/** Cheap first question: without a process there is nothing to look at. */
function answersToSignals(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function identifyByProc(pid: number): Promise<ProcessIdentity | undefined> {
  try {
    const [stat, commandLine, boot] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile(`/proc/${pid}/cmdline`, 'utf8'),
      // Start times count from boot, so the same number can come again after a restart.
      readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''),
    ]);
    return parseProc(stat, commandLine, boot.trim());
  } catch {
    return undefined;
  }
}

/** From /proc/PID/stat (proc(5): field 3 is the state, 20 the threads, 22 the start time in ticks since boot) and /proc/PID/cmdline. */
export function parseProc(stat: string, commandLine: string, boot: string): ProcessIdentity | undefined {
  // The name in parentheses may hold spaces and parentheses itself: fields are counted from its end.
  const fields = stat
    .slice(stat.lastIndexOf(')') + 1)
    .trim()
    .split(/\s+/);
  const [state, threads, startTime] = [fields[0], Number(fields[17]), fields[19]];
  if (!state || !startTime || state === 'X') return undefined;
  // Of a JVM that was killed the first thread is a zombie while others still hold its ports.
  if (state === 'Z' && threads <= 1) return undefined;
  return { started: `${boot}/${startTime}`, commandLine: commandLine.split('\0').join(' ').trim() };
}

/** From `ps -o lstart=,stat=,command=` with English dates: `Mon Sep  1 10:11:12 2025 Ss   /usr/bin/java …`. */
export function parsePs(output: string): ProcessIdentity | undefined {
  const match = /^\s*(\w{3}\s+\w{3}\s+\d+\s+[\d:]{8}\s+\d{4})\s+(\S+)\s+(.*\S)\s*$/s.exec(output);
  const [, started, state, commandLine] = match ?? [];
  if (!started || !state || !commandLine || state.startsWith('Z')) return undefined;
  return { started: started.replaceAll(/\s+/g, ' '), commandLine };
}

/** From the script below: the creation time in ISO form, a bar, the command line. */
export function parseWindowsProcess(output: string): ProcessIdentity | undefined {
  const match = /^\s*(\d{4}-[^|]+)\|(.*\S)\s*$/s.exec(output);
  const [, started, commandLine] = match ?? [];
  return started && commandLine ? { started, commandLine } : undefined;
}

const askPowerShell = (pid: number): Promise<string> =>
  outputOf(systemProgram('WindowsPowerShell\\v1.0\\powershell.exe'), windowsQuery(pid));

const windowsQuery = (pid: number): string[] => [
  '-NoProfile',
  '-NonInteractive',
  '-Command',
  `$p = Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}'; if ($p) { '{0:o}|{1}' -f $p.CreationDate.ToUniversalTime(), $p.CommandLine }`,
];

async function outputOf(file: string, args: readonly string[]): Promise<string> {
  const { stdout } = await execa(file, args, { reject: false, stdin: 'ignore', env: plainTimes, timeout: 15_000 });
  return stdout ?? '';
}

/** Dates in one language, command lines as they are. */
const plainTimes = { LC_ALL: '', LC_TIME: 'C', LC_CTYPE: 'UTF-8' };
