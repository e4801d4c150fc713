/** What `kafka-lessons author` says to people who write lessons. */

const parts = (part: string): string => (part === '(intro)' ? 'the introduction' : `the step ${part}`);
const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;

export const author = {
  description: 'for people who write lessons: look through a pack, and more',
  options: {
    check: 'look through a pack: what is wrong in its files, and what could be better',
    accept: 'remember that the translations in this language are up to date with the original',
    release: 'remember the lessons and steps as they are now: learners will have progress under these names',
    schema:
      'print a part of the lesson format as a JSON schema, for editors: pack, front-matter, check, mistakes, glossary',
  },

  noSuchSchema: ({ part }: { part: string }) => `The lesson format has no part ${part}.`,
  schemaParts: ({ parts }: { parts: readonly string[] }) => `one of ${parts.join(', ')}`,

  severities: { error: 'error', warning: 'warning' },
  clean: ({ lessons, steps }: { lessons: number; steps: number }) =>
    `${counted(lessons, 'lesson')}, ${counted(steps, 'step')}: nothing to mend.`,
  summary: ({ errors, warnings }: { errors: number; warnings: number }) =>
    `${counted(errors, 'error')}, ${counted(warnings, 'warning')}.`,
  accepted: ({ language, file }: { language: string; file: string }) =>
    `${file} says now that the translations in ${language} are up to date.`,
  released: ({ file }: { file: string }) => `${file} has the lessons and steps as they are now.`,
  notWritten: 'Nothing was written: the pack has errors.',
  notWrittenNext: ({ line }: { line: string }) => `mend them first; where they are tells: ${line}`,
  nameAPack: 'Nothing says into which pack to write, and this folder has no pack.yaml.',
  nameAPackNext: ({ line, own }: { line: string; own: string }) =>
    `${line} (DIR: the folder of the pack; the course that comes with the program is ${own})`,
  folderMissing: ({ folder }: { folder: string }) => `There is no folder ${folder}.`,
  noFolder: ({ folder }: { folder: string }) => `${folder} is not a folder.`,
  folderNext: 'name the folder that holds pack.yaml',
  packIsAbove: ({ folder, file }: { folder: string; file: string }) =>
    `${folder} is a folder inside a pack: its ${file} is one folder up.`,
  packByOption: ({ name }: { name: string }) => `${name} is a folder; a pack is named with --pack.`,
  noSuchLanguage: ({ language }: { language: string }) => `The pack has no translations in ${language}.`,
  languagesNext: ({ languages }: { languages: readonly string[] }) =>
    languages.length === 0 ? 'add the language to languages in pack.yaml' : `one of ${languages.join(', ')}`,

  // steps
  noHint: ({ id }: { id: string }) => `The step ${id} has no hint.`,
  addHint: 'Write what helps a learner who is stuck, in <details> with a <summary>.',
  noFeedback: 'This option does not say why it is right or wrong.',
  addFeedback: 'Write it as a quote under the option, indented by two spaces.',

  // checks
  matchesAnything: ({ pattern }: { pattern: string }) =>
    `The pattern "${pattern}" matches any text, so this cannot fail.`,
  atLeastNothing: 'At least 0 records there always are, so this cannot fail.',
  fileAsWritten: 'The step itself writes this file so that the check holds, before the learner has done anything.',
  heldBefore: 'An earlier step has made this already, and nothing removes it, so this check cannot fail.',
  mistakeIsCheck:
    'This mistake asks for all that the check asks for. Mistakes are told when a check fails, so it never is.',

  // links
  linkOutside: ({ target }: { target: string }) => `The link ${target} leads out of the pack.`,
  linkToNothing: ({ file }: { file: string }) => `The pack has no file ${file}.`,
  linkToFile: ({ file }: { file: string }) => `Did you mean ${file}?`,
  linkToNoHeading: ({ anchor, file }: { anchor: string; file: string }) => `${file} has no heading #${anchor}.`,

  // words
  wantsTerm:
    'A term is a word in each language, such as { en: topic, ko: 토픽 }; avoid: { ko: [...] } lists words that are not used.',
  avoidedWord: ({ word }: { word: string }) => `The glossary says not to use "${word}".`,
  sayInstead: ({ word }: { word: string }) => `Say "${word}".`,
  termMissing: ({ term, word }: { term: string; word: string }) =>
    `The original introduces "${term}" in this step, and the translation never says "${word}".`,

  // drawings
  wideDrawing: ({ cells, most }: { cells: number; most: number }) =>
    `This row of a drawing is ${cells} cells wide: in a narrow window, where ${most} fit, it is wrapped and the drawing falls apart.`,
  drawNarrower: 'Draw it narrower, or one part below the other; a Korean character takes two cells.',

  // what a lesson owns
  topicNotOwned: ({ topic }: { topic: string }) =>
    `This step creates the topic ${topic}, which no lesson owns: it would stay when the lesson is begun anew.`,
  ownTopic: ({ topic }: { topic: string }) => `Name it in the front matter: owns: { topics: [${topic}] }`,

  // translations
  wantsLock: 'This file is written by kafka-lessons author check --accept: language, lesson, part, hash.',
  noTranslation: ({ file, language }: { file: string; language: string }) =>
    `There is no ${file}; pack.yaml promises the language ${language}.`,
  originalChanged: ({ part }: { part: string }) =>
    `The original of ${parts(part)} has changed since this translation was made.`,
  lessonNeverAccepted: 'Nobody has said yet that this translation is up to date.',
  neverAccepted: ({ part }: { part: string }) =>
    `Nobody has said yet that this translation of ${parts(part)} is up to date.`,
  acceptIt: ({ line }: { line: string }) => `When it is up to date: ${line}`,

  // releases
  wantsReleased: 'This file is written by kafka-lessons author check --release: lessons with lists of their steps.',
  lessonRenamed: ({ id }: { id: string }) =>
    `This lesson was called ${id} in the last release; progress in it would be lost.`,
  stepRenamed: ({ id }: { id: string }) =>
    `This step was called ${id} in the last release; progress in it would be lost.`,
  keepId: ({ id }: { id: string }) => `Keep the id ${id}; the title may change.`,
  lessonVanished: ({ id }: { id: string }) =>
    `The lesson ${id} of the last release is gone; progress in it would be lost.`,
  stepVanished: ({ id, lesson }: { id: string; lesson: string }) =>
    `The step ${id} of the lesson ${lesson} is gone; progress in it would be lost.`,
  releaseIt: ({ line }: { line: string }) => `If it has to go: ${line}`,
};
