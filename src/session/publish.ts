import type { SessionEvent } from './events.ts';

type Listener = (event: SessionEvent) => void;

export type Publisher = {
  readonly emit: Listener;
  /** Returns what removes the listener. */
  readonly subscribe: (listener: Listener) => () => void;
};

/** Hands events to listeners; who comes later is first told how things stand. */
export function publish(): Publisher {
  const listeners = new Set<Listener>();
  const standing = new Map<string, SessionEvent>();
  // A damaged progress file is told before anybody listens; that must not be lost.
  const unheard: SessionEvent[] = [];

  return {
    emit: (event) => {
      const key = standingKey(event);
      if (key !== undefined) standing.set(key, event);
      else if (listeners.size === 0 && event.type === 'notice') unheard.push(event);
      for (const listener of listeners) listener(event);
    },
    subscribe: (listener) => {
      for (const event of [...standing.values(), ...unheard.splice(0)]) listener(event);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Under which name an event replaces an earlier one; undefined: it matters only when it happens. */
function standingKey(event: SessionEvent): string | undefined {
  switch (event.type) {
    case 'engine':
    case 'course':
    case 'opened':
    case 'phase':
    case 'earlier':
      return event.type;
    case 'service':
      return `service ${event.service}`;
    case 'run-started':
    case 'output':
    case 'run-ended':
    case 'setup':
    case 'check':
    case 'panel':
    case 'mistake':
    case 'hint':
    case 'quiz':
    case 'live':
    case 'notice':
      return undefined;
  }
}
