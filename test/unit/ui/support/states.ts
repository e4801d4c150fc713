import type { Pack } from '../../../../src/lesson/types.ts';
import { plainText } from '../../../../src/markdown/index.ts';
import type { SessionEvent } from '../../../../src/session/events.ts';
import { editLine, emptyLine } from '../../../../src/terminal/line-editor.ts';
import type { UiAction } from '../../../../src/ui/actions.ts';
import { drawFrame } from '../../../../src/ui/frame.ts';
import { initialState, reduce } from '../../../../src/ui/state.ts';
import type { MapOverlay, ViewState } from '../../../../src/ui/view-state.ts';
import { courseOf, createLine, topicsPack } from './course.ts';

export const ref = (step: string, lesson = 'topics') => ({ lesson, step });

export const lines = (...texts: readonly string[]) => texts.map((text) => ({ stream: 'stdout' as const, text }));

/** A run of the step on the screen with its output. */
export const runOf = (
  run: number,
  step: string,
  output: readonly string[],
  info: Partial<Extract<SessionEvent, { type: 'run-started' }>['info']> = {},
): SessionEvent[] => [
  {
    type: 'run-started',
    info: { run, ref: ref(step), line: createLine, remarks: [], kind: 'foreground', typed: false, ...info },
  },
  { type: 'output', run, lines: lines(...output), partial: '' },
];

export const ended = (run: number, ms = 1_100): SessionEvent => ({
  type: 'run-ended',
  run,
  end: { exit: 0, timedOut: false, stopped: false, ms },
});

export const phase = (step: string, next: Extract<SessionEvent, { type: 'phase' }>['phase']): SessionEvent => ({
  type: 'phase',
  ref: ref(step),
  phase: next,
});

/** A view to which things have happened, one second apart from its beginning. */
export function viewOf(
  actions: readonly (SessionEvent | UiAction)[],
  { pack = topicsPack(), columns = 80, rows = 24 }: { pack?: Pack; columns?: number; rows?: number } = {},
): ViewState {
  const first = pack.lessons[0]?.steps[0]?.id ?? '';
  const start: SessionEvent[] = [
    { type: 'engine', kind: 'native', because: 'Java 17 was found', services: ['broker'] },
    { type: 'course', course: courseOf(pack) },
    { type: 'opened', ref: ref(first) },
  ];
  const state = initialState({ pack, size: { columns, rows }, now: 0 });
  return [...start, ...actions].reduce((view, action) => reduce(view, action, 1_000), state);
}

/** The frame of such a view as text, and as rows. */
export const textOf = (...args: Parameters<typeof viewOf>) => plainText(drawFrame(viewOf(...args)).rows);
export const rowsOf = (...args: Parameters<typeof viewOf>) => textOf(...args).split('\n');

/** The map with the cursor on the first step, where nothing else is said. */
export const mapShown = (map: Partial<MapOverlay>): UiAction => ({
  type: 'overlay-shown',
  overlay: { kind: 'map', at: ref('create'), unfolded: 'topics', asks: false, ...map },
});

export const typed = (text: string) => editLine(emptyLine(), { type: 'insert', text });

const failed = {
  status: 'fail',
  expected: 'exists',
  actual: 'no such topic',
  because: 'there is a new topic quickstart-event, without the s',
  tryNext: createLine,
} as const;

const run = runOf(1, 'create', ['Created topic quickstart-event.'], {
  shown:
    'java org.apache.kafka.tools.TopicCommand --bootstrap-server 127.0.0.1:19092 --create --topic quickstart-events',
  remarks: ['docker exec was left out: this broker runs without Docker'],
});
const consumer = runOf(
  7,
  'create',
  Array.from({ length: 50 }, (_, index) => `record ${index}`),
  {
    kind: 'background',
    id: 'reader',
  },
);
const producer = runOf(8, 'create', ['first line'], { kind: 'interactive' });
const check = (state: Extract<SessionEvent, { type: 'check' }>['state']): SessionEvent => ({
  type: 'check',
  ref: ref('create'),
  index: 0,
  label: 'topic quickstart-events',
  state,
});
const down: SessionEvent = {
  type: 'service',
  service: 'broker',
  state: {
    state: 'failed',
    explanation: { what: 'Port 9092 is taken.', why: 'Another program listens there.', next: 'Stop that program.' },
  },
};

/** What can be on the screen, by name: every one of them has to be drawn well at every size. */
export const situations: Readonly<Record<string, readonly (SessionEvent | UiAction)[]>> = {
  'nothing done': [],
  'a service comes': [
    {
      type: 'service',
      service: 'broker',
      state: {
        state: 'starting',
        progress: { service: 'broker', phase: 'downloading', done: 34e6, total: 130e6, secondsLeft: 75 },
      },
    },
  ],
  'a service failed': [down, phase('create', 'blocked')],
  preparing: [phase('create', 'preparing')],
  running: [phase('create', 'running'), ...run],
  waiting: [
    phase('create', 'running'),
    ...run,
    ended(1),
    phase('create', 'checking'),
    check({ status: 'waiting', expected: '3 leaders', actual: '2 leaders', ms: 400 }),
  ],
  failed: [phase('create', 'running'), ...run, ended(1), check(failed), phase('create', 'failed')],
  'failed with a known mistake': [
    phase('create', 'running'),
    ...run,
    ended(1),
    check(failed),
    { type: 'mistake', ref: ref('create'), say: 'The topic needs an s at its end.', tryNext: createLine },
    phase('create', 'failed'),
  ],
  blocked: [
    check({ status: 'blocked', by: 'the broker at 127.0.0.1:9092 does not answer', tryNext: 'Enter starts it' }),
    phase('create', 'blocked'),
  ],
  'our own fault': [check({ status: 'error', problem: 'unexpected token' }), phase('create', 'failed')],
  passed: [
    ...run,
    ended(1),
    check({ status: 'pass', expected: 'exists', actual: 'exists' }),
    phase('create', 'passed'),
  ],
  skipped: [phase('create', 'skipped')],
  watching: [check(failed), phase('create', 'watching')],
  hint: [{ type: 'hint', ref: ref('create'), shown: 1 }],
  'a flood': runOf(
    1,
    'create',
    Array.from({ length: 3_000 }, (_, index) => `${index} ${'가나다 long words '.repeat(index % 9)}`),
  ),
  'background beside a run': [...consumer, ...run],
  'typing into a producer': [...consumer, ...producer],
  'typing left': [...producer, { type: 'focused', focus: 'lesson' }],
  'command line': [{ type: 'focused', focus: 'command' }],
  skip: [{ type: 'overlay-shown', overlay: { kind: 'skip' } }],
  'the solution is asked for': [{ type: 'overlay-shown', overlay: { kind: 'solution-ask' } }],
  'the solution': [{ type: 'overlay-shown', overlay: { kind: 'solution' } }],
  'a hint is offered': [
    ...Array.from({ length: 3 }, (_, index) => [
      ...runOf(index + 1, 'create', [], { typed: true }),
      ended(index + 1),
    ]).flat(),
    check(failed),
    phase('create', 'watching'),
  ],
  'ended in the background': [...consumer, ended(7), ...producer],
  help: [{ type: 'overlay-shown', overlay: { kind: 'help' } }],
  map: [mapShown({})],
  'map, a lesson with its name alone': [mapShown({ at: { lesson: 'groups' } })],
  'map, asking about a locked step': [mapShown({ at: { lesson: 'topics', step: 'why' }, asks: true })],
  'map, searching': [mapShown({ search: typed('create') })],
  'map, nothing found': [mapShown({ search: typed('없는 낱말'.repeat(9)) })],
  copy: [{ type: 'overlay-shown', overlay: { kind: 'copy', text: createLine } }],
  finished: [{ type: 'overlay-shown', overlay: { kind: 'finished' } }],
  notices: [
    { type: 'notice', level: 'warning', text: 'The cluster is a new one. What you did is performed again.' },
    { type: 'notice', level: 'error', text: 'The progress file could not be written. '.repeat(4) },
  ],
};
