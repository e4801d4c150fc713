/** Decisions about the terminal that have to be made before Ink is imported: nothing in here may import it. */

type End = { readonly isTTY?: boolean };

const isSet = (value: string | undefined): boolean =>
  value !== undefined && value !== '' && value !== '0' && value !== 'false';

/** Whether a person sits at both ends, so that the full-screen app can run. */
export const isInteractive = (stdin: End, stdout: End): boolean => stdin.isTTY === true && stdout.isTTY === true;

/** Whether to print line after line instead of drawing: asked for, for a screen reader, or a terminal that cannot move its cursor. */
export const isPlain = (env: NodeJS.ProcessEnv, flags: { readonly plain?: boolean } = {}): boolean =>
  flags.plain === true || isSet(env['INK_SCREEN_READER']) || env['TERM'] === 'dumb';

/**
 * Sets `env` (process.env) right for Ink, and returns a copy of what it was for the commands the learner runs.
 * Call it before Ink is imported, because its libraries read the environment once, on import:
 * - `--no-color`, or NO_COLOR without FORCE_COLOR, switch colours off (chalk does not know NO_COLOR, chalk/chalk#547);
 * - CI makes Ink draw only its last frame, so it is hidden where a person sits at both ends. Deleted, not set to `false`:
 *   a CI that is set to anything switches chalk's colours off.
 */
export function prepareTerminal(
  env: NodeJS.ProcessEnv,
  ends: { readonly stdin: End; readonly stdout: End },
  flags: { readonly noColor?: boolean } = {},
): NodeJS.ProcessEnv {
  const own = { ...env };
  const forced = env['FORCE_COLOR'] !== undefined;
  if (flags.noColor === true || (env['NO_COLOR'] && !forced)) env['FORCE_COLOR'] = '0';
  if (isInteractive(ends.stdin, ends.stdout)) {
    delete env['CI'];
    delete env['CONTINUOUS_INTEGRATION'];
  }
  return own;
}

/**
 * The sequence that asks the terminal to put `text` on the clipboard (OSC 52, xterm control sequences, «Manipulate Selection
 * Data»). The terminal does not answer, and some ignore it: say what was copied, not that it was. Inside tmux the sequence
 * is sent as it is (`set-clipboard on`) and wrapped for the terminal outside (`allow-passthrough on`).
 */
export function copyToClipboard(text: string, env: NodeJS.ProcessEnv = {}): string {
  const sequence = `\x1b]52;c;${Buffer.from(text, 'utf8').toString('base64')}\x07`;
  if (!env['TMUX']) return sequence;
  return `${sequence}\x1bPtmux;${sequence.replaceAll('\x1b', '\x1b\x1b')}\x1b\\`;
}
