const lines = (count: number): string => (count === 1 ? '1 more line' : `${count} more lines`);

/** The command line while it is typed: completion, pasted lines, and what is probably meant. */
export const typing = {
  labels: {
    complete: 'complete',
    another: 'the next',
    take: 'take it',
    close: 'close',
    mend: 'mend it',
    runAnyway: 'run it all the same',
  },
  help: {
    take: 'in an empty line: take the command that it shows',
    complete: 'complete a tool, an option or a name of the cluster; again: the next one',
    older: 'earlier command lines; those that begin with what is typed',
  },
  more: ({ count }: { count: number }) => `${count} more; type on to narrow them`,
  nothing: 'Nothing to complete here.',
  wanted: ({ option, value, about }: { option: string; value: string; about: string }) =>
    `${option} wants a value (${value}): ${about}.`,
  waiting: ({ count }: { count: number }) =>
    `${lines(count)} ${count === 1 ? 'waits' : 'wait'}: Enter runs this one, then brings the next. Esc drops ${count === 1 ? 'it' : 'them'}.`,
  waitingHere: ({ count }: { count: number }) =>
    `${lines(count)} ${count === 1 ? 'waits' : 'wait'}: the next comes when this command is over.`,
  dropped: ({ count }: { count: number }) =>
    `${lines(count).replace(' more', '')} of what was pasted ${count === 1 ? 'is' : 'are'} dropped.`,

  mended: 'Tab',
  runAnyway: 'Enter again runs it as it stands.',
  runMended: 'Tab takes this line.',
  unknownOption: ({ option, tool }: { option: string; tool: string }) => `${tool} has no option ${option}.`,
  tabShows: 'Take it out, and press Tab to see the options there are.',
  formerly: ({ option, now }: { option: string; now: string }) =>
    `Kafka 4 no longer knows ${option}: ${now} took its place.`,
  noValue: ({ option }: { option: string }) => `${option} has no value.`,
  valueIs: ({ about }: { about: string }) => `What it stands for: ${about}.`,
  takenForValue: ({ word, option }: { word: string; option: string }) =>
    `The word behind it is taken for its value: here ${word} for ${option}.`,
  writeValue: ({ option, value }: { option: string; value: string }) => `Write ${option} ${value}`,
  noServer: ({ tool }: { tool: string }) => `${tool} was not told where Kafka is.`,
  noServerWhy: 'It needs --bootstrap-server and the address of a broker.',
  meant: ({ line }: { line: string }) => `Perhaps this was meant: ${line}`,
  noSuch: ({ what, name, similar }: { what: 'topic' | 'group' | 'connector'; name: string; similar: string }) =>
    `There was no ${what} ${name} when this began; ${similar}.`,
};
