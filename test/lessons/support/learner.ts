import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Facts, RunFacts } from '../../../src/check/facts.ts';
import { matchMistake } from '../../../src/check/index.ts';
import { openWorkshop } from '../../../src/commands/workshop.ts';
import { findStep, keyOf, sameStep } from '../../../src/course/index.ts';
import type { FoundStep } from '../../../src/course/refs.ts';
import type { StepRef } from '../../../src/course/types.ts';
import type { Pack } from '../../../src/lesson/types.ts';
import { lookAtPanels, type PanelLook } from '../../../src/session/panels.ts';
import { factsFor, performStep } from '../../../src/session/perform-step.ts';
import { openParts } from '../../../src/session/session-parts.ts';
import { runTyped } from '../../../src/session/typed.ts';
import { lookOnce } from '../../../src/session/watch.ts';
import { openWorkspace } from '../../../src/session/workspace.ts';
import { testHome } from '../../support/broker.ts';

/** What a learner does: types a line, leaves one running beside it, closes a pane of the lesson, or presses Enter. */
export type Deed =
  | string
  | { readonly background: string }
  | { readonly stop: string }
  | { readonly file: Readonly<Record<string, string>> }
  | { readonly enter: true };

/** Does what a learner does, in a home and with an engine of its own. */
export type Learner = {
  /** Puts the lesson to where this step begins, unless the learner is there and goes on. */
  readonly goTo: (ref: StepRef, options: { readonly goesOn: boolean }) => Promise<void>;
  /** Does one thing after the other at the step that is open; what ran beside it before has ended. */
  readonly act: (deeds: readonly Deed[]) => Promise<void>;
  /** How the step's checks stand, and how the mistake begins that is told; waits until it is the one that is wanted. */
  readonly told: (wanted: string, deadlineMs?: number) => Promise<{ readonly status: string; readonly say?: string }>;
  /** Ends what runs and removes the home. */
  readonly close: () => Promise<void>;
};

/** What all panels of a board tell together: a row makes one mistake, in one of them. */
function sayOf(panels: readonly PanelLook[]): string | undefined {
  const said = panels.flatMap(({ mistake }) => mistake?.say ?? []);
  return said.length === 0 ? undefined : said.join(' AND ');
}

/** Opens a home on the native engine. Nothing is started before the first step needs it. */
export async function openLearner(pack: Pack): Promise<Learner> {
  const { env, folders } = await testHome();
  const workshop = await openWorkshop({ color: false, pack: pack.folder, engine: 'native' }, { lock: true, env });
  const { stage, state } = openParts(workshop.sessionDeps);
  const emit = (): void => {};
  const signal = new AbortController().signal;
  let at: (FoundStep & { readonly ref: StepRef }) | undefined;
  /** what the output checks read: the commands of Enter, or the last line that was typed */
  let runs: readonly RunFacts[] = [];
  /** the learner's own background lines; the lesson's stay */
  let beside: string[] = [];

  const open = () => {
    if (!at) throw new Error('no step is open');
    return at;
  };

  const actOnce = async (deed: Deed): Promise<void> => {
    const { ref, lesson, step } = open();
    const { folder } = openWorkspace(stage.deps.workspace, lesson.id);
    if (typeof deed === 'string') {
      runs = [(await runTyped(stage, { ref, lesson, step, line: deed, passed: false, signal, emit })).report];
    } else if ('enter' in deed) {
      runs = (await performStep(stage, { lesson, step, ref, how: 'solve', emit })).blocks.runs;
    } else if ('stop' in deed) {
      await stage.runner.stopBackground(deed.stop);
    } else if ('background' in deed) {
      const id = `beside-${beside.push(deed.background)}`;
      const line = { ref, line: deed.background, typed: true, stdin: { kind: 'none' }, workspace: folder } as const;
      await stage.runner.background(line, id);
    } else {
      for (const [name, text] of Object.entries(deed.file)) {
        await mkdir(dirname(join(folder, name)), { recursive: true });
        await writeFile(join(folder, name), text);
      }
    }
  };

  return {
    goTo: async (ref, { goesOn }) => {
      if (goesOn && at && sameStep(at.ref, ref)) return;
      const found = findStep(pack, ref);
      if (!found) throw new Error(`no such step: ${keyOf(ref)}`);
      at = { ...found, ref };
      beside = [];
      const workspace = openWorkspace(stage.deps.workspace, found.lesson.id);
      await workspace.remove(found.lesson.owns.files);
      await stage.services.require(found.lesson.services);
      await state.rebuild(found.lesson, ref);
      await stage.services.requireFor(found.lesson, found.step);
      await workspace.prepare(found.step.files);
    },
    act: async (deeds) => {
      await Promise.all(beside.map((_, index) => stage.runner.stopBackground(`beside-${index + 1}`)));
      beside = [];
      runs = [];
      for (const deed of deeds) await actOnce(deed);
    },
    told: async (wanted, deadlineMs = 10_000) => {
      const { lesson, step } = open();
      const facts: Facts = factsFor(stage, lesson, runs);
      const deadline = Date.now() + deadlineMs;
      for (;;) {
        const look = await lookOnce(step, facts);
        const { status } = look;
        const say = step.board
          ? sayOf(await lookAtPanels(step, look.checks, facts))
          : (await matchMistake(step.mistakes, facts))?.say;
        if (say?.startsWith(wanted) || Date.now() > deadline) return { status, ...(say !== undefined && { say }) };
        await delay(100);
      }
    },
    close: async () => {
      await stage.runner.stopAllBackground();
      await stage.services.close();
      await (await workshop.engine()).engine.down({ purge: false });
      await workshop.close();
      await rm(folders.home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
