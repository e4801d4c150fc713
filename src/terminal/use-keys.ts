import { useInput, usePaste } from 'ink';
import { cleanText } from '../markdown/clean.ts';
import { type KeyEvent, toKeyEvents } from './key-events.ts';

/**
 * Calls `handler` for everything typed or pasted while `isActive` (the default). Pasted text is cleaned of control sequences.
 * One chunk of input may call it several times before React renders again (`abc` and Enter together): what a handler reads
 * must come from a store or a ref, not from the last render.
 */
export function useKeys(
  handler: (event: KeyEvent) => void,
  { isActive = true }: { readonly isActive?: boolean } = {},
): void {
  useInput((input, key) => toKeyEvents(input, key).forEach(handler), { isActive });
  usePaste((text) => handler({ type: 'paste', text: cleanText(text) }), { isActive });
}
