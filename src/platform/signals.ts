/**
 * The signal that ends a child when we were sent another one. Windows has no signals: Node ends the child there, and knows only a
 * few names for that.
 */
export const endingSignal = (sent: NodeJS.Signals, platform: NodeJS.Platform = process.platform): NodeJS.Signals =>
  platform === 'win32' ? 'SIGTERM' : sent;

/** What one would type to end processes as we do; on Windows there is one way only. */
export function endShown(
  action: 'stop' | 'kill',
  pids: readonly number[],
  platform: NodeJS.Platform = process.platform,
): string {
  if (platform === 'win32') return `taskkill /T /F ${pids.map((pid) => `/PID ${pid}`).join(' ')}`;
  return `kill ${action === 'kill' ? '-KILL' : '-TERM'} ${pids.join(' ')}`;
}
