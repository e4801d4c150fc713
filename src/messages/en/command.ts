const shell = 'kafka-lessons shell (in the app: the key !)';
const inShell = `For everything else of a shell, open one: ${shell}.`;

/** Command lines: what is understood, what is not, and what a built-in command says. */
export const command = {
  empty: {
    what: 'There is no command on this line.',
    next: 'Type a command, for example: kafka-topics.sh --bootstrap-server localhost:9092 --list',
  },
  operator: ({ operator }: { operator: string }) => `"${operator}" is not understood here.`,
  redirect: 'It reads from a file or writes to one, and only a shell does that.',
  redirectNext: `The whole output stays in a log file anyway; for a file of your own open ${shell}.`,
  logFull: ({ megabytes }: { megabytes: number }) =>
    `The log ends here: it has ${megabytes} MB, and the command goes on.`,
  sequence: 'It joins several commands, and only a shell does that.',
  sequenceNext: `Run one command at a time, or open ${shell}.`,
  ampersand: 'Outside quotes it starts a job in the background, and only a shell does that.',
  ampersandNext: `If it belongs to a word, as in a URL, put the word in quotes; for a background job open ${shell}.`,
  subshell: 'Outside quotes it belongs to a subshell, and only a shell has those.',
  variable: 'Variables and substitutions are filled in by a shell only, and none is used here.',
  variableNext: `Write the value itself; a dollar sign that is meant as it stands goes in single quotes. Or open ${shell}.`,
  quoteNext: `If it is meant as it stands, put it in single quotes; else open ${shell}.`,
  unclosedQuote: ({ quote }: { quote: string }) => `A quote is not closed: ${quote}`,
  unclosedQuoteWhy: 'Everything after it would belong to the quoted text.',
  unclosedQuoteNext: ({ quote }: { quote: string }) => `Add the closing ${quote}.`,
  unfinished: 'The line ends with a backslash.',
  unfinishedWhy: 'A backslash at the end says that the command goes on in the next line.',
  unfinishedNext: 'Leave the backslash out, or add the rest.',
  comment: '"#" starts a comment, and a comment does nothing.',
  commentNext: 'Leave it out, or put it in quotes if it belongs to a word.',
  lineBreak: 'These are several lines.',
  lineBreakWhy: 'One command runs at a time.',
  lineBreakNext: 'Run one line after the other; a backslash at the end of a line continues it.',
  tilde: '"~" is not understood here.',
  tildeWhy: 'Only a shell knows that it means your home folder.',
  tildeNext: 'Write the whole path, or put it in quotes if it is meant as it stands.',
  assignment: ({ name }: { name: string }) => `"${name}=" in front of a command sets a variable.`,
  assignmentWhy: 'Only a shell does that.',
  assignmentNext: `Leave it out, or open ${shell}.`,
  pipeEnd: 'A pipe has no command on one of its sides.',
  pipeEndNext: 'Write a command before and after each "|".',

  unknownTool: ({ tool }: { tool: string }) => `There is no tool "${tool}" here.`,
  knownTools: ({ tools }: { tools: readonly string[] }) =>
    `A command starts with one of Kafka's tools, or with ${tools.slice(0, -1).join(', ')} or ${tools.at(-1)}.`,
  museumTool: 'It belongs to Kafka 2.8 with its ZooKeeper, which is the museum of this course.',
  museumToolNext: 'In a lesson its block says so: sh run at=museum',
  didYouMean: ({ tool }: { tool: string }) => `Did you mean ${tool}?`,
  inShell,
  notInstalled: ({ tool }: { tool: string }) => `${tool} is not on this machine.`,
  notInstalledWhy: ({ tool }: { tool: string }) => `No program ${tool} was found in the folders of PATH.`,
  notInstalledNext: ({ tool }: { tool: string }) => `Install ${tool}, then open a new terminal and try again.`,
  cannotStart: ({ file, reason }: { file: string; reason: string }) => `${file} cannot be started: ${reason}`,
  cannotStartNext:
    'SHELL names the shell that is opened, VISUAL and EDITOR the editor: set them to programs that are there.',

  promptLeftOut: 'The prompt in front of the command is left out.',
  wrapperLeftOut: ({ wrapper }: { wrapper: string }) => `"${wrapper}" is left out: nothing here needs it.`,
  containerLeftOut: ({ tool, wrapper }: { tool: string; wrapper: string }) =>
    `"${wrapper}" is left out: ${tool} runs against the broker of this course, wherever that runs.`,
  pathLeftOut: ({ tool, written }: { tool: string; written: string }) =>
    `"${written}" is run as ${tool}: the tools of this course need no path.`,
  suffixLeftOut: ({ tool, written }: { tool: string; written: string }) =>
    `"${written}" is run as ${tool}: on every system it is the same tool.`,
  longDash: ({ word }: { word: string }) =>
    `"${word}" starts with a long dash, as word processors make it; an option starts with one or two plain "-".`,
  curlyQuotes: ({ word }: { word: string }) =>
    `"${word}" has typographic quotes in it, which quote nothing; plain quotes are " and '.`,

  lineCut: ({ characters }: { characters: number }) => ` [${characters} more characters]`,

  printfConversion: ({ conversion }: { conversion: string }) =>
    `printf: ${conversion} is not understood here; there are %s, %d and %%`,
  printfNumber: ({ word }: { word: string }) => `printf: ${word}: not a number`,
  printfUsage: 'printf: a format is missing, as in: printf "%s\\n" hello',
  catMissing: ({ file }: { file: string }) => `cat: ${file}: there is no such file in this lesson's folder`,
  catPattern: ({ file }: { file: string }) =>
    `cat: ${file}: there is no such file; "*" and "?" are filled in by a shell only`,
  catOutside: ({ file }: { file: string }) => `cat: ${file}: only files of this lesson's folder can be read here`,
  catNotFile: ({ file }: { file: string }) => `cat: ${file}: not a file`,
  catFailed: ({ file, reason }: { file: string; reason: string }) => `cat: ${file}: cannot be read (${reason})`,
  catOption: ({ option }: { option: string }) => `cat: ${option} is not understood here; cat takes file names only`,

  /** what lessons may not do, though a learner may */
  lesson: {
    startsServer: ({ tool }: { tool: string }) =>
      `${tool} runs whatever its files say, so lessons cannot use it. Ask for a service in the front matter instead.`,
    outside: ({ path }: { path: string }) =>
      `"${path.slice(0, 60)}" is outside the lesson's folder. Lessons only use files inside it.`,
    dockerLimits:
      'Of docker, lessons use "docker compose -f FILE up -d" and "down", and look with docker ps, images, info and version.',
    option: ({ tool, option }: { tool: string; option: string }) =>
      `Lessons do not use ${tool} with "${option.slice(0, 60)}".`,
    otherMachine: ({ address }: { address: string }) =>
      `"${address.slice(0, 60)}" is not plainly an address of this machine; lessons talk to localhost only.`,
    sqlFiles: ({ text }: { text: string }) => `"${text}" reads or writes files of the server, which lessons do not.`,
    clientCommand: 'Lessons do not use commands of the mariadb client, only SQL.',
  },
};
