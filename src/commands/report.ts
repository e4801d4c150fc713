import type { CheckResult } from '../check/result.ts';
import type { StepRef } from '../course/types.ts';
import type { EngineKind } from '../engine/types.ts';
import { type ExitCode, exitCodes } from '../errors.ts';

/** What `run --json` and `check --json` print; scripts rely on these names. */
export type StepLine = {
  readonly lesson: string;
  readonly step: string;
  readonly status: 'passed' | 'failed' | 'skipped' | 'blocked';
  readonly ms: number;
  /** exit: null where a signal ended it */
  readonly commands: readonly { readonly line: string; readonly ran: string; readonly exit: number | null }[];
  readonly checks: readonly CheckResult[];
};

export type Report = {
  readonly pack: string;
  readonly engine: EngineKind;
  readonly steps: readonly StepLine[];
  readonly passed: number;
  readonly failed: number;
};

export function reportOf(pack: string, engine: EngineKind, steps: readonly StepLine[]): Report {
  const count = (status: StepLine['status']): number => steps.filter((step) => step.status === status).length;
  return { pack, engine, steps, passed: count('passed'), failed: count('failed') };
}

export const blockedLine = (ref: StepRef): StepLine => ({ ...ref, status: 'blocked', ms: 0, commands: [], checks: [] });

/** An unusable environment outranks a wrong answer: what could not be looked at is not known. */
export function exitCodeOf({ steps }: Report): ExitCode {
  if (steps.some(({ status }) => status === 'blocked')) return exitCodes.environment;
  return steps.some(({ status }) => status === 'failed') ? exitCodes.failed : exitCodes.good;
}
