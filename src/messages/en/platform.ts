/** What the system stands in the way of. */
export const platform = {
  lineTooLong: ({ file, characters }: { file: string; characters: number }) =>
    `${file} cannot be started: its command line would be ${characters} characters long.`,
  lineTooLongWhy: ({ longest }: { longest: number }) =>
    `It is a batch file, and cmd.exe reads no more than ${longest} characters.`,
  lineTooLongNext: 'Set KAFKA_LESSONS_HOME to a folder with a shorter path, for example C:\\kafka-lessons.',
  lineBreak: ({ file }: { file: string }) => `${file} cannot be started: there is a line break in what it is told.`,
  lineBreakWhy: 'It is a batch file, and cmd.exe would take the rest for another command.',
  kafkaHere: 'Kafka was not made for Windows: a broker ends when a topic is deleted.',
  kafkaHereWhy: 'It renames a folder whose files are open, which Windows refuses (KAFKA-1194).',
  kafkaHereFix: 'use Docker (kafka-lessons --engine docker), or start kafka-lessons inside WSL 2',
  /** what was to be written could not be */
  disk: {
    refused: ({ path }: { path: string }) => `This cannot be written: ${path}`,
    refusedSomewhere: 'Something could not be written.',
    why: {
      full: 'The disk is full.',
      'not-allowed': 'You may not write there.',
      'in-the-way': 'Something else has this name, or that of a folder above it.',
    },
    next: {
      full: 'Make some room, then try again. kafka-lessons doctor says how much is needed.',
      'not-allowed':
        'Allow writing there, or name other folders in KAFKA_LESSONS_HOME (progress, brokers) and KAFKA_LESSONS_CACHE (downloads).',
      'in-the-way': 'Move it away, then try again.',
    },
  },
  noEditor: 'No editor was found.',
  editorMissing: ({ variable, value }: { variable: string; value: string }) =>
    `${variable} says ${value}, and there is no such program.`,
  editorUnclear: ({ variable, value }: { variable: string; value: string }) =>
    `${variable} says ${value}, which needs a shell.`,
  editorNext: ({ example }: { example: string }) =>
    `Set VISUAL or EDITOR to a program and its options, for example ${example}.`,
};
