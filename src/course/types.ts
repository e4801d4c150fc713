import type { Pack } from '../lesson/types.ts';

/** `topics/create`: the key of progress. */
export type StepRef = { readonly lesson: string; readonly step: string };
export type StepKey = `${string}/${string}`;

export type StepRecord = {
  readonly status: 'passed' | 'skipped' | 'tried';
  /** ISO time of the last change */
  readonly at: string;
  readonly attempts: number;
  readonly hints: number;
  /** the step's content when it was passed; another hash now means it was edited since */
  readonly hash: string;
  /** the learner opened it while steps before it were not done */
  readonly ahead?: true;
};

export type CourseRecords = {
  /** the step on the screen */
  readonly current?: StepKey;
  /** lesson id → id of the cluster in which its steps were performed; another id now means that their results are lost */
  readonly clusters?: Readonly<Record<string, string>>;
  /** step with a setup → id of the cluster in which it was set up; until what its lesson owns is removed */
  readonly setups?: Readonly<Record<StepKey, string>>;
  readonly steps: Readonly<Record<StepKey, StepRecord>>;
};

export type CourseState = CourseRecords & {
  readonly pack: Pack;
  /** no step is locked: for those who write lessons */
  readonly anywhere?: true;
};

/** What the map shows for a step; `running`, `checking` and the like are the session's. ahead: opened although it was locked, and not done */
export type StepStanding = 'locked' | 'open' | 'ahead' | 'passed' | 'skipped';
