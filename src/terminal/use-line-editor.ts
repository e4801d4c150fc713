import { useCallback, useRef, useState } from 'react';
import { editLine, emptyLine, type LineAction, type LineState } from './line-editor.ts';

export type LineEditor = {
  /** as of this render */
  readonly line: LineState;
  /** Does an action and returns the line after it, at once: Enter right behind typed text sees that text. */
  readonly act: (action: LineAction) => LineState;
  /** The line as it is now, for key handlers. */
  readonly current: () => LineState;
};

/** Keeps a line of input. `history` (oldest first) is read once. */
export function useLineEditor(history: readonly string[] = []): LineEditor {
  const [line, setLine] = useState(() => emptyLine(history));
  const latest = useRef(line);
  const act = useCallback((action: LineAction): LineState => {
    latest.current = editLine(latest.current, action);
    setLine(latest.current);
    return latest.current;
  }, []);
  const current = useCallback((): LineState => latest.current, []);
  return { line, act, current };
}
