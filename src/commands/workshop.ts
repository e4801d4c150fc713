import { join } from 'node:path';
import { runLine, runTask } from '../command/run-line.ts';
import type { CourseState } from '../course/types.ts';
import { addressText } from '../engine/address.ts';
import type { ChosenEngine } from '../engine/types.ts';
import type { Pack, ServiceName } from '../lesson/types.ts';
import { type Language, language, messages, setLanguage } from '../messages/index.ts';
import { folders } from '../platform/folders.ts';
import { createBatchRunner } from '../platform/run-batch.ts';
import { winePrefix } from '../platform/wine-prefix.ts';
import { openProgress } from '../progress/index.ts';
import { journalFile } from '../progress/journal-file.ts';
import type { SessionDeps } from '../session/deps.ts';
import { isInteractive } from '../terminal/screen.ts';
import { lazyDatabase } from './lazy-database.ts';
import { type Course, openCourse, packOrigin } from './load-course.ts';
import { nextLogFile } from './log-files.ts';
import { checkAskedEngine, openEngine } from './open-engine.ts';
import type { CommonOptions } from './options.ts';
import { explain } from './output.ts';
import { ownLine } from './own-line.ts';
import { ownTools } from './own-tools.ts';
import { askOnTerminal, requireTrust } from './trust-pack.ts';

/** Everything a session needs, put together once for a command: course, engine, progress, and the effects. */
export type Workshop = {
  /** in the language in use */
  readonly pack: Pack;
  /** Speaks another language from now on, and the next time; returns the course in it. */
  readonly speak: (language: Language) => Promise<Pack>;
  /** Takes another version of the course, in the language in use, and returns that. */
  readonly take: (course: Course) => Promise<Pack>;
  /** chosen when it is first asked for */
  readonly engine: () => Promise<ChosenEngine>;
  readonly sessionDeps: SessionDeps;
  /** the course as it was when the workshop was opened */
  readonly course: () => CourseState;
  readonly close: () => Promise<void>;
};

/**
 * Opens it. lock: progress will be written, so no second instance may be at work. env: what the lessons' commands inherit.
 * Throws UserError for a pack with errors, a locked or unreadable progress file, an engine that does not exist.
 */
export async function openWorkshop(
  options: CommonOptions,
  {
    lock,
    env = process.env,
    anywhere = false,
  }: {
    readonly lock: boolean;
    readonly env?: NodeJS.ProcessEnv;
    /** any step may be opened */
    readonly anywhere?: boolean;
  },
): Promise<Workshop> {
  const where = folders(env);
  let course = await openCourse(options.pack);
  let pack = await course.inLanguage(language());
  const canAnswer = isInteractive(process.stdin, process.stderr);
  const { columns } = process.stderr;
  const from = options.pack === undefined ? undefined : await packOrigin(options.pack);
  const trust = {
    home: where.home,
    now: () => new Date(),
    ...(canAnswer && { ask: askOnTerminal }),
    ...(from !== undefined && { from }),
    ...(columns !== undefined && { columns }),
  };
  await requireTrust(pack, options.trust, trust);
  checkAskedEngine(options, env);
  let tellProblem: (problem: string) => void = () => {};
  const progress = await openProgress(
    { home: where.home, pack: pack.name },
    { lock, onProblem: (problem) => tellProblem(explain(problem.explanation)) },
  );
  let chosen: Promise<ChosenEngine> | undefined;
  const engine = (): Promise<ChosenEngine> => {
    chosen ??= openEngine(options, { env, remembered: progress.engine, remember: progress.setEngine });
    return chosen;
  };
  const address = async (service: ServiceName) => (await engine()).engine.address(service);
  const sessionDeps: SessionDeps = {
    get pack() {
      return pack;
    },
    ...(anywhere && { anywhere }),
    engine: {
      ensure: async function* (services, signal) {
        yield* (await engine()).engine.ensure(services, signal);
      },
      status: async () => (await engine()).engine.status(),
      address,
      start: async (target) => (await engine()).engine.start(target),
      stop: async (target) => (await engine()).engine.stop(target),
      clear: async (service) => (await engine()).engine.clear(service),
      composeDown: async (file, folder) => (await engine()).engine.composeDown(file, folder),
    },
    chosen: async () => {
      const { engine: taken, because } = await engine();
      return { kind: taken.kind, because, services: taken.services() };
    },
    // kafkajs is not needed before the first frame.
    openCluster: async (address, label) => {
      const { openCluster } = await import('../kafka/open-cluster.ts');
      return openCluster({ brokers: [addressText(address)], label });
    },
    probeClient: async (address) => {
      const { probeClient } = await import('../kafka/probe-client.ts');
      return probeClient(address);
    },
    removeOwned: async (places, owns) => {
      const { removeOwned } = await import('./remove-owned.ts');
      return removeOwned(places, owns);
    },
    http: async (block) => {
      const { httpTask } = await import('../connect/http-task.ts');
      return httpTask(block, await address('connect'));
    },
    openDatabase: (database) => lazyDatabase(database, () => address(database)),
    openLive: async (options) => (await import('../kafka/open-live.ts')).openLive(options),
    openConnect: async (at) => (await import('../connect/open-connect.ts')).openConnect(at),
    query: async (at, sql) => (await import('../database/open-database.ts')).query(at, sql),
    runBatch: createBatchRunner({ prefix: winePrefix(where.cache), env }),
    runTask: async (task, run) => runTask(task, { ...run, logFile: await nextLogFile(join(where.logs, 'commands')) }),
    runLine: async (line, run) =>
      runLine(
        line,
        { engine: (await engine()).engine, own: ownTools((await engine()).engine), env },
        { ...run, logFile: await nextLogFile(join(where.logs, 'commands')) },
      ),
    store: {
      load: () => progress.records,
      save: progress.save,
      listen: (listener) => {
        tellProblem = listener;
        progress.notices.forEach(listener);
        const count = pack.broken?.length ?? 0;
        if (count > 0)
          listener(messages().pack.brokenNotice({ count, line: ownLine(['author', 'check', pack.folder]) }));
      },
    },
    journal: journalFile(join(where.home, 'journal', pack.name)),
    workspace: where.workspace,
    now: () => new Date(),
  };
  return {
    get pack() {
      return pack;
    },
    speak: async (wanted) => {
      const translated = await course.inLanguage(wanted);
      // All at once: no sentence of one language beside one of the other.
      pack = translated;
      setLanguage(wanted);
      // That it cannot be kept is told as for all progress.
      void progress.setLanguage(wanted).catch(() => {});
      return pack;
    },
    take: async (changed) => {
      course = changed;
      pack = await course.inLanguage(language());
      return pack;
    },
    engine,
    sessionDeps,
    course: () => ({ ...progress.records, pack }),
    close: progress.close,
  };
}
