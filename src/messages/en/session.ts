import { The, the } from './service-names.ts';

/** What a session tells: how commands ended, what it did to the environment. */
export const session = {
  brokerAt: ({ address }: { address: string }) => `the broker at ${address}`,
  serviceNeverStarted: ({ service }: { service: string }) => `${the(service)}, which was never started,`,
  serviceItself: ({ service }: { service: string }) => the(service),
  startedAgain: ({ service }: { service: string }) =>
    `${The(service)} had stopped. It is running again; what it stored is still there.`,
  closed: 'kafka-lessons is closing.',
  commandEndedWell: 'the command ended well',
  commandFailedAsWanted: 'the command failed, as it should',
  endedWell: 'it ends well',
  exited: ({ exit }: { exit: number }) => `it ended with exit code ${exit}`,
  givenUp: ({ line }: { line: string }) => `Stopped before it was started: ${line}`,
  endedBySignal: 'it was ended from outside',
  timedOut: 'it was stopped because it took too long',
  shouldHaveFailed: 'it went well, but here it should have been refused',
  rebuilding: ({ steps }: { steps: number }) =>
    `The cluster is a new one. The ${steps === 1 ? 'step' : `${steps} steps`} you did in this lesson ${steps === 1 ? 'is' : 'are'} performed again.`,
  performedFor: ({ steps }: { steps: number }) =>
    `${steps === 1 ? 'The step' : `The ${steps} steps`} of this lesson before this one ${steps === 1 ? 'is' : 'are'} performed for you.`,
  goingOn: ({ steps }: { steps: number }) =>
    `The lesson was not put back to its end the last time. The ${steps === 1 ? 'step' : `${steps} steps`} you did in it ${steps === 1 ? 'is' : 'are'} performed again.`,
  setupAgain: 'The cluster is a new one, so what was broken at the beginning of this step is broken again.',
  setupFailed: ({ line, problem }: { line: string; problem: string }) =>
    `This step could not be prepared. It needs: ${line} - and that went wrong: ${problem}.`,
  setupUnfinished:
    'This step could not be prepared: its commands ended well, but what they should bring about did not come.',
  setupNotReached: ({ label, expected, actual }: Record<'label' | 'expected' | 'actual', string>) =>
    `${label}: ${expected} was expected, found: ${actual}.`,
  setupNext: 'Enter tries again. If it goes wrong again, kafka-lessons doctor says what may be the matter.',
  leftovers: ({ names }: { names: string }) => `Removed what an earlier attempt at this lesson had left: ${names}.`,
  servicesAligned: ({ names }: { names: readonly string[] }) =>
    `${names.join(' and ')} ${names.length === 1 ? 'was' : 'were'} put back to where this step needs ${names.length === 1 ? 'it' : 'them'}.`,
  topicNotDeleted: ({ topic }: { topic: string }) => `The topic ${topic} could not be deleted.`,
  topicNotDeletedWhy: ({ error }: { error: string }) => `Kafka refuses it: ${error}.`,
  holdsNoMore: ({ checks }: { checks: readonly string[] }) =>
    `Looked again: this is no longer as the step left it: ${checks.join(', ')}. The step stays done; r performs it again.`,
  environment: 'environment',
  madeAnew: 'The lesson was put back to where this step begins, and the step performed from there.',
  busy: 'What was asked for before is still under way. Ctrl+C stops it.',
  fault: ({ problem }: { problem: string }) =>
    `Something went wrong in kafka-lessons itself: ${problem}. Press Enter to try again.`,
};
