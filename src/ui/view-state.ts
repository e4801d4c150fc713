import type { LiveNames } from '../command/complete/types.ts';
import type { ToolTable } from '../command/tools/tool-table.ts';
import type { RunEnd } from '../command/types.ts';
import type { CourseState, StepRef } from '../course/types.ts';
import type { EngineKind } from '../engine/types.ts';
import type { Pack, ServiceName } from '../lesson/types.ts';
import type { Snapshot } from '../live/snapshot.ts';
import type { CheckState, PanelState, RunInfo, ServiceState, StepPhase } from '../session/events.ts';
import type { LineState } from '../terminal/line-editor.ts';
import type { LineAid } from './line-aid.ts';
import type { OutputLog } from './output-log.ts';
import type { Scroll } from './scroll.ts';
import type { TypedWord } from './typed-word.ts';

/** Everything the screen is drawn from. Plain data: the same state always gives the same frame. */
export type ViewState = {
  readonly pack: Pack;
  /** what is wrong in the author's files since this pack was read */
  readonly problem?: string;
  readonly size: Size;
  /** milliseconds; moves with every action, and by itself only while something is under way */
  readonly now: number;
  readonly course?: CourseState;
  /** where the learner's files of the lesson are */
  readonly folder?: string;
  readonly engine?: {
    readonly kind: EngineKind;
    readonly because: string;
    readonly services: readonly ServiceName[];
  };
  readonly services: Readonly<Partial<Record<ServiceName, ServiceState>>>;
  /** when something was last told of a service, in milliseconds */
  readonly servicesToldAt?: number;
  readonly ref?: StepRef;
  readonly phase: StepPhase;
  /** when the phase began */
  readonly phaseSince: number;
  /** of the step on the screen, oldest first */
  readonly runs: readonly RunView[];
  readonly backgrounds: readonly RunView[];
  readonly checks: readonly CheckView[];
  readonly mistake?: MistakeView;
  /** id of a panel → how it stands, once it was looked at */
  readonly panels: Readonly<Record<string, PanelState>>;
  /** id of a panel → what was found in it when it was first looked at: as long as that is so, nothing was done about it */
  readonly panelsFirst: Readonly<Record<string, readonly string[]>>;
  /** id of a panel → the run after which it last became another: what is said of it stands there */
  readonly panelsChanged: Readonly<Record<string, number>>;
  /** id of a panel → what is recognised in it */
  readonly panelMistakes: Readonly<Record<string, MistakeView>>;
  /** so many steps that the open one builds on are being performed */
  readonly earlier: number;
  /** how far the setup of the step is, while it is not over or has failed */
  readonly setup?: { readonly done: number; readonly total: number };
  /** hints that are shown, in order, by their place in the lesson */
  readonly hints: readonly number[];
  /** commands of the learner's own in a row that brought nothing */
  readonly missed: number;
  /** its text was looked through, as far as its commands */
  readonly isRead: boolean;
  readonly quiz: QuizView;
  readonly live: LiveView;
  readonly notices: readonly Notice[];
  readonly overlay: Overlay;
  readonly focus: Focus;
  /** the pane the focus goes back to when an input is left */
  readonly pane: PaneId;
  readonly scroll: Readonly<Record<string, Scroll>>;
  /** a command line was sent and is not over: from the key on, before anything is seen of the command */
  readonly sending: boolean;
  /** the command line, with its history */
  readonly command: LineState;
  /** what stands above it to help with it */
  readonly aid?: LineAid;
  /** pasted lines that come into it one after the other */
  readonly waiting: readonly string[];
  /** what Kafka's tools know, once it was read */
  readonly tools?: ToolTable;
  /** what is being typed for the interactive command */
  readonly input: LineState;
  /** what is typed while letters are keys */
  readonly word?: TypedWord;
  /** when Ctrl+C was pressed last */
  readonly interruptedAt?: number;
};

export type Size = { readonly columns: number; readonly rows: number };

export type RunView = {
  readonly info: RunInfo;
  readonly log: OutputLog;
  /** the unfinished last line */
  readonly partial: string;
  readonly startedAt: number;
  readonly end?: RunEnd;
  /** what was typed for it, and not sent before it ended */
  readonly unsent?: string;
};

export type MistakeView = { readonly say: string; readonly tryNext?: string };

export type CheckView = {
  readonly index: number;
  readonly label: string;
  /** id of the panel it belongs to */
  readonly panel?: string;
  readonly state: CheckState;
};

export type QuizView = {
  /** option under the cursor, from 0 */
  readonly cursor: number;
  readonly chosen: readonly number[];
  readonly answer?: { readonly chosen: readonly number[]; readonly right: boolean };
};

/** How Kafka looks, as far as somebody watches. */
export type LiveView = {
  /** the pane was opened or closed by the learner; undefined: it is open where there is much room */
  readonly isOpen?: boolean;
  readonly snapshot?: Snapshot;
  /** how it looked when the step began, or when it was first seen since */
  readonly baseline?: Snapshot;
  /** all that was seen since then */
  readonly names?: LiveNames;
};

export type Notice = {
  readonly level: 'info' | 'warning' | 'error';
  readonly text: string;
  /** stays until it is answered by Enter or Esc; else the next key takes it away */
  readonly sticky: boolean;
};

export type PaneId = 'lesson' | 'work' | 'live' | `run-${number}`;
export type Focus = PaneId | 'input' | 'command';

export type Overlay =
  | { readonly kind: 'none' }
  | { readonly kind: 'help' }
  /** the live view, where there is no room beside the lesson */
  | { readonly kind: 'live' }
  | MapOverlay
  /** from: the page it was opened from, and goes back to */
  | { readonly kind: 'copy'; readonly text: string; readonly from?: 'solution' }
  | { readonly kind: 'skip' }
  /** does the learner really want to see the solution now */
  | { readonly kind: 'solution-ask' }
  | { readonly kind: 'solution' }
  | { readonly kind: 'finished' };

/** All lessons, each on a line, one of them with its steps. */
export type MapOverlay = {
  readonly kind: 'map';
  /** where the cursor is */
  readonly at: MapPlace;
  /** id of the lesson whose steps are shown */
  readonly unfolded?: string;
  /** what is typed to find steps; only those that match are shown then */
  readonly search?: LineState;
  /** the step under the cursor is locked: whether it is opened all the same is asked */
  readonly asks: boolean;
};

/** A lesson, or a step of it. */
export type MapPlace = { readonly lesson: string; readonly step?: string };

export const paneOfRun = (run: number): PaneId => `run-${run}`;
