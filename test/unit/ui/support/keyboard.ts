import { afterEach, vi } from 'vitest';
import type { Pack } from '../../../../src/lesson/types.ts';
import type { SessionEvent } from '../../../../src/session/events.ts';
import type { KeyEvent, NamedKey } from '../../../../src/terminal/key-events.ts';
import type { UiAction } from '../../../../src/ui/actions.ts';
import { dispatchKey } from '../../../../src/ui/dispatch.ts';
import type { Effects } from '../../../../src/ui/effects.ts';
import { createStore, type Store } from '../../../../src/ui/store.ts';
import { courseOf, topicsPack } from './course.ts';
import { type Script, scriptedSession } from './scripted-session.ts';
import { situations, viewOf } from './states.ts';

const pack = topicsPack();
const allDone = Object.fromEntries(
  pack.lessons.flatMap((lesson) => lesson.steps.map((step) => [`${lesson.id}/${step.id}`, 'passed' as const])),
);
const stores: Store[] = [];
afterEach(() => {
  for (const store of stores.splice(0)) store.close();
});

/** A view to which things have happened, with keys to press. `done`: every step is passed. */
export function started(
  actions: readonly (SessionEvent | UiAction)[],
  options: { shell?: boolean; edit?: boolean; done?: boolean; pack?: Pack; script?: Script } = {},
) {
  const course = courseOf(options.pack ?? pack, options.done ? allDone : {});
  const session = scriptedSession(course, options.script);
  let now = 1_000;
  const store = createStore(viewOf([{ type: 'course', course }, ...actions], options), () => now);
  stores.push(store);
  session.subscribe((event) => {
    if (event.type !== 'course' || !options.done) store.tell(event);
  });
  const effects = {
    session,
    quit: vi.fn(),
    copy: vi.fn(),
    saveHistory: vi.fn(),
    switchLanguage: vi.fn(async () => {}),
    guard: vi.fn((task: Promise<unknown>) => void task),
    ...(options.shell && { shell: vi.fn() }),
    ...(options.edit && { edit: vi.fn() }),
  } satisfies Effects;
  const press = (...events: readonly (KeyEvent | string)[]) => {
    for (const event of events) {
      dispatchKey(store, effects, typeof event === 'string' ? { type: 'char', text: event } : event);
    }
  };
  const wait = (ms: number): void => {
    now += ms;
  };
  return { store, session, effects, press, wait };
}

export const key = (name: NamedKey): KeyEvent => ({ type: 'named', name });
export const enter = key('enter');
export const esc = key('escape');
/** What the program remarked last. */
export const notice = (store: Store) => store.get().notices.at(-1)?.text;
export const situation = (name: string) => situations[name] ?? [];
