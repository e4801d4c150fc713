import { join } from 'node:path';
import { runLine } from '../command/run-line.ts';
import type { CourseState } from '../course/types.ts';
import type { Address, Engine } from '../engine/types.ts';
import type { Pack } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import { folders } from '../platform/folders.ts';
import { openProgress } from '../progress/index.ts';
import type { SessionDeps } from '../session/deps.ts';
import { loadCourse } from './load-course.ts';
import { nextLogFile } from './log-files.ts';
import { openEngine } from './open-engine.ts';
import type { CommonOptions } from './options.ts';
import { explain } from './output.ts';

/** Everything a session needs, put together once for a command: course, engine, progress, and the effects. */
export type Workshop = {
  readonly pack: Pack;
  readonly engine: Engine;
  readonly sessionDeps: SessionDeps;
  /** the course as it was when the workshop was opened */
  readonly course: () => CourseState;
  readonly close: () => Promise<void>;
};

/**
 * Opens it. lock: progress will be written, so no second instance may be at work. env: what the lessons' commands inherit.
 * Throws UserError for a pack with errors, a locked or unreadable progress file, EnvironmentError without an engine.
 */
export async function openWorkshop(
  options: CommonOptions,
  { lock, env = process.env }: { readonly lock: boolean; readonly env?: NodeJS.ProcessEnv },
): Promise<Workshop> {
  const where = folders(env);
  const pack = await loadCourse(options.pack);
  const { engine, because } = await openEngine(options, env);
  let tellProblem: (problem: string) => void = () => {};
  const progress = await openProgress(
    { home: where.home, pack: pack.name },
    { lock, onProblem: (problem) => tellProblem(explain(problem.explanation)) },
  );
  const brokers = ({ host, port }: Address): string[] => [`${host}:${port}`];
  const sessionDeps: SessionDeps = {
    pack,
    engine,
    engineReason: because,
    // kafkajs is not needed before the first frame.
    openCluster: async (address, label) => {
      const { openCluster } = await import('../kafka/open-cluster.ts');
      return openCluster({ brokers: brokers(address), label });
    },
    removeOwned: async (address, owns) => {
      const { removeOwned } = await import('../kafka/remove-owned.ts');
      const label = messages().session.brokerAt({ address: brokers(address).join() });
      return removeOwned({ brokers: brokers(address), label }, owns);
    },
    runLine: async (line, run) =>
      runLine(line, { engine, env }, { ...run, logFile: await nextLogFile(join(where.logs, 'commands')) }),
    store: {
      load: () => progress.records,
      save: progress.save,
      listen: (listener) => {
        tellProblem = listener;
        progress.notices.forEach(listener);
      },
    },
    workspace: where.workspace,
    now: () => new Date(),
  };
  return {
    pack,
    engine,
    sessionDeps,
    course: () => ({ ...progress.records, pack }),
    close: progress.close,
  };
}
