import { setTimeout as delay } from 'node:timers/promises';
import type { Facts } from '../check/facts.ts';
import { describeAssertion, evaluate, matchMistake } from '../check/index.ts';
import type { CheckResult } from '../check/result.ts';
import type { StepRef } from '../course/types.ts';
import type { Step } from '../lesson/types.ts';
import type { SessionEvent } from './events.ts';
import { mistakeEvent, withoutAnswer } from './no-answer.ts';
import { lookAtPanels, panelOf } from './panels.ts';

/** Between two looks at an exercise, in milliseconds. */
const lookEveryMs = 400;

export type Look = {
  readonly status: 'passed' | 'failed' | 'blocked';
  readonly checks: readonly CheckResult[];
};

type Watched = {
  readonly ref: StepRef;
  readonly step: Step;
  readonly facts: Facts;
  readonly signal: AbortSignal;
  readonly emit: (event: SessionEvent) => void;
  /** called when a look ends otherwise than the one before, and waited for */
  readonly changed: (look: Look) => void | Promise<void>;
};

/** Looks at an exercise again and again until it is right or the signal ends it. Only changes are told. */
export async function watch(watched: Watched): Promise<void> {
  const { ref, step, facts, signal, emit } = watched;
  const told = new Map<string, string>();
  const tellOnce = (key: string, event: SessionEvent): void => {
    const text = JSON.stringify(event);
    if (told.get(key) === text) return;
    told.set(key, text);
    emit(event);
  };
  let before: Look['status'] | undefined;
  while (!signal.aborted) {
    const look = await lookOnce(step, facts);
    if (signal.aborted) return;
    for (const [index, assertion] of step.checks.entries()) {
      const state = look.checks[index];
      const panel = panelOf(step, assertion)?.id;
      const label = describeAssertion(assertion);
      const of = panel === undefined ? {} : { panel };
      if (state) tellOnce(`check ${index}`, { type: 'check', ref, index, label, ...of, state });
    }
    const panels = await lookAtPanels(step, look.checks, facts);
    const mistake = look.status === 'failed' && !step.board ? await matchMistake(step.mistakes, facts) : undefined;
    if (signal.aborted) return;
    for (const each of panels) {
      tellOnce(`panel ${each.panel}`, { type: 'panel', ref, panel: each.panel, state: each.state });
      tellOnce(`mistake ${each.panel}`, mistakeEvent(ref, step, each.mistake, each.panel));
    }
    // Also when there is none: a mistake that was mended must not stay on the screen.
    if (!step.board) tellOnce('mistake', mistakeEvent(ref, step, mistake));
    if (look.status !== before) await watched.changed(look);
    before = look.status;
    if (look.status === 'passed') return;
    await delay(lookEveryMs, undefined, { signal }).catch(() => {});
  }
}

/** One look at every check of a step. */
export async function lookOnce(step: Step, facts: Facts): Promise<Look> {
  const results = await Promise.all(step.checks.map((assertion) => evaluate(assertion, facts)));
  const checks = step.kind === 'exercise' ? results.map(withoutAnswer) : results;
  if (checks.some(({ status }) => status === 'blocked')) return { status: 'blocked', checks };
  return { status: checks.every(({ status }) => status === 'pass') ? 'passed' : 'failed', checks };
}
