import { setTimeout as delay } from 'node:timers/promises';
import type { RunFacts } from '../check/facts.ts';
import { matchMistake } from '../check/index.ts';
import { type FoundStep, findStep, keyOf } from '../course/index.ts';
import type { StepRef } from '../course/types.ts';
import type { Deed } from '../lesson/tries.ts';
import { untilAborted } from '../session/activities.ts';
import type { SessionDeps } from '../session/deps.ts';
import { lookAtPanels, type PanelLook } from '../session/panels.ts';
import { factsFor, performOnly } from '../session/perform-step.ts';
import { openParts } from '../session/session-parts.ts';
import { runTyped } from '../session/typed.ts';
import { type Look, lookOnce } from '../session/watch.ts';
import { openWorkspace } from '../session/workspace.ts';

/** How long a mistake may take to be told, a typed line to end, and between two looks, in milliseconds. */
const toldWithinMs = 10_000;
const longestLineMs = 60_000;
const lookEveryMs = 100;

/** Does what learners do, right and wrong, at any step of a lesson. */
export type Learner = {
  /** Puts the lesson to where this step begins. Throws what the session throws where the environment cannot be had. */
  readonly goTo: (ref: StepRef, signal: AbortSignal) => Promise<void>;
  /** Does one thing after the other at the step that is open; what was left running beside it before has ended. */
  readonly act: (deeds: readonly Deed[], signal: AbortSignal) => Promise<void>;
  /** How the step's checks stand and what is told of a mistake, as soon as it is the one that is wanted (by its place), or after 10 s. */
  readonly told: (mistake: number, signal: AbortSignal) => Promise<Told>;
  /** Ends what it left running. */
  readonly close: () => Promise<void>;
};

/** isWanted: exactly the mistake that was made is told, and the step is not passed. */
export type Told = { readonly status: Look['status']; readonly say?: string; readonly isWanted: boolean };

/** Opens it. Nothing is started before the first step needs it. */
export function openLearner(deps: SessionDeps): Learner {
  const { stage, state } = openParts(deps);
  const emit = (): void => {};
  let at: (FoundStep & { readonly ref: StepRef }) | undefined;
  /** what the output checks read: the commands of Enter, or the last line that was typed */
  let runs: readonly RunFacts[] = [];
  /** how many lines of the learner's own run in the background; the lesson's stay */
  let beside = 0;

  const open = () => {
    if (!at) throw new Error('no step is open');
    return at;
  };

  const endBeside = async (): Promise<void> => {
    const ids = Array.from({ length: beside }, (_, index) => besideId(index + 1));
    await Promise.all(ids.map(stage.runner.stopBackground));
    beside = 0;
  };

  const actOnce = async (deed: Deed, signal: AbortSignal): Promise<void> => {
    const { ref, lesson, step } = open();
    const workspace = openWorkspace(deps.workspace, lesson.id);
    switch (deed.kind) {
      case 'type': {
        // Nobody sits here to end what does not end by itself.
        const ending = AbortSignal.any([signal, AbortSignal.timeout(longestLineMs)]);
        const typed = {
          ref,
          lesson,
          step,
          line: deed.line,
          phase: 'failed' as const,
          remarks: async () => [],
          signal: ending,
          emit,
        };
        runs = [(await runTyped(stage, typed)).report];
        return;
      }
      case 'enter':
        // Not judged: what is told of it is waited for in `told`, and no longer than until it is the one that is wanted.
        runs = (await performOnly(stage, { lesson, step, ref, how: 'solve', signal, emit })).runs;
        return;
      case 'stop':
        await stage.runner.stopBackground(deed.id);
        return;
      case 'background': {
        beside += 1;
        const line = {
          ref,
          line: deed.line,
          typed: true,
          stdin: { kind: 'none' },
          workspace: workspace.folder,
          signal,
        } as const;
        await stage.runner.background(line, besideId(beside));
        return;
      }
      case 'file':
        await workspace.write(deed.name, deed.crlf ? deed.text.replaceAll('\n', '\r\n') : deed.text);
        return;
      default:
        deed satisfies never;
    }
  };

  return {
    goTo: async (ref, signal) => {
      const found = findStep(deps.pack, ref);
      if (!found) throw new Error(`no such step: ${keyOf(ref)}`);
      await endBeside();
      at = { ...found, ref };
      const workspace = openWorkspace(deps.workspace, found.lesson.id);
      await workspace.remove(found.lesson.owns.files);
      await untilAborted(stage.services.require(found.lesson.services), signal);
      await state.rebuild(found.lesson, ref, signal);
      await untilAborted(stage.services.requireFor(found.lesson, found.step), signal);
      await workspace.prepare(found.step.files);
    },
    act: async (deeds, signal) => {
      await endBeside();
      runs = [];
      for (const deed of deeds) {
        if (signal.aborted) return;
        await actOnce(deed, signal);
      }
    },
    told: async (mistake, signal) => {
      const { lesson, step } = open();
      const facts = factsFor(stage, lesson, runs);
      const wanted = step.mistakes[mistake]?.say;
      const deadline = Date.now() + toldWithinMs;
      for (;;) {
        const { status, checks } = await lookOnce(step, facts);
        const say = step.board
          ? sayOf(await lookAtPanels(step, checks, facts))
          : (await matchMistake(step.mistakes, facts))?.say;
        // Where the checks hold nobody is told of a mistake.
        const isWanted = say !== undefined && say === wanted && status === 'failed';
        if (isWanted || Date.now() > deadline || signal.aborted) {
          return { status, isWanted, ...(say !== undefined && { say }) };
        }
        await delay(lookEveryMs);
      }
    },
    close: async () => {
      await stage.runner.stopAllBackground();
      await stage.services.close();
    },
  };
}

/** What all panels of a board tell together: only the mistake that was made may be told. */
function sayOf(panels: readonly PanelLook[]): string | undefined {
  const said = panels.flatMap(({ mistake }) => mistake?.say ?? []);
  return said.length === 0 ? undefined : said.join(' + ');
}

const besideId = (number: number): string => `beside-${number}`;
