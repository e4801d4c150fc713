import { rm } from 'node:fs/promises';
import { afterEach, vi } from 'vitest';
import type { ClusterReader } from '../../../src/check/facts.ts';
import { Unreachable } from '../../../src/check/unreachable.ts';
import type { RunLineOptions } from '../../../src/command/run-line.ts';
import type { OutputLine, RunEnd } from '../../../src/command/types.ts';
import { keyOf } from '../../../src/course/index.ts';
import type { CourseRecords, StepRef } from '../../../src/course/types.ts';
import type { Engine, Progress, ServiceStatus } from '../../../src/engine/types.ts';
import type { Assertion, Lesson, ShellBlock, Step } from '../../../src/lesson/types.ts';
import type { SessionDeps } from '../../../src/session/deps.ts';
import type { SessionEvent } from '../../../src/session/events.ts';
import type { JournalEntry } from '../../../src/session/journal.ts';
import { tempFolder } from '../../support/temp.ts';
import { cluster, topic, unforeseen } from '../check/support/facts.ts';
import { lesson, pack, step } from '../course/support.ts';

/** A command that a test ends by hand. */
export type HeldRun = {
  readonly line: string;
  readonly options: RunLineOptions;
  readonly sent: string[];
  readonly print: (...lines: readonly string[]) => void;
  readonly end: (end?: Partial<RunEnd>) => void;
  readonly hasEnded: () => boolean;
};

/** What a command does in the world: nothing stands for «ends well», `hold` waits for the test. */
type Answer = { readonly exit?: number; readonly lines?: readonly string[]; readonly hold?: boolean };

/**
 * The world of a session as plain data. `create T` and `delete T` change its topics, `fail` ends with 1, `stay` is held,
 * everything else ends well; `says` answers otherwise.
 */
export type World = {
  clusterId: string;
  readonly topics: Set<string>;
  /** false: no broker answers */
  reachable: boolean;
  port: number;
  service: ServiceStatus['state'];
  /** lines in the order in which they were started */
  readonly lines: string[];
  readonly runs: HeldRun[];
  readonly says: Map<string, Answer | Error>;
  /** what `ensure` does; by default it says that the broker is ready */
  ensure: (signal: AbortSignal | undefined) => AsyncIterable<Progress>;
  ensured: number;
  readonly removed: string[];
  openReaders: number;
  /** how every request of an http block ends */
  httpExit: number;
  /** open connections to databases */
  connections: number;
  records: CourseRecords;
  /** LESSON/STEP → what was written down of it */
  readonly journal: Map<string, readonly JournalEntry[]>;
  /** awaited before a line is started */
  beforeStart: () => Promise<void>;
  afterRemove: () => Promise<void>;
};

export type Bench = { readonly world: World; readonly deps: SessionDeps; readonly tellProblem: (text: string) => void };

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** Everything a session works with, over lessons and what was done in them before. */
export async function bench(lessons: readonly Lesson[], records: CourseRecords = { steps: {} }): Promise<Bench> {
  const workspace = await tempFolder();
  folders.push(workspace);
  let tellProblem: (text: string) => void = () => {};
  const world: World = {
    clusterId: 'cluster-1',
    topics: new Set(),
    reachable: true,
    port: 19092,
    service: 'running',
    lines: [],
    runs: [],
    says: new Map(),
    ensure: async function* () {
      world.service = 'running';
      world.reachable = true;
      yield { service: 'broker', phase: 'ready' };
    },
    ensured: 0,
    removed: [],
    openReaders: 0,
    httpExit: 0,
    connections: 0,
    records,
    journal: new Map(),
    beforeStart: async () => {},
    afterRemove: async () => {},
  };
  const engine: Engine = {
    kind: 'native',
    diagnose: async () => [],
    ensure: (_, signal) => {
      world.ensured += 1;
      return world.ensure(signal);
    },
    status: async () => [{ service: 'broker', state: world.service }],
    stop: async () => {},
    start: async () => {},
    kill: async () => {},
    services: () => ['broker'],
    clear: async () => {},
    actionShown: async () => undefined,
    kafka: async () => 'broker',
    address: async () => ({ host: '127.0.0.1', port: world.port }),
    spawnable: async () => ({ file: 'none', args: [], env: {}, stop: 'signal' }),
    tools: () => [],
    compose: async () => ({ run: async () => 0 }),
    composeDown: async () => {},
    shellPath: async () => '',
    down: async () => {},
  };
  const deps: SessionDeps = {
    pack: pack(...lessons),
    engine,
    chosen: async () => ({ kind: 'native', because: 'a test', services: ['broker'] }),
    openCluster: async (_, label) => {
      world.openReaders += 1;
      return readerOf(world, label);
    },
    runBatch: async () => ({ kind: 'not-run', why: 'no-program' }),
    probeClient: async () => ({ kind: 'no-answer', why: 'refused' }),
    removeOwned: async (_, { topics }) => {
      const there = topics.filter((name) => world.topics.delete(name));
      world.removed.push(...there);
      await world.afterRemove();
      return there;
    },
    runLine: async (line, options) => {
      await world.beforeStart();
      return startHeld(world, line, options);
    },
    // A task is told apart by what it prints first.
    runTask: async (task, options) => {
      const lines: string[] = [];
      const print = (line: string): void => void lines.push(line);
      const exit = await task.run({ print, complain: print, signal: new AbortController().signal });
      return startHeld(world, lines[0] ?? '', options, { exit, lines });
    },
    http: async ({ method, url }) => ({
      run: async ({ print }) => {
        print(`${method} ${url}`);
        return world.httpExit;
      },
    }),
    openDatabase: (database) => {
      world.connections += 1;
      return {
        task: (sql) => ({
          run: async ({ print }) => {
            print(`${database}: ${sql}`);
            return sql.startsWith('fail') ? 1 : 0;
          },
        }),
        close: () => {
          world.connections -= 1;
        },
      };
    },
    openConnect: unforeseen,
    openLive: unforeseen,
    query: unforeseen,
    store: {
      load: () => world.records,
      save: (saved) => {
        world.records = saved;
      },
      listen: (listener) => {
        tellProblem = listener;
      },
    },
    journal: {
      begin: (ref, at) => void world.journal.set(keyOf(ref), [{ type: 'setup', at }]),
      add: (ref, entry) => void world.journal.set(keyOf(ref), [...(world.journal.get(keyOf(ref)) ?? []), entry]),
      read: async (ref) => world.journal.get(keyOf(ref)) ?? [],
    },
    workspace,
    now: () => new Date('2025-01-01T00:00:00.000Z'),
  };
  return { world, deps, tellProblem: (text) => tellProblem(text) };
}

function readerOf(world: World, label: string): ClusterReader {
  const answering = <T>(answer: T): T => {
    if (!world.reachable) throw new Unreachable(label);
    return answer;
  };
  return cluster({
    clusterId: async () => answering(world.clusterId),
    topicNames: async () => answering([...world.topics]),
    topic: async (name) => answering(world.topics.has(name) ? topic(name) : undefined),
    close: async () => {
      world.openReaders -= 1;
    },
  });
}

function startHeld(
  world: World,
  line: string,
  options: RunLineOptions,
  answer: Answer | Error = world.says.get(line) ?? answerOf(line),
) {
  if (answer instanceof Error) throw answer;
  world.lines.push(line);
  const [verb, name = ''] = line.split(' ');
  if (verb === 'create') world.topics.add(name);
  if (verb === 'delete') world.topics.delete(name);
  const output: OutputLine[] = [];
  let hasEnded = false;
  let resolveEnd: (end: RunEnd) => void = () => {};
  const ended = new Promise<RunEnd>((resolve) => {
    resolveEnd = resolve;
  });
  const end = (how: Partial<RunEnd> = {}): void => {
    hasEnded = true;
    resolveEnd({ exit: 0, timedOut: false, stopped: false, ms: 1, ...how });
  };
  const print = (...texts: readonly string[]): void => {
    const lines = texts.map((text): OutputLine => ({ stream: 'stdout', text }));
    output.push(...lines);
    options.onChunk({ lines, partial: '' });
  };
  const stop = async (): Promise<void> => {
    if (!hasEnded) end({ exit: undefined, stopped: true });
  };
  const sent: string[] = [];
  const run: HeldRun = { line, options, sent, print, end, hasEnded: () => hasEnded };
  world.runs.push(run);
  if (options.signal?.aborted) void stop();
  else options.signal?.addEventListener('abort', () => void stop());
  if (answer.lines) print(...answer.lines);
  if (!answer.hold) end({ exit: answer.exit ?? 0 });
  const running = {
    send: (text: string) => void sent.push(text),
    endInput: () => end(),
    stop,
    output: () => output,
    ended,
  };
  return { running, remarks: [] };
}

const answerOf = (line: string): Answer => ({
  ...(line.startsWith('fail') && { exit: 1 }),
  ...(line.startsWith('stay') && { hold: true }),
});

/** The newest run of a line, as soon as it was started. */
export const started = (world: World, line: string): Promise<HeldRun> =>
  soon(() => {
    const run = world.runs.findLast((each) => each.line === line && !each.hasEnded());
    if (!run) throw new Error(`${line} was not started; these were: ${world.lines.join(', ')}`);
    return run;
  });

/** Waits for a condition; a test that never meets it fails with what the condition threw. */
export const soon = <T>(condition: () => T): Promise<T> => vi.waitFor(condition, { interval: 2, timeout: 4000 });

/** A promise that a test fulfils by hand. */
export function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** Keeps what a session tells. */
export function listen(subscribe: (listener: (event: SessionEvent) => void) => () => void) {
  const events: SessionEvent[] = [];
  subscribe((event) => events.push(event));
  const of = <T extends SessionEvent['type']>(type: T) =>
    events.filter((event): event is Extract<SessionEvent, { type: T }> => event.type === type);
  return {
    events,
    of,
    phases: () => of('phase').map(({ phase }) => phase),
    phase: () => of('phase').at(-1)?.phase,
    notices: () => of('notice').map(({ text }) => text),
    checks: () => of('check').filter(({ state }) => state.status !== 'waiting'),
    runs: () => of('run-started').map(({ info }) => info.line),
  };
}

const position = { path: 'lesson.md', line: 1, column: 1 };

export const sh = (commands: string | readonly string[], more: Partial<ShellBlock> = {}): ShellBlock => ({
  kind: 'sh',
  commands: typeof commands === 'string' ? [commands] : commands,
  background: false,
  interactive: false,
  timeoutMs: 60_000,
  expectFail: false,
  position,
  ...more,
});

export const exists = (name: string): Assertion => ({ subject: 'topic', topic: name, exists: true });
export const says = (text: string): Assertion => ({ subject: 'output', contains: [text] });

/** A step that runs lines. */
export const runStep = (id: string, commands: string | readonly string[], more: Partial<Step> = {}): Step =>
  step(id, { kind: 'run', runs: [sh(commands)], ...more });

/** An exercise: a topic is to be there. */
export const exercise = (id: string, name: string, more: Partial<Step> = {}): Step =>
  step(id, { kind: 'exercise', checks: [exists(name)], solution: [sh(`create ${name}`)], ...more });

export const quiz = (id: string): Step =>
  step(id, {
    kind: 'quiz',
    quiz: {
      options: [
        { text: 'yes', correct: true },
        { text: 'no', correct: false },
      ],
    },
  });

/** A lesson with a broker that owns these topics. */
export const kafkaLesson = (id: string, steps: readonly Step[], topics: readonly string[] = []): Lesson =>
  lesson(id, steps, {
    services: ['broker'],
    owns: { topics, groups: [], connectors: [], tables: [], files: [], compose: [] },
  });

export const ref = (key: string): StepRef => {
  const [lessonId = '', stepId = ''] = key.split('/');
  return { lesson: lessonId, step: stepId };
};

/** Records in which these steps are done, in this cluster. */
export function done(keys: readonly string[], clusterId?: string): CourseRecords {
  const record = (key: string) => {
    const hash = `hash of ${ref(key).step}`;
    return { status: 'passed', at: '2024-01-01T00:00:00.000Z', attempts: 1, hints: 0, hash } as const;
  };
  const lessons = [...new Set(keys.map((key) => ref(key).lesson))];
  return {
    steps: Object.fromEntries(keys.map((key) => [key, record(key)])),
    ...(clusterId !== undefined && { clusters: Object.fromEntries(lessons.map((id) => [id, clusterId])) }),
  };
}
