/** `CSI 3 J`: erase the scrollback (xterm). */
const eraseScrollback = '\u001b[3J';

/** ED and CUP (ECMA-48): an empty screen, the cursor at its top left. */
export const clearScreen = '\u001b[2J\u001b[H';

/**
 * The terminal as Ink may write to it. When a window gets smaller Ink clears the screen together with the scrollback, and
 * some terminals (tmux) then drop what the learner had there before the app was started; only the screen is to be cleared.
 */
export function screenOutput(stdout: NodeJS.WriteStream): NodeJS.WriteStream {
  const write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    const kept = typeof chunk === 'string' ? chunk.replaceAll(eraseScrollback, '') : chunk;
    return Reflect.apply(stdout.write, stdout, [kept, ...rest]) as boolean;
  };
  return new Proxy(stdout, {
    get: (target, key) => {
      if (key === 'write') return write;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
