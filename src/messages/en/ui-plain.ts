/** Said once at the beginning, and with the help: no key is heard before Enter. */
const start = 'Type a key and press Enter.';

/** What `--plain` says: lines that are only ever added. */
export const plain = {
  start,
  keys: ({ main }: { main: string }) => `[Enter ${main} | ? keys | q quit]`,
  busyKeys: '[x stops it | q quits]',
  quizKeys: {
    one: '[type the number of your answer | ? keys | q quit]',
    some: '[type the numbers of your answers, with spaces between | ? keys | q quit]',
  },
  inputKeys: '[every line you type is sent | . ends the input | .x stops the command]',
  help: [
    start,
    '  Enter alone   the main action; the line in brackets names it',
    '  1 or 1 3      answer a quiz',
    '  h             hint',
    '  a             the solution and its reasons',
    '  n, p          next step, step before',
    '  r             perform the step once more',
    '  e             open the file of the step in your editor, and say where it is',
    '  s             have the step done for you; it counts as skipped',
    '  /COMMAND      run a command of your own, for example:',
    '                /kafka-topics.sh --bootstrap-server localhost:9092 --list',
    '  /             the commands you ran last; /2 runs the second of them again',
    '  l             lessons and steps; l 5 opens the fifth, l group finds those about groups',
    '                l 5 ! opens it although it is locked',
    '  y             the command of the step alone, to copy it',
    '  !             a shell with the tools of Kafka; exit comes back',
    '  v             how Kafka looks now: brokers, topics, groups, the last records',
    '  t             the text of the step once more',
    '  o             the other language: 한국어',
    '  x             stop what runs; x NAME stops a background command. Ctrl+C stops, too',
    '  q             quit; the next start goes on here. Ctrl+C and Ctrl+D quit where nothing runs',
  ],
  /** in words, as a voice reads them */
  place: ({
    title,
    lesson,
    lessons,
    step,
    steps,
    percent,
  }: { title: string } & Record<'lesson' | 'lessons' | 'step' | 'steps' | 'percent', number>) =>
    `${title}, lesson ${lesson} of ${lessons}, step ${step} of ${steps}, ${percent} % of the course`,
  phases: {
    preparing: 'Getting ready. x and Enter cancels.',
    running: 'Running. x and Enter stops it.',
    checking: 'Checking the result.',
    watching: 'Watching: this passes by itself once it is done. /COMMAND runs a command.',
  },
  board: ({ mended, total }: { mended: number; total: number }) =>
    `mended ${mended}/${total}. It is looked at all the time. /COMMAND runs a command, h shows a hint.`,
  aheadAsk: '[Enter or y opens it | n or any other line does not]',
  skipAsk: '[Enter or y skips it | n or any other line does not]',
  solutionAsk: '[Enter or y shows it | n or any other line does not]',
  solutionKeys: {
    commands: '[Enter runs them | any other line does not]',
    solution: '[Enter has it done, as skipped | any other line does not]',
    answers: '[Enter counts it as skipped | any other line does not]',
  },
  solutionDone: 'This step is done.',
  /** in place of what the screen says of a step */
  status: {
    quizFailed: 'Not quite. Type another number.',
    quizMissing: 'Right so far, but something is missing. Type all the numbers.',
  },
  here: ({ number, step }: { number: number; step: string }) => `You are at ${number}, ${step}.`,
  listed: ({ number }: { number: number }) => `l and a number opens a step: l ${number}`,
  doubted: 'It has not run. The same line again runs it as it stands.',
  unknown: ({ text }: { text: string }) => `"${text}" is no key here. Type one key and press Enter; ? shows the keys.`,
  /** line: what a command is here, where that differs in more than its address */
  runsAs: ({ line }: { line: string }) => `runs as: ${line}`,
  answers: 'Answers:',
  /** verdict: ✓ right */
  yourAnswer: ({ verdict }: { verdict: string }) => `your answer: ${verdict}`,
  noAnswer: ({ text, last }: { text: string; last: number }) =>
    `There is no answer "${text}". The answers have the numbers 1 to ${last}.`,
  oneAnswer: 'Only one answer is right. Type one number.',
  commands: 'Your last commands:',
  noCommands: 'You have run no command yet. /COMMAND runs one.',
  noCommand: ({ number }: { number: string }) => `There is no command ${number}. / tells the last ones.`,
  noStep: ({ number, last }: { number: string; last: number }) =>
    `There is no step ${number}; the last one is ${last}. l tells them all.`,
  nothingFound: ({ words }: { words: string }) => `No lesson and no step is about "${words}". l tells them all.`,
  nothingRuns: 'Nothing runs that could be stopped.',
  stopping: 'Stopping. Ctrl+C once more quits.',
  noBackground: 'No background command runs. x alone stops what runs.',
  backgrounds: ({ names }: { names: string }) => `These run in the background: ${names}. x and a name stops one.`,
};
