/** What `--plain` says: lines that are only ever added. */
export const plain = {
  keys: ({ main }: { main: string }) => `[Enter ${main} | ? keys | q quit]`,
  busyKeys: '[x stops it | q quits]',
  quizKeys: '[type the number of your answer, several with spaces between | ? keys | q quit]',
  inputKeys: '[every line you type is sent | . ends the input | .x stops the command]',
  help: [
    'Type a key and Enter.',
    '  Enter alone   the main action; the line in brackets names it',
    '  1 or 1 3      answer a quiz',
    '  h             hint',
    '  n, p          next step, step before',
    '  r             perform the step once more',
    '  e             open the file of the step in your editor, and say where it is',
    '  s             have the step done for you; it counts as skipped',
    '  /COMMAND      run a command of your own, for example /kafka-topics.sh --bootstrap-server localhost:9092 --list',
    '  l             lessons and steps; l 5 opens the fifth',
    '  y             the command of the step alone',
    '  v             how Kafka looks now: brokers, topics, groups, the last records',
    '  t             the text of the step once more',
    '  o             the other language: 한국어',
    '  x             stop what runs',
    '  q             quit; the next start goes on here',
  ],
  place: ({ title, place, percent }: { title: string; place: string; percent: string }) =>
    `${title} ${place}, ${percent} of the course`,
  phases: {
    preparing: 'Getting ready. x and Enter cancels.',
    running: 'Running. x and Enter stops it.',
    checking: 'Checking the result.',
    watching: 'Watching: this turns green by itself once it is done. /COMMAND runs a command.',
  },
  board: ({ mended, total }: { mended: number; total: number }) =>
    `mended ${mended}/${total}. It is looked at all the time. /COMMAND runs a command, h shows a hint.`,
  skipAsk: 'Enter skips, n does not.',
  unknown: ({ text }: { text: string }) => `"${text}" is no key here. ? shows the keys.`,
  answers: 'Answers:',
};
