import { findStep, keyOf } from '../course/index.ts';
import type { StepRef } from '../course/types.ts';
import type { SessionDeps } from './deps.ts';
import type { SessionEvent } from './events.ts';

/** Writes into the journal what is told of steps with a board. */
export function recordBoards({
  pack,
  journal,
  now,
}: Pick<SessionDeps, 'pack' | 'journal' | 'now'>): (event: SessionEvent) => void {
  const running = new Map<number, StepRef>();
  /** step and panel → how it stood last in this run of the program */
  const stood = new Map<string, string>();
  const hasBoard = (ref: StepRef): boolean => findStep(pack, ref)?.step.board !== undefined;
  const at = (): string => now().toISOString();

  return (event) => {
    switch (event.type) {
      case 'run-started': {
        const { ref, run, line, kind, typed } = event.info;
        if (kind === 'background' || !hasBoard(ref)) return;
        running.set(run, ref);
        journal.add(ref, { type: 'command', at: at(), run, line, typed });
        return;
      }
      case 'run-ended': {
        const { run, end } = event;
        const ref = running.get(run);
        running.delete(run);
        if (ref) journal.add(ref, { type: 'ended', at: at(), run, exit: end.exit ?? null });
        return;
      }
      case 'hint':
        if (hasBoard(event.ref)) journal.add(event.ref, { type: 'hint', at: at() });
        return;
      case 'panel': {
        const { ref, panel, state } = event;
        const key = `${keyOf(ref)} ${panel}`;
        // A panel that cannot be looked at has not changed.
        if (state === 'blocked' || stood.get(key) === state) return;
        stood.set(key, state);
        journal.add(ref, { type: 'panel', at: at(), panel, state });
        return;
      }
      case 'mistake': {
        const { ref, panel, say } = event;
        if (panel !== undefined && say !== undefined) journal.add(ref, { type: 'mistake', at: at(), panel, say });
        return;
      }
      case 'setup':
        // What stood before it says nothing any more.
        for (const key of stood.keys()) if (key.startsWith(`${keyOf(event.ref)} `)) stood.delete(key);
        return;
      case 'engine':
      case 'course':
      case 'service':
      case 'opened':
      case 'phase':
      case 'output':
      case 'check':
      case 'quiz':
      case 'earlier':
      case 'notice':
        return;
    }
  };
}
