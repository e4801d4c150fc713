import { editLine } from '../terminal/line-editor.ts';
import type { LineAid } from './line-aid.ts';
import type { ViewState } from './view-state.ts';

/** The view with this, and nothing else, above the command line. */
export function withAid(state: ViewState, aid: LineAid | undefined): ViewState {
  if (state.aid === aid) return state;
  const { aid: _, ...rest } = state;
  return aid ? { ...rest, aid } : rest;
}

/** The next of the pasted lines comes into the command line, where that is free. */
export function takeWaiting(state: ViewState): ViewState {
  const [line, ...waiting] = state.waiting;
  if (line === undefined || state.command.text !== '' || state.focus === 'input') return state;
  return { ...state, waiting, focus: 'command', command: editLine(state.command, { type: 'set', text: line }) };
}
