const quoted = (folder: string): string => (/\s/.test(folder) ? `"${folder}"` : folder);

/** `author new`: a pack to begin with. */
export const authorNew = {
  about: 'make a pack with one small lesson in a new folder',
  notEmpty: ({ folder }: { folder: string }) => `There is something in ${folder} already.`,
  isFile: ({ folder }: { folder: string }) => `${folder} is a file.`,
  unusable: ({ folder, reason }: { folder: string; reason: string }) => `${folder} cannot be read (${reason}).`,
  notEmptyNext: 'name a folder that is empty or not there yet',
  made: ({ folder, lessons }: { folder: string; lessons: readonly string[] }) =>
    `Made ${folder} with a pack.yaml and the lesson ${lessons.join(', ')}.`,
  nextSteps: ({ folder }: { folder: string }) =>
    [
      `See it:         kafka-lessons author preview ${quoted(folder)}`,
      `Look it over:   kafka-lessons author check ${quoted(folder)}`,
      `Prove it:       kafka-lessons author test --pack ${quoted(folder)}`,
    ].join('\n'),
};
