import { findStep, keyOf, reduceCourse } from '../../../../src/course/index.ts';
import type { CourseState, StepRef } from '../../../../src/course/types.ts';
import type { SessionEvent, StepPhase } from '../../../../src/session/events.ts';
import type { Session } from '../../../../src/session/types.ts';

/** A session that does what a test says: it records what was asked of it and tells what it is told to tell. */
export type ScriptedSession = Session & {
  readonly emit: (...events: readonly SessionEvent[]) => void;
  /** `open topics/create`, `perform`, `type kafka-topics.sh --list`, … */
  readonly asked: string[];
  readonly course: () => CourseState;
  /** Marks the open step and says so. */
  readonly finish: (status: 'passed' | 'skipped') => void;
};

export type Script = {
  /** what perform() does; reading steps pass by themselves */
  readonly perform?: (session: ScriptedSession, ref: StepRef) => StepPhase | Promise<StepPhase>;
  readonly skip?: (session: ScriptedSession, ref: StepRef) => StepPhase | Promise<StepPhase>;
};

export function scriptedSession(initial: CourseState, script: Script = {}): ScriptedSession {
  const listeners = new Set<(event: SessionEvent) => void>();
  const asked: string[] = [];
  let course = initial;
  let open: StepRef | undefined;
  let hints = 0;
  let standing: SessionEvent[] = [];

  const emit = (...events: readonly SessionEvent[]): void => {
    for (const event of events) for (const listener of [...listeners]) listener(event);
  };
  const phase = (next: StepPhase): void => {
    if (open) emit({ type: 'phase', ref: open, phase: next });
  };
  const finish = (status: 'passed' | 'skipped'): void => {
    if (!open) return;
    course = reduceCourse(course, { type: status, ref: open, at: '2025-01-01T00:00:00.000Z' });
    emit({ type: 'course', course });
    phase(status);
  };
  const stepOf = (ref: StepRef) => findStep(course.pack, ref)?.step;

  const session: ScriptedSession = {
    asked,
    emit,
    finish,
    course: () => course,
    subscribe: (listener) => {
      for (const event of [
        { type: 'engine', kind: 'native', because: 'Java 17 was found', services: ['broker'] } as const,
        ...standing,
      ]) {
        listener(event);
      }
      listener({ type: 'course', course });
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: (ref, how) => {
      asked.push(`open ${keyOf(ref)}${how ? ` ${how}` : ''}`);
      open = ref;
      hints = 0;
      if (how) course = reduceCourse(course, { type: 'opened-ahead', ref, at: '2025-01-01T00:00:00.000Z' });
      course = reduceCourse(course, { type: 'opened', ref });
      const status = course.steps[keyOf(ref)]?.status ?? 'tried';
      const opened: SessionEvent[] = [
        { type: 'course', course },
        { type: 'opened', ref },
        { type: 'phase', ref, phase: status === 'tried' ? 'open' : status },
      ];
      standing = opened;
      emit(...opened);
    },
    perform: async (from) => {
      asked.push(from ? `perform ${from}` : 'perform');
      if (!open) return 'open';
      if (stepOf(open)?.kind === 'reading') {
        finish('passed');
        return 'passed';
      }
      return (await script.perform?.(session, open)) ?? 'open';
    },
    lookAgain: async () => void asked.push('look-again'),
    type: async (line) => void asked.push(`type ${line}`),
    send: (text) => void asked.push(`send ${text}`),
    endInput: () => void asked.push('end-input'),
    stop: async () => {
      asked.push('stop');
      return true;
    },
    stopBackground: async (id) => void asked.push(`stop-background ${id}`),
    skip: async () => {
      asked.push('skip');
      if (!open) return 'open';
      if (script.skip) return script.skip(session, open);
      finish('skipped');
      return 'skipped';
    },
    hint: () => {
      asked.push('hint');
      hints += 1;
      if (open) emit({ type: 'hint', ref: open, shown: hints });
    },
    answer: (chosen) => {
      asked.push(`answer ${chosen.join(',')}`);
      const options = (open && stepOf(open)?.quiz?.options) ?? [];
      const right = options.every((option, index) => option.correct === chosen.includes(index));
      if (open) emit({ type: 'quiz', ref: open, chosen, right });
      if (right) finish('passed');
      else phase('failed');
    },
    watchLive: (wanted) => void asked.push(`watch-live ${wanted}`),
    lookLive: async () => void asked.push('look-live'),
    retell: () => void asked.push('retell'),
    repair: async () => void asked.push('repair'),
    close: async () => {},
  };
  return session;
}
