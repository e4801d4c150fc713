import { readdir, readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { loadCourse } from '../../src/commands/load-course.ts';
import { allSteps, keyOf, reduceCourse } from '../../src/course/index.ts';
import type { CourseRecords, CourseState } from '../../src/course/types.ts';
import type { Pack } from '../../src/lesson/types.ts';
import { identify } from '../../src/platform/process-identity.ts';
import { openProgress } from '../../src/progress/index.ts';
import { testHome } from '../support/broker.ts';
import { programPath, type RunningProgram, startProgram } from './program.ts';

/** The course that comes with the program. */
export const course: Pack = await loadCourse(fileURLToPath(new URL('../../lessons/', import.meta.url)));

type Ended = { readonly exitCode: number | undefined; readonly stdout: string; readonly stderr: string };

/** A home of its own, and the built program on it. */
export type Stage = {
  readonly env: NodeJS.ProcessEnv;
  readonly home: string;
  /** Runs the program without a terminal. */
  readonly run: (args: readonly string[], env?: NodeJS.ProcessEnv) => Promise<Ended>;
  /** Starts it in a terminal; ended by `remove`. */
  readonly start: (options?: Partial<Parameters<typeof startProgram>[1]>, args?: string[]) => RunningProgram;
  /** Progress as of a learner who has passed every step before this one (`topics/create`). */
  readonly putAt: (step: string) => Promise<void>;
  readonly brokerPid: () => Promise<number>;
  /** Living processes of this home, as `PID COMMAND LINE`, but for the broker and what the test itself keeps running. */
  readonly processes: (except?: readonly number[]) => Promise<string[]>;
  /** Ends what runs and removes the home. Throws if a process is left. */
  readonly remove: () => Promise<void>;
};

export async function openStage(extra: NodeJS.ProcessEnv = {}): Promise<Stage> {
  const made = await testHome(extra);
  return stageOf(made.env, made.folders.home);
}

export function stageOf(env: NodeJS.ProcessEnv, home: string): Stage {
  const started: RunningProgram[] = [];
  const run = async (args: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<Ended> => {
    const options = { env: { ...env, ...more }, extendEnv: false, stdin: 'ignore', reject: false } as const;
    const { exitCode, stdout, stderr } = await execa(process.execPath, [programPath, ...args], options);
    return { exitCode, stdout, stderr };
  };
  return {
    env,
    home,
    run,
    start: (options = {}, args = []) => {
      const app = startProgram(args, { ...options, env: { ...env, ...options.env } });
      started.push(app);
      return app;
    },
    putAt: (step) => putAt(home, step),
    brokerPid: async () => {
      const { services } = JSON.parse((await run(['status', '--json'])).stdout);
      const pid: unknown = services[0].pid;
      if (typeof pid !== 'number') throw new Error(`the broker does not run: ${JSON.stringify(services)}`);
      return pid;
    },
    processes: (except = []) => processesOf(home, except),
    remove: async () => {
      for (const app of started) app.dispose();
      await Promise.all(started.map(({ ended }) => ended));
      await run(['down']);
      const left = await processesOf(home, []);
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
      if (left.length > 0) throw new Error(`still running:\n${left.join('\n')}`);
    },
  };
}

async function putAt(home: string, step: string): Promise<void> {
  const refs = allSteps(course);
  const index = refs.findIndex((ref) => keyOf(ref) === step);
  const ref = refs[index];
  if (!ref) throw new Error(`no such step: ${step}`);
  const at = new Date().toISOString();
  const empty: CourseState = { pack: course, steps: {} };
  const passed = refs
    .slice(0, index)
    .reduce((state, each) => reduceCourse(state, { type: 'passed', ref: each, at }), empty);
  const { pack: _, ...records }: CourseState = reduceCourse(passed, { type: 'opened', ref });
  const progress = await openProgress({ home, pack: course.name }, { lock: true });
  await progress.save(records satisfies CourseRecords);
  await progress.close();
}

/** Everything the program starts inherits KAFKA_LESSONS_HOME; elsewhere than on Linux only command lines can be read. */
async function processesOf(home: string, except: readonly number[]): Promise<string[]> {
  if (process.platform !== 'linux') {
    const { stdout } = await execa('ps', ['-axww', '-o', 'pid=,command=']);
    const lines = stdout.split('\n').map((line) => line.trim());
    return lines.filter((line) => line.includes(home) && !except.includes(Number.parseInt(line, 10)));
  }
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0 && !except.includes(pid));
  const found = await Promise.all(
    pids.map(async (pid) => {
      const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
      if (!environment.split('\0').includes(`KAFKA_LESSONS_HOME=${home}`)) return undefined;
      const living = await identify(pid);
      return living && `${pid} ${living.commandLine}`;
    }),
  );
  return found.filter((line) => line !== undefined);
}
