const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** `author test`: what is proved of a step, and what was found where it does not hold. */
export const authorTest = {
  test: {
    about:
      'prove a pack on a throwaway environment: checks fail before and hold after, twice; mistakes are told; nothing is left',
    junit: 'also write the result as JUnit XML',
    resume: 'leave out the lessons that have passed since their files were changed',
  },
  begin: ({ lessons, engine, because }: { lessons: number; engine: string; because: string }) =>
    `Proving ${count(lessons, 'lesson', 'lessons')} on a throwaway environment, engine ${engine} (${because}).`,
  nothingToDo: 'Every lesson has passed since its files were changed. Without --resume they are proved again.',
  leftOut: ({ lessons }: { lessons: readonly string[] }) =>
    `Left out, because nothing was changed since they passed: ${lessons.join(', ')}.`,
  working: {
    first: ({ step }: { step: string }) => `${step}: performing it`,
    again: ({ step }: { step: string }) => `${step}: performing it again`,
    mistake: ({ step, say }: { step: string; say: string }) => `${step}: making the mistake "${say.slice(0, 40)}..."`,
    clean: ({ lesson }: { lesson: string }) => `${lesson}: looking what is left behind`,
  },
  /** what a passed claim has shown, for the step's line */
  shown: {
    first: 'fails before, passes after',
    again: 'twice',
    mistakes: ({ tried, all }: { tried: number; all: number }) =>
      tried === all ? count(tried, 'mistake told', 'mistakes told') : `${tried} of ${all} mistakes told`,
    untried: ({ count: number }: { count: number }) => `${count(number, 'mistake', 'mistakes')} not tried`,
    clean: 'nothing left behind',
  },
  /** a claim by itself: names of test cases, and what a failure is about */
  claims: {
    first: 'fails before, passes after',
    again: 'passes again when the lesson is repeated',
    mistake: ({ say }: { say: string }) => `tells: ${say.slice(0, 70)}${say.length > 70 ? '...' : ''}`,
    clean: 'leaves nothing behind',
  },
  notHere: 'this engine lacks what the step needs',
  passedBefore: ({ label }: { label: string }) =>
    `This check passes although the step has not been performed: ${label}`,
  passedBeforeNext:
    'Check something that only the step brings about, or let the lesson own what an earlier run has left.',
  doesNotPass: 'The step does not pass with its own commands:',
  notLasting: 'The checks held right after the step, but not a moment later:',
  blocked: 'The environment could not be used:',
  check: ({ label }: { label: string }) => `${label}`,
  expected: ({ text }: { text: string }) => `expected  ${text}`,
  found: ({ text }: { text: string }) => `found     ${text}`,
  because: ({ text }: { text: string }) => `because   ${text}`,
  next: ({ text }: { text: string }) => `next      ${text}`,
  command: ({ line, exit }: { line: string; exit: number | undefined }) =>
    `${exit === undefined ? 'ended from outside' : `exit ${exit}`}: ${line}`,
  output: ({ text }: { text: string }) => `| ${text}`,
  notTold: 'The mistake was made and not told.',
  madeAt: ({ place }: { place: string }) => `made at   ${place}`,
  wanted: ({ say }: { say: string }) => `expected  ${say}`,
  toldOther: ({ say }: { say: string }) => `found     another mistake was told: ${say}`,
  toldNone: 'found     no mistake was told: its "when" does not hold',
  toldSolved: 'found     the checks of the step hold, so nobody is told of a mistake',
  left: ({ names }: { names: readonly string[] }) =>
    `This is still there after the lesson and what it owns was removed: ${names.join(', ')}`,
  leftNext: 'Name it in "owns" at the top of the lesson, or let a step remove it.',
  leftNames: {
    topic: ({ name }: { name: string }) => `topic ${name}`,
    group: ({ name }: { name: string }) => `group ${name}`,
    connector: ({ name }: { name: string }) => `connector ${name}`,
    table: ({ name }: { name: string }) => `table ${name}`,
  },
  summary: ({ passed, failed, skipped }: { passed: number; failed: number; skipped: number }) =>
    `${passed} proved, ${failed} failed${skipped === 0 ? '' : `, ${skipped} not on this engine`}`,
  times: 'Lessons',
  slowest: 'Slowest steps',
  interrupted: 'Stopped. What was proved so far is remembered: --resume goes on from here.',
  triesErrors: ({ errors }: { errors: number }) =>
    errors === 1 ? 'A tries.yaml of the lessons has an error.' : `The tries.yaml of the lessons have ${errors} errors.`,
  triesErrorsNext: 'mend the file and start again',
  wantsFolder: ({ given }: { given: string }) => `${given} is not a folder; packs are written and proved in one.`,
  wantsFolderNext: 'unpack it, and name the folder with its pack.yaml',
  cannotWrite: ({ path, reason }: { path: string; reason: string }) => `${path} cannot be written (${reason}).`,
  cannotWriteNext: 'name another file after --junit',
};
