import type { ToolTable } from '../command/tools/tool-table.ts';
import type { Pack } from '../lesson/types.ts';
import type { Language } from '../messages/index.ts';
import type { LineState } from '../terminal/line-editor.ts';
import type { LineAid } from './line-aid.ts';
import type { Scroll } from './scroll.ts';
import type { Focus, Notice, Overlay, PaneId, Size } from './view-state.ts';

/** What the learner does to the view itself; what happens to the course comes as session events. */
export type UiAction =
  /** time has passed */
  | { readonly type: 'clock' }
  | { readonly type: 'resized'; readonly size: Size }
  /** any key: remarks on the key before it go */
  | { readonly type: 'key-pressed' }
  | { readonly type: 'notices-dismissed' }
  /** a character came while letters are keys; isKey: it is one */
  | { readonly type: 'letter-typed'; readonly text: string; readonly isKey: boolean }
  /** what was typed so is no word, or has become a line */
  | { readonly type: 'word-over' }
  | { readonly type: 'said'; readonly level: Notice['level']; readonly text: string }
  | { readonly type: 'focused'; readonly focus: Focus }
  | { readonly type: 'scrolled'; readonly pane: PaneId | 'overlay'; readonly scroll: Scroll }
  /** the step's text was seen, as far as its commands */
  | { readonly type: 'text-read' }
  | { readonly type: 'overlay-shown'; readonly overlay: Overlay }
  /** the live view is opened or closed */
  | { readonly type: 'live-toggled' }
  | { readonly type: 'command-edited'; readonly line: LineState }
  /** what helps with it is shown, or goes; `line`, where it changes with it */
  | { readonly type: 'line-aided'; readonly aid: LineAid | undefined; readonly line?: LineState }
  /** pasted lines wait for their turn; none: those that waited are dropped */
  | { readonly type: 'lines-waiting'; readonly lines: readonly string[] }
  | { readonly type: 'tools-known'; readonly tools: ToolTable }
  /** the command line was sent off: it closes */
  | { readonly type: 'command-submitted' }
  /** what was sent off is over */
  | { readonly type: 'command-over' }
  | { readonly type: 'input-edited'; readonly line: LineState }
  | { readonly type: 'quiz-moved'; readonly to: number }
  | { readonly type: 'quiz-chosen'; readonly chosen: readonly number[] }
  /** the program speaks another language now; the course in it */
  | { readonly type: 'language-switched'; readonly pack: Pack; readonly from: Language; readonly to: Language }
  /** its author has changed the pack; or has broken it, which `problem` tells, and the pack is the one before */
  | { readonly type: 'pack-changed'; readonly pack: Pack; readonly problem: string | undefined }
  /** Ctrl+C */
  | { readonly type: 'interrupted' };
