import type { Doubt } from '../command/doubt/types.ts';
import type { UserError } from '../errors.ts';
import { messages } from '../messages/index.ts';
import type { UiAction } from './actions.ts';
import { aheadRows } from './content/map.ts';
import { finishedLines, solutionLines } from './plain-step.ts';
import { plainLines, wrapSaid } from './plain-wrap.ts';
import type { Store } from './store.ts';

/** What an action puts on the screen beside the step. */
export function linesOf(action: UiAction, { get }: Store, width: number): readonly string[] {
  if (action.type === 'said') return wrapSaid([action.text], width);
  if (action.type === 'line-aided') return action.aid?.kind === 'doubt' ? doubtLines(action.aid.doubt, width) : [];
  if (action.type !== 'overlay-shown') return [];
  switch (action.overlay.kind) {
    case 'finished':
      return finishedLines(get(), width);
    case 'skip':
      return wrapSaid([messages().ui.skip.ask], width);
    case 'solution-ask':
      return wrapSaid([messages().ui.solution.ask], width);
    case 'solution':
      return solutionLines(get(), width);
    case 'none':
    case 'help':
    case 'live':
    case 'copy':
      return [];
    case 'map':
      return action.overlay.asks ? plainLines(aheadRows(get(), action.overlay, width)) : [];
  }
}

/** Why a line was not run, the line that was probably meant, and how it is run all the same. */
function doubtLines({ explanation: { what, why, next }, mended, isHopeless }: Doubt, width: number): readonly string[] {
  const { typing, ui } = messages();
  // There is no Tab that takes a line or shows the options.
  const help = next === typing.tabShows || next === typing.runMended ? undefined : next;
  const reason = [`! ${what}`, why, mended === undefined ? help : undefined].filter((part) => part !== undefined);
  return [
    ...wrapSaid([reason.join(' ')], width),
    // To be copied: it is not broken.
    ...(mended === undefined ? [] : [typing.meant({ line: `/${mended}` })]),
    ...(isHopeless ? [] : wrapSaid([ui.plain.doubted], width)),
  ];
}

/** What went wrong, and the one thing to do next. */
export const problemLines = ({ explanation: { what, next } }: UserError, width: number): readonly string[] =>
  wrapSaid(next === undefined ? [what] : [what, next], width);
