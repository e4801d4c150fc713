import { describeAssertion } from '../check/index.ts';
import { findStep, keyOf, resumeStep, stepsOf } from '../course/index.ts';
import type { StepRef } from '../course/types.ts';
import type { Assertion, Step } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import { createHeadless } from '../session/headless.ts';
import { panelOf } from '../session/panels.ts';
import type { CommonOptions } from './options.ts';
import { printJson, printLine } from './output.ts';
import { printCheck, printVerdict } from './print-events.ts';
import { exitCodeOf, reportOf, type StepLine } from './report.ts';
import { printSummary } from './run.ts';
import { stepsNamed } from './select.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

export type CheckCommandOptions = CommonOptions & { readonly json?: boolean };

/** `check`: looks whether steps are done in the live environment; starts and performs nothing. Returns the exit code. */
export async function checkCommand(names: readonly string[], options: CheckCommandOptions): Promise<number> {
  const workshop = await openWorkshop(options, { lock: false });
  const headless = createHeadless(workshop.sessionDeps);
  try {
    const steps: StepLine[] = [];
    for (const ref of chosen(workshop, names, options.pack)) {
      const begun = performance.now();
      const { status, assertions, checks } = await headless.look(ref);
      const ms = Math.round(performance.now() - begun);
      steps.push({ ...ref, status, ms, commands: [], checks });
      if (options.json) continue;
      printLine(keyOf(ref));
      const step = findStep(workshop.pack, ref)?.step;
      for (const [index, assertion] of assertions.entries()) {
        const result = checks[index];
        if (result) printCheck(labelOf(step, assertion), result);
      }
      printVerdict(status, ms);
    }
    const report = reportOf(workshop.pack.name, (await workshop.engine()).engine.kind, steps);
    if (options.json) printJson(report);
    else printSummary(report);
    return exitCodeOf(report);
  } finally {
    await headless.close();
    await workshop.close();
  }
}

function labelOf(step: Step | undefined, assertion: Assertion): string {
  const label = describeAssertion(assertion);
  const panel = step && panelOf(step, assertion);
  return panel ? messages().cli.ofPanel({ panel: panel.title, label }) : label;
}

/** Without a name: the lesson the learner is in. */
function chosen({ pack, course }: Workshop, names: readonly string[], given: string | undefined): StepRef[] {
  if (names.length > 0) return stepsNamed(pack, names, given);
  const current = resumeStep(course())?.lesson;
  return pack.lessons.filter(({ id }) => id === current).flatMap(stepsOf);
}
