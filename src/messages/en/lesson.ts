/** What is told to people who write lessons. */

const longest = 60;

/** An author's own words inside a sentence: on one line, not too long. */
const quoted = (text: string): string => {
  const oneLine = text.replaceAll(/\s+/g, ' ');
  return `"${oneLine.length > longest ? `${oneLine.slice(0, longest)}...` : oneLine}"`;
};
const listed = (names: readonly string[]): string => names.join(', ');
const either = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;

const pathFaults = {
  empty: 'has an empty part; write names with / between them',
  absolute: 'is not inside the folder; write a relative path',
  parent: 'leaves the folder; .. is not allowed',
  backslash: 'has a backslash; separate folders with /',
  character: 'has a character that a file name cannot have on every system',
  reserved: 'is a name that Windows cannot use',
  long: 'is too long; stay under 200 characters',
} as const;

const urlFaults = {
  'not-url': 'is not a URL; write for example http://localhost:8083/connectors',
  'not-http': 'is not an http URL',
  'not-local': 'is on another machine; lessons talk to localhost only',
} as const;

const yamlProblems: Readonly<Record<string, string>> = {
  MISSING_CHAR: 'Something is not closed here: a quote, a bracket or a brace.',
  MULTIPLE_DOCS: 'One YAML document is expected; a second one starts here.',
  BAD_INDENT: 'The indentation does not fit the lines above.',
  TAG_RESOLVE_FAILED: 'A value that starts with ! is a tag in YAML; put it in quotes if you mean the text.',
};

export const lesson = {
  // help beside an error
  didYouMean: ({ name }: { name: string }) => `Did you mean ${name}?`,
  knownHere: ({ names }: { names: readonly string[] }) => `Known here: ${listed(names)}.`,
  forExample: ({ text }: { text: string }) => `Write for example: ${text}`,
  moreErrors: ({ count }: { count: number }) => `... and ${count} more ${count === 1 ? 'error' : 'errors'}.`,

  // files
  missingFile: 'There is no such file.',
  isFolder: 'This is a folder; a file is expected here.',
  notRegularFile: 'This is not a regular file.',
  unreadable: ({ code }: { code: string }) => `This file cannot be read (${code}).`,
  tooLarge: ({ megabytes }: { megabytes: number }) => `This file is larger than ${megabytes} MB; split the lesson.`,
  lineTooLong: ({ most }: { most: number }) => `This line is longer than ${most} characters.`,
  packTooLarge: ({ megabytes }: { megabytes: number }) => `With this lesson the pack is larger than ${megabytes} MB.`,
  notUtf8: ({ hex }: { hex: string }) => `This file is not valid UTF-8: byte 0x${hex} cannot stand here.`,
  saveAsUtf8: ({ utf16 }: { utf16: boolean }) =>
    utf16 ? 'The file looks like UTF-16. Save it as UTF-8.' : 'Save the file as UTF-8.',
  controlCharacter: ({ code }: { code: string }) => `There is a control character here (U+${code}); remove it.`,
  lessonMissing: ({ file }: { file: string }) => `There is no file ${quoted(file)} in this pack.`,
  outsidePack: ({ folder }: { folder: string }) => `${quoted(folder)} leads out of the pack through a link.`,
  lessonIdTwice: ({ id, folder }: { id: string; folder: string }) =>
    `The lesson in ${quoted(folder)} has the id ${id} already.`,

  // pack.yaml
  badFormat: ({ supported }: { supported: number }) =>
    `This version of kafka-lessons reads packs with format: ${supported}.`,
  badLanguage: 'A language is two letters, such as en or ko.',
  wantsTitles: 'Write a title for each language: { en: ... }.',
  titleMissing: ({ language }: { language: string }) => `The title is missing in the language ${language}.`,

  // YAML
  yamlTab: 'YAML is indented with spaces; there is a tab here.',
  yamlSyntax: ({ code, problem }: { code: string; problem: string }) =>
    yamlProblems[problem.startsWith('Flow ') ? 'MISSING_CHAR' : code] ??
    `This is not valid YAML: ${problem.replace(/\.?$/, '.')}`,
  yamlTooLong: ({ kilobytes }: { kilobytes: number }) => `This YAML is longer than ${kilobytes} KB.`,
  yamlTooDeep: 'This YAML is nested too deeply.',
  yamlAlias: ({ name }: { name: string }) =>
    `*${name.slice(0, longest)} is an alias in YAML, which lessons do not use; put it in quotes if you mean the text.`,
  yamlAnchor: ({ name }: { name: string }) =>
    `&${name.slice(0, longest)} is an anchor in YAML, which lessons do not use; put it in quotes if you mean the text.`,
  yamlMergeKey: '<< is not used in lessons; write the keys out.',
  yamlKey: 'A key has to be a plain word or text.',
  yamlDuplicateKey: ({ key }: { key: string }) => `The key ${quoted(key)} stands here twice.`,

  // values
  unknownKey: ({ key }: { key: string }) => `The key ${quoted(key)} is unknown here.`,
  missingKey: ({ key }: { key: string }) => `The key ${quoted(key)} is missing.`,
  wantsMapping: 'A mapping of keys to values is expected here.',
  wantsFilledMapping: 'At least one key and value is expected here.',
  wantsList: 'A list is expected here.',
  wantsFilledList: 'At least one item is expected here.',
  wantsText: 'A text is expected here; put it in quotes if it is one.',
  wantsSomeText: 'A text that is not empty is expected here.',
  wantsOneLine: 'A text on one line is expected here.',
  wantsPlainText: 'A text without control characters is expected here.',
  wantsWholeNumber: 'A whole number, 0 or more, is expected here.',
  wantsPositiveNumber: 'A whole number, 1 or more, is expected here.',
  wantsBoolean: 'true or false is expected here.',
  wantsOneOf: ({ names }: { names: readonly string[] }) => `One of ${listed(names)} is expected here.`,
  wantsOffsets: 'Offsets are { topic: sum } or { topic: { partition: offset } }, in whole numbers.',
  wantsRows: 'rows is the number of rows or a list of rows.',
  wantsRow: 'A row is a mapping of columns to values.',
  wantsCell: 'A text, a number, true, false or null is expected here.',
  twice: ({ name }: { name: string }) => `${quoted(name)} stands in this list twice.`,
  badPattern: ({ problem }: { problem: string }) => `This is not a valid regular expression: ${problem}.`,
  badPath: ({ name, fault }: { name: string; fault: keyof typeof pathFaults }) =>
    `The path ${quoted(name)} ${pathFaults[fault]}.`,
  badPointer: 'A JSON pointer is empty or starts with /, for example /config/topics.',
  badId: ({ id }: { id: string }) => `The id ${quoted(id)} may only have a-z, 0-9 and -.`,
  badTopicName: 'A topic name may only have letters, digits, dot, _ and -, at most 249 of them.',
  badTable: ({ databases }: { databases: readonly string[] }) =>
    `A table is written database.table; the databases are ${listed(databases)}.`,

  // front matter
  frontMatterMissing:
    'A lesson starts with its front matter: a line ---, then id, title, summary, minutes and services.',
  frontMatterNeverClosed: 'The front matter is never closed; end it with a line ---.',
  tooManyMinutes: ({ most }: { most: number }) => `A lesson takes at most ${most} minutes.`,

  // prose and headings
  tooManySteps: ({ most }: { most: number }) => `A lesson has at most ${most} steps; make several lessons of it.`,
  noSteps: 'The lesson has no steps; a step starts with a ## heading.',
  titleOnlyFirst: 'Only the title at the top has one #; steps have ##, headings inside a step ###.',
  underlinedHeading:
    'A line of dashes makes the line above it a heading. Write ## for a step, or put an empty line before a ruler.',
  commentNeverClosed: 'This comment is never closed; everything after it is hidden.',
  elementNeverClosed: ({ name }: { name: string }) => `<${name}> is never closed; everything after it belongs to it.`,
  indentedFence:
    'This block is indented by four columns or more, so it would only be shown. Move it to the left margin.',
  roleInsideBlock: 'A block with a role cannot stand inside a list or a quote. Move it to the left margin.',
  introRole: 'Nothing runs before the first step. Put this block below a ## heading.',
  introQuiz: 'A quiz belongs to a step. Put it below a ## heading.',

  // steps
  stepNeedsTitle: 'The step has no title.',
  stepNeedsId: 'The step has no id.',
  writeStepId: ({ id }: { id: string }) => `Write <!-- step: ${id} --> right under the heading.`,
  stepIdMisplaced: 'The id of a step stands right under its ## heading, and only there.',
  stepIdTwice: ({ id, line }: { id: string; line: number }) =>
    `The id ${id} belongs to the step at line ${line} already.`,
  stepEmpty: 'There is nothing in this step.',
  quizBeside: ({ kind }: { kind: string }) => `A step with a quiz cannot have a ${kind} block; make two steps of it.`,
  checkNeedsRun:
    'A check without a run block is an exercise, and an exercise needs a solution block: what skip and the headless run perform.',
  solutionNeedsCheck: 'A solution needs a check block that tells whether the exercise is solved.',
  boardNeedsReportFile: ({ name }: { name: string }) =>
    `A lesson with a board makes ${name}; say so in its front matter: owns: { files: [${name}] }.`,
  unknownPanel: ({ id }: { id: string }) => `This step has no panel ${quoted(id)}.`,
  boardTwice: 'A step has one board; put all panels into it.',
  learnedTwice: 'A step has one learned block, with one sentence.',
  learnedEmpty: 'There is no sentence in this learned block.',
  learnedTooLong: ({ most, count }: { most: number; count: number }) =>
    `This sentence is too long from here on: ${count} characters, and ${most} are the most. It is read at a glance.`,
  learnedInReading:
    'What was learned is told when a step is passed; this one is only read, and goes on to the next at once.',
  besideBoard: ({ kind }: { kind: string }) =>
    `A step with a board is passed by its panels; this ${kind} block belongs into one of them or into another step.`,
  boardNeedsSolution:
    'A board is an exercise, and an exercise needs a solution block: what skip and the headless run perform.',
  setupForNothing: 'A setup prepares something that is done; this step has no run block, no check and no board.',
  setupNeedsServices: 'A setup changes the environment, so its lesson has to ask for services.',
  untilWithoutSetup: 'A yaml setup says when the commands of a setup are over; this step has no such commands.',
  wantsPanelList:
    'A board is a list of panels: each item starts with a dash and has id, title, symptom, check and report.',
  mistakesNeedCheck: 'Mistakes are looked at when a check fails; this step has no check block.',
  hintRole: 'A hint is only shown; a block with a role cannot stand in it.',

  // hints
  detailsNeverClosed: '<details> is never closed in this part; put </details> on a line of its own.',
  detailsNotOpened: '</details> closes nothing.',
  detailsInside: 'A hint cannot stand inside another hint. Is a </details> missing above?',
  hintNeedsSummary: 'A hint starts with its title: <summary>Hint</summary>.',
  hintEmpty: 'There is nothing in this hint.',

  // fences
  fenceNeverClosed: ({ marks }: { marks: string }) => `This block is never closed; end it with a line ${marks}.`,
  fenceSwallows: ({ marks, line }: { marks: string; line: number }) =>
    `This block is not closed before the next one opens at line ${line}; end it with a line ${marks}.`,
  languageFirst: ({ word }: { word: string }) =>
    `The language comes first, then ${quoted(word)}; write for example "sh run" or "yaml check".`,
  roleSecond: ({ word }: { word: string }) => `The role comes right after the language, before ${quoted(word)}.`,
  unknownRole: ({ word }: { word: string }) => `${quoted(word)} is not a role.`,
  roleLanguage: ({ role, language, languages }: { role: string; language: string; languages: readonly string[] }) =>
    `A ${role} block is written in ${either(languages)}, not in ${quoted(language)}.`,
  solutionLanguage: ({ language }: { language: string }) =>
    `A solution in ${quoted(language)} has to say which file it is: file=NAME. Commands are sh, http or sql.`,
  unknownOption: ({ word }: { word: string }) => `The option ${quoted(word)} is unknown here.`,
  noOptionsHere: 'This block takes no options.',
  optionTwice: ({ name }: { name: string }) => `${name} stands here twice.`,
  optionTakesNoValue: ({ name }: { name: string }) => `${name} takes no value.`,
  optionWantsValue: ({ name }: { name: string }) => `${name} needs a value: ${name}=...`,
  badTimeout: ({ value }: { value: string }) =>
    `The timeout ${quoted(value)} is not a time from 1ms to 60m, such as 500ms, 20s or 2m.`,
  expectFailOnly: 'Only expect=fail is known; without it a command has to end well.',
  blockIdTwice: ({ id }: { id: string }) => `Another block of this lesson has the id ${id} already.`,
  fromWithText: 'A file that is copied has its contents from elsewhere. Leave this block empty.',
  fromMissing: ({ name }: { name: string }) => `Beside the lesson there is no file ${quoted(name)} to copy.`,
  wantsBatchFile: 'A batch file ends in .bat or .cmd.',
  batchInMistake:
    'A batch file is not run on every system, so a mistake cannot be known by it. Look at its text with file.',
  fileTwice: ({ name }: { name: string }) => `This step writes ${quoted(name)} twice.`,
  runEmpty: 'There is no command in this block.',
  backgroundInteractive: 'A block is either background or interactive.',
  backgroundNeedsId: 'A background block needs id=NAME, so that it can be stopped and checked.',
  notForBackground: ({ name }: { name: string }) =>
    `A background block stays until it is stopped; ${name} does not apply.`,
  oneCommandOnly: ({ flag }: { flag: string }) => `A block that is ${flag} has exactly one command.`,
  unknownBackground: ({ id }: { id: string }) => `No background block before this has the id ${quoted(id)}.`,
  spaceAfterBackslash: 'There is a space after the backslash, so the line does not continue. Remove the space.',
  nothingFollows: 'The backslash continues the line, but nothing follows.',
  stdinWithoutRun: 'There is no run block before this that it could feed.',
  stdinNotSh: ({ kind }: { kind: string }) => `Only a sh block can be fed; the block before this is ${kind}.`,
  stdinTwice: 'The block before this is fed by another stdin block already.',
  sqlEmpty: 'There is no statement in this block.',
  sqlNeedsAt: 'A sql block says which database it is for.',
  unknownDatabase: ({ name }: { name: string }) => `There is no database ${quoted(name)}.`,
  unknownPlace: ({ name }: { name: string }) => `There is no place ${quoted(name)} where commands can run.`,
  httpEmpty: 'There is no request in this block; write for example GET http://localhost:8083/connectors.',
  httpNeedsUrl: 'The URL is missing.',
  httpStray: ({ word }: { word: string }) => `${quoted(word)} is too much; a request is METHOD URL.`,
  unknownMethod: ({ method }: { method: string }) => `${quoted(method)} is not a request method.`,
  badUrl: ({ url, fault }: { url: string; fault: keyof typeof urlFaults }) => `${quoted(url)} ${urlFaults[fault]}.`,
  badHeader: 'A header is written Name: value. An empty line comes before the body.',
  pathOutside: ({ path }: { path: string }) =>
    `${quoted(path)} is outside the lesson's folder. A file inside is ${'$'}{env:WORKSPACE}/LESSON/NAME.`,
  methodWithoutBody: ({ method }: { method: string }) => `${method} has no body.`,

  // quiz
  quizMark: 'An option starts with [ ] or, if it is right, with [x], and a space after it.',
  quizUnmarked: 'In a quiz every item starts with [ ] or [x].',
  quizEmptyOption: 'The option is empty.',
  quizStray: 'An option is one paragraph, with at most one indented quote under it as its feedback.',
  quizTwice: 'A step has one quiz. Is a quote under an option not indented?',
  quizNeedsTwo: 'A quiz has at least two options.',
  quizNeedsRight: 'No option is right; mark the right one with [x].',

  // assertions
  wantsAssertionList: 'A check is a list: each item starts with a dash, for example "- topic: orders".',
  wantsMistakeList: 'Mistakes are a list: each item starts with a dash and has when and say.',
  wantsAssertion: 'An assertion is a mapping, for example "topic: orders".',
  noSubject: ({ key }: { key: string }) => `The item has no subject; it starts with ${quoted(key)}.`,
  twoSubjects: ({ first, second }: { first: string; second: string }) =>
    `An item is about one thing; this one is about ${first} and ${second}. Make two items of it.`,
  nothingToCheck: ({ subject }: { subject: string }) => `${subject} needs at least one key that says what to check.`,
  wantsKeysBelow: ({ subject }: { subject: string }) => `${subject} takes no value; its keys stand below it.`,
  keysInTwoPlaces: ({ subject, key }: { subject: string; key: string }) =>
    `${quoted(key)} stands beside ${subject}, other keys below it; put all of them below.`,
  besideAbsent: ({ subject, key }: { subject: string; key: string }) =>
    `The ${subject} is not to exist, so it cannot have ${key}.`,
  notTogether: ({ first, second }: { first: string; second: string }) => `${first} and ${second} exclude each other.`,
  leadersAbovePartitions: 'There cannot be more leaders than partitions: each partition has one.',
  spreadAbovePartitions: 'The leaders cannot be on more brokers (spread) than there are partitions.',
  spreadNotLeaders: ({ leaders, spread }: { leaders: number; spread: number }) =>
    `leaders names ${leaders} ${leaders === 1 ? 'broker' : 'brokers'}, so the spread cannot be ${spread}.`,
  assignedToNobody: 'A group without members cannot have partitions assigned.',
  assignedToIdle: 'Where every member is idle, no partition can be assigned.',
  badAddress: ({ address }: { address: string }) =>
    `${quoted(address)} is not an address; write HOST:PORT, for example localhost:9092.`,
  besideNoAnswer: ({ key }: { key: string }) => `The address is not to answer (metadata: false), so ${key} cannot be.`,
  isrAboveReplicas: 'There cannot be more replicas in sync (isr) than replicas.',
  sqlNeedsRows: 'A sql item says what is expected: rows or same-as.',

  // translations
  translation: {
    otherFrontMatter: ({ key }: { key: string }) =>
      `Only title and summary are translated; ${quoted(key)} has to be as in the original.`,
    asInOriginal: ({ text }: { text: string }) =>
      `In the original it is: ${text.replaceAll(/\s+/g, ' ').slice(0, 160)}`,
    strangeStep: ({ id }: { id: string }) => `The original has no step ${id}.`,
    stepMissing: ({ id }: { id: string }) => `The step ${id} of the original is missing before this.`,
    otherOrder: ({ id }: { id: string }) => `The step ${id} stands in another place in the original.`,
    otherBlock: ({ info }: { info: string }) => `The original has no block "${info}" here.`,
    blockExpected: ({ info }: { info: string }) => `The block that comes here is "${info}".`,
    blockMissing: ({ info }: { info: string }) => `The block "${info}" of the original is missing in this step.`,
    otherLine: 'This line is not as in the original. Blocks are not translated, but for what say tells.',
    otherHints: ({ wanted, found }: { wanted: number; found: number }) =>
      `The original has ${wanted} ${wanted === 1 ? 'hint' : 'hints'} in this step, the translation ${found}.`,
    otherOptions: ({ wanted, found }: { wanted: number; found: number }) =>
      `The original's quiz has ${wanted} options, the translation's ${found}.`,
    otherMark: ({ correct }: { correct: boolean }) =>
      `In the original this option is ${correct ? 'right: [x]' : 'wrong: [ ]'}.`,
    feedbackMissing: 'In the original this option has feedback, a quote under it.',
  },
};
