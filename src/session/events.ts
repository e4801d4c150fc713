import type { CheckResult } from '../check/result.ts';
import type { OutputLine, RunEnd } from '../command/types.ts';
import type { CourseState, StepRef } from '../course/types.ts';
import type { EngineKind, Progress } from '../engine/types.ts';
import type { Explanation } from '../errors.ts';
import type { ServiceName } from '../lesson/types.ts';
import type { Snapshot } from '../live/snapshot.ts';

/** The only thing that views and printers read. */

/** Where the step on the screen stands. */
export type StepPhase =
  /** nothing has been done, or it was opened again */
  | 'open'
  /** its services are being started */
  | 'preparing'
  | 'running'
  | 'checking'
  /** an exercise: looked at again and again until it is right */
  | 'watching'
  | 'passed'
  | 'failed'
  | 'skipped'
  /** the environment does not answer; Enter starts it again */
  | 'blocked';

/** The brokers of a service that has several, where some of them do not run. */
export type BrokersLeft = { readonly count: number; readonly missing: readonly string[] };

export type ServiceState =
  | { readonly state: 'off' }
  | { readonly state: 'starting'; readonly progress: Progress }
  | { readonly state: 'up'; readonly address: string; readonly brokers?: BrokersLeft }
  | { readonly state: 'down'; readonly brokers?: BrokersLeft }
  | { readonly state: 'failed'; readonly explanation: Explanation };

export type RunKind = 'foreground' | 'background' | 'interactive';

export type RunInfo = {
  /** counts up; never reused in a session */
  readonly run: number;
  readonly ref: StepRef;
  /** the lesson's or the learner's line */
  readonly line: string;
  /** what really runs, where that differs */
  readonly shown?: string;
  readonly remarks: readonly string[];
  readonly kind: RunKind;
  /** of a background block */
  readonly id?: string;
  /** typed by the learner */
  readonly typed: boolean;
};

/** A check while it is not yet decided, or its last word. */
export type CheckState =
  | { readonly status: 'waiting'; readonly expected: string; readonly actual: string; readonly ms: number }
  | CheckResult;

/** A part of a board; blocked: it could not be looked at. */
export type PanelState = 'broken' | 'mended' | 'blocked';

export type SessionEvent =
  | {
      readonly type: 'engine';
      readonly kind: EngineKind;
      readonly because: string;
      /** those it has; a step that needs another one is there to be read */
      readonly services: readonly ServiceName[];
    }
  | { readonly type: 'course'; readonly course: CourseState }
  | { readonly type: 'service'; readonly service: ServiceName; readonly state: ServiceState }
  /** another step is on the screen: runs (but for background ones), checks and hints of the former one go */
  | {
      readonly type: 'opened';
      readonly ref: StepRef;
      /** where the learner's files of the lesson are */
      readonly folder?: string;
    }
  | { readonly type: 'phase'; readonly ref: StepRef; readonly phase: StepPhase }
  | { readonly type: 'run-started'; readonly info: RunInfo }
  | { readonly type: 'output'; readonly run: number; readonly lines: readonly OutputLine[]; readonly partial: string }
  | { readonly type: 'run-ended'; readonly run: number; readonly end: RunEnd }
  /** the step is being set up: so many of its parts are done */
  | { readonly type: 'setup'; readonly ref: StepRef; readonly done: number; readonly total: number }
  /** so many steps that the open one builds on are being performed; 0: that is over */
  | { readonly type: 'earlier'; readonly steps: number }
  /** index counts from 0; label is one line, e.g. `topic quickstart-events` */
  | {
      readonly type: 'check';
      readonly ref: StepRef;
      readonly index: number;
      readonly label: string;
      /** id of the panel it belongs to, in a step with a board */
      readonly panel?: string;
      readonly state: CheckState;
    }
  /** how a panel of a board stands; told after its checks */
  | { readonly type: 'panel'; readonly ref: StepRef; readonly panel: string; readonly state: PanelState }
  /** the mistake that is recognised now, of each panel by itself; without say: none any more */
  | {
      readonly type: 'mistake';
      readonly ref: StepRef;
      readonly say?: string;
      readonly tryNext?: string;
      readonly panel?: string;
    }
  /** so many are shown now; hint: the newest, counted from 0 in the order of the file, where it is not simply the next */
  | { readonly type: 'hint'; readonly ref: StepRef; readonly shown: number; readonly hint?: number }
  | { readonly type: 'quiz'; readonly ref: StepRef; readonly chosen: readonly number[]; readonly right: boolean }
  /** Kafka looks otherwise than when it was last told; only while somebody watches */
  | { readonly type: 'live'; readonly snapshot: Snapshot }
  | { readonly type: 'notice'; readonly level: 'info' | 'warning' | 'error'; readonly text: string };
