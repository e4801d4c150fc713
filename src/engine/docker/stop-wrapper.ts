/**
 * Killing `docker exec` does not end what it started (moby#9098). So a command that reads no input is started by this script,
 * whose own input is held open as a sign of life: when it ends, because we ended it or because this program is gone, the script
 * ends the command, TERM first, KILL two seconds later. The exit code is the command's. For dash, bash and busybox sh.
 */
export const endsWithInput = [
  'exec 3<&0',
  '"$@" </dev/null 3<&- & p=$!',
  // The shell itself has nothing to say, as «Terminated».
  'exec 2>/dev/null',
  '{ cat <&3 >/dev/null & c=$!',
  // The command has ended by itself: nothing may stay behind.
  'trap "kill \\$c; exit" TERM',
  'wait $c; kill -TERM $p; sleep 2 & c=$!; wait $c; kill -KILL $p; } >/dev/null & w=$!',
  'wait $p; r=$?; kill $w; wait $w; exit $r',
].join('\n');

/** Ends every process that carries this mark in its environment; for commands that do read input. */
export const endMarked = 'cd /proc; for p in [0-9]*; do grep -qs "$0" "$p/environ" && kill -KILL "$p"; done; exit 0';
