import type { CheckResult } from '../check/result.ts';
import type { StepRef } from '../course/types.ts';
import type { Mistake, Step } from '../lesson/types.ts';
import type { SessionEvent } from './events.ts';

/** An exercise is not answered by its own check; the command stands in the last hint. */
export function withoutAnswer(result: CheckResult): CheckResult {
  if (result.status !== 'fail') return result;
  const { tryNext: _, ...rest } = result;
  return rest;
}

/** Tells a mistake, but for advice that is the answer to an exercise. undefined: there is none that is recognised, any more. */
export function mistakeEvent(ref: StepRef, step: Step, mistake: Mistake | undefined, panel?: string): SessionEvent {
  const of = panel === undefined ? {} : { panel };
  if (!mistake) return { type: 'mistake', ref, ...of };
  const { say, try: advice } = mistake;
  const isTold = advice !== undefined && !(step.kind === 'exercise' && isPartOfSolution(step, advice));
  return { type: 'mistake', ref, ...of, say, ...(isTold && { tryNext: advice }) };
}

function isPartOfSolution({ solution }: Step, advice: string): boolean {
  const commands = solution.flatMap((block) => (block.kind === 'sh' ? block.commands : []));
  return commands.some((command) => words(command).includes(words(advice)));
}

/** On one line, however it is broken in the lesson, and each word whole. */
const words = (command: string): string => ` ${command.replaceAll(/[\s\\]+/g, ' ').trim()} `;
