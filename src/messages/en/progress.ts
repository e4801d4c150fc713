const kept = 'What you do now is not remembered';

/** The progress file and its lock. */
export const progress = {
  newer: ({ path }: { path: string }) => `The progress file was written by a newer kafka-lessons: ${path}`,
  newerWhy: 'This version does not know its format, and leaves it as it is.',
  newerNext: 'Start the newer version, for example: npx kafka-lessons@latest',
  unreadable: ({ path, reason }: { path: string; reason: string }) =>
    `The progress file cannot be read (${reason}): ${path}`,
  unreadableNext: 'Make the file readable for you, then start again.',
  damaged: ({ path }: { path: string }) => `The progress file is damaged: ${path}`,
  damagedWhy: 'There is no good copy of it either.',
  damagedNext: 'Start kafka-lessons: it moves the file aside and begins a new one.',

  damagedRestored: ({ aside }: { aside: string }) =>
    `The progress file was damaged. The copy before it is used, so your last step may be missing. The damaged file is now ${aside}`,
  damagedLost: ({ aside }: { aside: string }) =>
    `The progress file was damaged and there is no good copy of it, so the course begins anew. The damaged file is now ${aside}`,
  missingRestored:
    'The progress file was missing. The copy before it is used. To begin the course anew: kafka-lessons reset',
  cannotMove: ({ path }: { path: string }) => `${path} (it could not be moved)`,

  locked: ({ pid }: { pid: number | undefined }) =>
    pid === undefined ? 'kafka-lessons is already open.' : `kafka-lessons is already open (process ${pid}).`,
  lockedWhy: "Two at once would overwrite each other's progress.",
  lockedNext: 'Go back to the other terminal, or quit there with q and start again.',
  lockLost: 'Another kafka-lessons has taken over the progress file.',
  lockLostWhy: `This one did not answer for a while, as after a long sleep of the machine. ${kept}.`,
  lockLostNext: 'Quit here with q, and go on in the other terminal.',

  notSaved: 'Progress cannot be saved.',
  diskFull: ({ home }: { home: string }) => `The disk is full: ${home}`,
  readOnly: ({ home }: { home: string }) => `This folder may not be written to: ${home}`,
  otherReason: ({ home, reason }: { home: string; reason: string }) => `${home}: ${reason}`,
  diskFullNext: 'Make some room. You can go on meanwhile; it is tried again with each step.',
  readOnlyNext: 'Allow writing there, or name another folder in KAFKA_LESSONS_HOME. You can go on meanwhile.',
};
