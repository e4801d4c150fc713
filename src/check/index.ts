export { describeAssertion, isFinal } from './describe.ts';
export { blockedByUnreachable, evaluate } from './evaluate.ts';
export { matchMistake } from './mistakes.ts';
export { type CheckUpdate, type Poll, pollCheck } from './poll.ts';
