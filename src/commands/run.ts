import { allSteps, keyOf, nextToDo } from '../course/index.ts';
import type { StepRef } from '../course/types.ts';
import { type ExitCode, exitCodes, UserError } from '../errors.ts';
import type { Pack } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import { createHeadless, type Headless } from '../session/headless.ts';
import type { Solved } from '../session/solve.ts';
import { packErrors } from './load-course.ts';
import type { CommonOptions } from './options.ts';
import { printJson, printLine, tellLine } from './output.ts';
import { ownLine } from './own-line.ts';
import { createEventPrinter, printVerdict } from './print-events.ts';
import { blockedLine, exitCodeOf, type Report, reportOf, type StepLine } from './report.ts';
import { stepsNamed } from './select.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

export type RunCommandOptions = CommonOptions & { readonly all?: boolean; readonly json?: boolean };

/** `run`: performs steps with their solutions, streaming what happens. Returns the exit code. */
export async function runCommand(names: readonly string[], options: RunCommandOptions): Promise<number> {
  const workshop = await openWorkshop(options, { lock: true });
  const stopping = new AbortController();
  let ending: ExitCode | undefined;
  const stop = (signal: NodeJS.Signals): void => {
    ending ??= signal === 'SIGTERM' ? exitCodes.terminated : exitCodes.interrupted;
    stopping.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    const refs = options.all ? everyStep(workshop.pack) : named(workshop, names, options.pack);
    const headless = createHeadless(workshop.sessionDeps);
    if (!options.json) headless.subscribe(createEventPrinter(workshop.pack));
    const steps = await performAll(headless, refs, stopping.signal, !options.json).finally(headless.close);
    const report = reportOf(workshop.pack.name, (await workshop.engine()).engine.kind, steps);
    if (options.json) printJson(report);
    else printSummary(report, ending !== undefined);
    return ending ?? exitCodeOf(report);
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    await workshop.close();
  }
}

/** Where a lesson cannot be read, not every step can be performed. */
function everyStep(pack: Pack): StepRef[] {
  const errors = (pack.broken ?? []).flatMap((lesson) => lesson.errors);
  if (errors.length > 0) throw packErrors(errors);
  return allSteps(pack);
}

function named({ pack, course }: Workshop, names: readonly string[], given: string | undefined): StepRef[] {
  if (names.length > 0) return stepsNamed(pack, names, given);
  const say = messages().cli;
  const next = nextToDo(course());
  throw new UserError(
    {
      what: say.nothingNamed,
      next: say.nothingNamedNext({
        run: ownLine(['run', next ? keyOf(next) : 'LESSON'], given),
        all: ownLine(['run', '--all'], given),
      }),
    },
    exitCodes.usage,
  );
}

async function performAll(
  headless: Headless,
  refs: readonly StepRef[],
  signal: AbortSignal,
  print: boolean,
): Promise<StepLine[]> {
  const lines: StepLine[] = [];
  let former: StepRef | undefined;
  let usable = true;
  for (const ref of refs) {
    if (signal.aborted) break;
    if (!usable) {
      lines.push(blockedLine(ref));
      continue;
    }
    if (former && former.lesson !== ref.lesson) await headless.leave(former.lesson);
    const line = await performOne(headless, ref, signal);
    former = ref;
    lines.push(line);
    usable = line.status !== 'blocked';
    if (print) printVerdict(signal.aborted && line.status === 'blocked' ? 'stopped' : line.status, line.ms);
  }
  return lines;
}

async function performOne(headless: Headless, ref: StepRef, signal: AbortSignal): Promise<StepLine> {
  const begun = performance.now();
  const { status, runs, checks } = await headless.solve(ref, { signal });
  return {
    ...ref,
    status: statusOf(status),
    ms: Math.round(performance.now() - begun),
    commands: runs.map(({ line, ran, exit }) => ({ line, ran, exit: exit ?? null })),
    checks,
  };
}

function statusOf(status: Solved['status']): StepLine['status'] {
  switch (status) {
    case 'stopped':
      return 'blocked';
    case 'not-here':
      return 'skipped';
    default:
      return status;
  }
}

/** The last line of `run` and `check`. stopped: by a signal, so a step that was not performed says nothing of the environment. */
export function printSummary({ passed, failed, steps }: Report, stopped = false): void {
  const say = messages().cli;
  printLine();
  const blocked = steps.filter(({ status }) => status === 'blocked');
  for (const result of blocked.flatMap(({ checks }) => checks)) {
    if (result.status === 'blocked') tellLine(`${result.by}\n${say.next({ next: result.tryNext })}`);
  }
  if (blocked.length > 0 && !stopped) tellLine(say.blockedSome);
  printLine(failed === 0 ? say.wellAll({ passed }) : say.failedSome({ passed, failed }));
}
