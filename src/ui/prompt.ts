import type { StyledLine } from '../markdown/types.ts';
import { messages } from '../messages/index.ts';
import type { LineState } from '../terminal/line-editor.ts';
import { lineWindow } from '../terminal/line-window.ts';
import { span } from './spans.ts';

/** A line of input: what is drawn, and the cell of the cursor in it. */
export type PromptLine = { readonly line: StyledLine; readonly cursor: number };

/** `$ text`, cut so that the cursor is in it; `<` and `>` mark what is hidden. */
export function promptLine(sign: string, state: LineState, width: number, placeholder = ''): PromptLine {
  const start = sign.length + 1;
  const window = lineWindow(state, Math.max(1, width - start - 1));
  const text = state.text === '' ? span(placeholder, 'dim') : span(window.text);
  return {
    line: [
      span(sign, 'accent'),
      span(window.hiddenBefore ? '<' : ' ', 'dim'),
      text,
      ...(window.hiddenAfter ? [span('>', 'dim')] : []),
    ],
    cursor: start + window.cursor,
  };
}

export const commandPlaceholder = (line: string): string => messages().ui.prompt.command({ line });
export const inputPlaceholder = (): string => messages().ui.prompt.input;
