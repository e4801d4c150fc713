const span = (seconds: number): string => {
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ] as const;
  const told = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount} ${unit}`);
  return told.length === 0 ? '0 s' : told.join(' ');
};

/** The report of a step with a board. */
export const report = {
  title: ({ title }: { title: string }) => `${title}: report`,
  time: ({ begun, seconds }: { begun: string; seconds: number }) =>
    `Begun ${begun} UTC, all of it mended after ${span(seconds)}.`,
  hints: ({ count }: { count: number }) =>
    count === 0 ? 'Without a hint.' : `With ${count} ${count === 1 ? 'hint' : 'hints'}.`,
  broken: 'What was broken',
  seen: 'Seen',
  cause: 'Cause',
  mendedAfter: ({ seconds }: { seconds: number }) => `Mended after ${span(seconds)}.`,
  notSeenMended: 'Mended while nobody looked.',
  done: 'What you did',
  noCommands: 'No command was typed in kafka-lessons.',
  exit: ({ exit }: { exit: number }) => `exit code ${exit}`,
  stopped: 'stopped',
  doneForYou: 'done for you',
  unseen: 'What was done in another terminal or shell is not seen here.',
  wrong: 'What was noticed on the way',
  brokeAgain: 'it was mended, and broke again.',
  nothingWrong: 'Nothing went wrong.',
};
