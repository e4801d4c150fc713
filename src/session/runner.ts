import type { BackgroundFacts, RunFacts } from '../check/facts.ts';
import type { LineInput, RunLineOptions } from '../command/run-line.ts';
import type { OutputLine, RunEnd, RunningCommand, Task } from '../command/types.ts';
import type { StepRef } from '../course/types.ts';
import { errorForPeople } from '../disk-problem.ts';
import type { Museum } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import type { SessionDeps } from './deps.ts';
import type { RunKind, SessionEvent } from './events.ts';

/** What a command did, with what the learner was shown of it. */
export type RunReport = RunFacts & {
  readonly ran: string;
  readonly stopped: boolean;
  /** it could not be started: what went wrong */
  readonly problem?: string;
};

type Line = {
  readonly ref: StepRef;
  readonly line: string;
  /** what the line does, where it is not a command line to be understood */
  readonly task?: Task;
  readonly typed: boolean;
  readonly stdin: LineInput;
  readonly workspace: string;
  /** run by the museum's tools */
  readonly at?: Museum | undefined;
  readonly timeoutMs?: number;
  /** ends it, also while it is being started */
  readonly signal?: AbortSignal;
  /** performed again behind the scenes: no events, unless it stays in the background */
  readonly quiet?: boolean;
};

/** Runs the lines of a session: one in the foreground, any number in the background. */
export type Runner = {
  /** Runs a line to its end. */
  readonly foreground: (line: Line, kind: Exclude<RunKind, 'background'>) => Promise<RunReport>;
  /** Starts a line that stays; one with the same id is stopped first. */
  readonly background: (line: Line, id: string) => Promise<RunReport | undefined>;
  readonly backgroundFacts: (id: string) => BackgroundFacts | undefined;
  readonly stopBackground: (id: string) => Promise<void>;
  readonly stopAllBackground: () => Promise<void>;
  /** The foreground command that is shown, while it runs. */
  readonly current: () => RunningCommand | undefined;
};

type Background = { readonly running: RunningCommand; ended?: RunEnd };

export function createRunner(
  deps: Pick<SessionDeps, 'runLine' | 'runTask'>,
  emit: (event: SessionEvent) => void,
): Runner {
  const backgrounds = new Map<string, Background>();
  let lastRun = 0;
  let current: RunningCommand | undefined;

  const start = async (line: Line, kind: RunKind, id?: string) => {
    lastRun += 1;
    const run = lastRun;
    const common = { run, ref: line.ref, line: line.line, kind, typed: line.typed, ...(id !== undefined && { id }) };
    // Output can come before `started` is told; it must not overtake the event that introduces the run.
    let introduced = false;
    const early: SessionEvent[] = [];
    const quiet = line.quiet === true && kind !== 'background';
    const tell = (event: SessionEvent): void => {
      if (quiet) return;
      if (introduced) emit(event);
      else early.push(event);
    };
    const introduce = (shown: string | undefined, remarks: readonly string[]): void => {
      introduced = true;
      tell({ type: 'run-started', info: { ...common, remarks, ...(shown !== undefined && { shown }) } });
      for (const event of early) tell(event);
    };
    try {
      const options: RunLineOptions = {
        workspace: line.workspace,
        at: line.at,
        stdin: line.stdin,
        ...(line.timeoutMs !== undefined && { timeoutMs: line.timeoutMs }),
        ...(line.signal && { signal: line.signal }),
        onChunk: ({ lines, partial }) => tell({ type: 'output', run, lines, partial }),
      };
      const started = await (line.task ? deps.runTask(line.task, options) : deps.runLine(line.line, options));
      introduce(started.shown, started.remarks);
      const ended = started.running.ended.then((end) => {
        tell({ type: 'run-ended', run, end });
        return end;
      });
      return { ok: true as const, run, running: started.running, ended, ran: started.shown ?? line.line };
    } catch (error) {
      const told = errorForPeople(error);
      if (!told) throw error;
      introduce(undefined, []);
      const { what, why, next } = told.explanation;
      const text = [what, why, next].filter((part) => part !== undefined);
      const lines: OutputLine[] = text.map((part) => ({ stream: 'stderr', text: part }));
      const end: RunEnd = { exit: undefined, timedOut: false, stopped: false, ms: 0, problem: what };
      tell({ type: 'output', run, lines, partial: '' });
      tell({ type: 'run-ended', run, end });
      return {
        ok: false as const,
        report: { ...factsOf(line.line, end, lines), ran: line.line, stopped: false, problem: what },
      };
    }
  };

  const stopBackground = async (id: string): Promise<void> => {
    await backgrounds.get(id)?.running.stop();
  };

  return {
    foreground: async (line, kind) => {
      const started = await start(line, kind);
      if (!started.ok) return started.report;
      // Nobody can stop what is not shown; its signal ends it.
      if (line.quiet !== true) current = started.running;
      try {
        const end = await started.ended;
        return {
          ...factsOf(line.line, end, started.running.output()),
          ran: started.ran,
          stopped: end.stopped,
          ...(end.problem !== undefined && { problem: end.problem }),
        };
      } finally {
        if (current === started.running) current = undefined;
      }
    },
    background: async (line, id) => {
      await stopBackground(id);
      const started = await start(line, 'background', id);
      if (!started.ok) return started.report;
      const background: Background = { running: started.running };
      backgrounds.set(id, background);
      void started.ended.then((end) => {
        background.ended = end;
      });
      return undefined;
    },
    backgroundFacts: (id) => {
      const background = backgrounds.get(id);
      return background && { id, running: background.ended === undefined, output: background.running.output() };
    },
    stopBackground,
    stopAllBackground: async () => {
      await Promise.all([...backgrounds.keys()].map(stopBackground));
      backgrounds.clear();
    },
    current: () => current,
  };
}

const factsOf = (line: string, end: RunEnd, output: readonly OutputLine[]): RunFacts => ({
  line,
  exit: end.exit,
  timedOut: end.timedOut,
  output,
});

/** Did a command end as its block says it should? A sentence where it did not. */
export function unexpectedEnd(report: RunReport, expectFail: boolean): string | undefined {
  const say = messages().session;
  if (report.problem !== undefined) return report.problem;
  if (report.timedOut) return say.timedOut;
  if (expectFail) return report.exit === 0 ? say.shouldHaveFailed : undefined;
  if (report.exit === undefined) return say.endedBySignal;
  return report.exit === 0 ? undefined : say.exited({ exit: report.exit });
}
