import { readFile } from 'node:fs/promises';
import { keys, type RunningProgram } from './program.ts';

/** What a person feels and a machine pays, measured at the running program from outside (Linux: /proc). */

const MB = 1024 * 1024;
/** clock ticks a second of /proc/PID/stat; Linux shows 100 to programs whatever its own clock is */
const ticksPerSecond = 100;

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Opens and closes the help again and again; milliseconds from each press to the frame that shows it. */
export async function pressToFrame(app: RunningProgram, goesOn: (pressed: number) => boolean): Promise<number[]> {
  const times: number[] = [];
  const press = async (key: string, isShown: boolean): Promise<void> => {
    const pressed = performance.now();
    app.type(key);
    await app.until((screen) => / Keys [-─]{2}$/m.test(screen) === isShown);
    times.push(performance.now() - pressed);
  };
  while (goesOn(times.length)) {
    await press('?', true);
    await press(keys.escape, false);
  }
  return times;
}

/** Resident memory of a process in MB. */
export async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return (Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) * 1024) / MB;
}

/** Looks at the memory of a process until `stop`, which returns the most it had, in MB. */
export function watchMemory(pid: number): { readonly stop: () => number } {
  let most = 0;
  const look = async (): Promise<void> => {
    most = Math.max(most, await residentMb(pid));
  };
  const timer = setInterval(() => void look().catch(() => {}), 50);
  return {
    stop: () => {
      clearInterval(timer);
      return most;
    },
  };
}

/** Seconds of a core that a process has used so far. */
export async function cpuSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  // The name of the program, in brackets, may hold blanks.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}
