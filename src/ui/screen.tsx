import { Box, useApp, useCursor, useStdout } from 'ink';
import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import type { KeyEvent } from '../terminal/key-events.ts';
import { useKeys } from '../terminal/use-keys.ts';
import { drawFrame } from './frame.ts';
import { Row } from './rows.tsx';
import type { Store } from './store.ts';
import { clockInterval } from './view.ts';

/** What the app needs of Ink once it is on the screen. */
export type Terminal = Pick<ReturnType<typeof useApp>, 'exit' | 'suspendTerminal'> & {
  /** Writes this, then the last frame as a whole. */
  readonly write: (data: string) => void;
};

type Props = {
  readonly store: Store;
  readonly onKey: (event: KeyEvent) => void;
  /** told when the screen is there, and with undefined when it goes */
  readonly onReady: (terminal: Terminal | undefined) => void;
};

/** The whole screen: it draws the frame of the present state and passes keys on. */
export function Screen({ store, onKey, onReady }: Props): ReactNode {
  const { exit, suspendTerminal } = useApp();
  const { write } = useStdout();
  const { setCursorPosition } = useCursor();
  const state = useSyncExternalStore(store.subscribe, store.get);
  const { rows, cursor } = drawFrame(state);
  const interval = clockInterval(state);

  // Told at every render: Ink forgets the cursor after each frame, and a Korean input method composes where it stands.
  setCursorPosition(cursor);
  useKeys(onKey);

  useEffect(() => {
    onReady({ exit, suspendTerminal, write });
    return () => onReady(undefined);
  }, [onReady, exit, suspendTerminal, write]);
  useEffect(() => {
    if (interval === undefined) return;
    const timer = setInterval(() => store.act({ type: 'clock' }), interval);
    return () => clearInterval(timer);
  }, [store, interval]);

  return (
    <Box flexDirection="column" width={state.size.columns}>
      {rows.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of the screen is its place
        <Row key={index} line={line} />
      ))}
    </Box>
  );
}
