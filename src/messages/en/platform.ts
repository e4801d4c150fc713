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
  noEditor: 'No editor was found.',
  editorMissing: ({ variable, value }: { variable: string; value: string }) =>
    `${variable} says ${value}, and there is no such program.`,
  editorUnclear: ({ variable, value }: { variable: string; value: string }) =>
    `${variable} says ${value}, which needs a shell.`,
  editorNext: ({ example }: { example: string }) =>
    `Set VISUAL or EDITOR to a program and its options, for example ${example}.`,
};
