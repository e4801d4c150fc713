import type { Pack } from '../lesson/types.ts';
import type { Language } from '../messages/index.ts';
import type { LineState } from '../terminal/line-editor.ts';
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
  | { readonly type: 'said'; readonly level: Notice['level']; readonly text: string }
  | { readonly type: 'focused'; readonly focus: Focus }
  | { readonly type: 'scrolled'; readonly pane: PaneId | 'overlay'; readonly scroll: Scroll }
  | { readonly type: 'overlay-shown'; readonly overlay: Overlay }
  /** the live view is opened or closed */
  | { readonly type: 'live-toggled' }
  | { readonly type: 'command-edited'; readonly line: LineState }
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
