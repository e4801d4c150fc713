/** What is told to people who write how the mistakes of a lesson are made (tries.yaml). */

const quoted = (text: string): string => `"${text.replaceAll(/\s+/g, ' ').slice(0, 60)}"`;

export const tries = {
  wantsList: 'A list is expected here: each item has a step and its tries.',
  noDeed: ({ key }: { key: string }) => `${quoted(key)} is nothing that a learner does.`,
  twoDeeds: ({ first, second }: { first: string; second: string }) =>
    `One thing after the other: ${first} and ${second} are two items of the list.`,
  unknownStep: ({ step }: { step: string }) => `This lesson has no step ${quoted(step)}.`,
  noMistakes: ({ step }: { step: string }) => `The step ${step} has no mistakes.`,
  unknownMistake: 'No mistake of this step begins like this.',
  mistakesAre: ({ sayings }: { sayings: readonly string[] }) =>
    `They begin: ${sayings.map((say) => quoted(say.slice(0, 40))).join(', ')}.`,
  severalMistakes: ({ count }: { count: number }) =>
    `${count} mistakes of this step begin like this; write more of the sentence.`,
  noGiven: ({ file, step }: { file: string; step: string }) =>
    `Neither the step ${step} nor one before it gives the file ${quoted(file)}.`,
  noSolution: ({ file, step }: { file: string; step: string }) =>
    `Neither the step ${step} nor one before it has a solution for the file ${quoted(file)}.`,
  notInFile: ({ file }: { file: string }) => `The file ${quoted(file)} does not have this text.`,
  replaceAndWith: 'replace and with go together: the text in the file, and what takes its place.',
  pressEnter: 'Only "press: enter" is known.',
};
