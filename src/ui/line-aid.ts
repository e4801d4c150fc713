import { commonStart, type Typed, withCandidate } from '../command/complete/complete.ts';
import { type Known, offerAt } from '../command/complete/offer.ts';
import { type Candidate, noNames, type Offer } from '../command/complete/types.ts';
import type { Doubt } from '../command/doubt/types.ts';
import { museumOf } from '../lesson/museum-of.ts';
import { namesOf } from '../live/names-of.ts';
import { stepOnScreen } from './view.ts';
import type { ViewState } from './view-state.ts';

/** What stands above the command line to help with it. */
export type LineAid =
  /** what can stand at the cursor; chosen: the one that was put there, `line` is how it was before */
  | { readonly kind: 'offer'; readonly line: Typed; readonly offer: Offer; readonly chosen?: number }
  /** why nothing can be offered here */
  | { readonly kind: 'note'; readonly text: string }
  /** the line was sent and not run; sent once more it is, if it can be run at all */
  | { readonly kind: 'doubt'; readonly line: string; readonly doubt: Doubt };

/** The museum's tools are meant in the step on the screen. */
export function isMuseum(state: ViewState): boolean {
  const step = stepOnScreen(state)?.step;
  return step !== undefined && museumOf(step) !== undefined;
}

/** What can stand at the cursor now; undefined also before the tools are known. */
export function offerNow(state: ViewState, { text, cursor }: Typed): Offer | undefined {
  if (!state.tools) return undefined;
  const names = state.live.snapshot ? namesOf(state.live.snapshot) : noNames;
  const known: Known = { tools: state.tools, names, isMuseum: isMuseum(state) };
  return offerAt(text, cursor, known);
}

export type Completed = { readonly line: Typed; readonly aid?: LineAid };

/** Tab: as much as is certain, and what remains to choose from; undefined where nothing can stand here. */
export function complete(state: ViewState, line: Typed): Completed | undefined {
  const offer = offerNow(state, line);
  const [first, ...others] = offer?.candidates ?? [];
  if (!offer || !first) return undefined;
  if (others.length === 0) return { line: withCandidate(line, offer, first, { isWhole: true }) };
  const common = commonStart(offer.candidates);
  const longer =
    common.length > offer.typed.length ? withCandidate(line, offer, { text: common }, { isWhole: false }) : line;
  return { line: longer, aid: { kind: 'offer', line: longer, offer: offerNow(state, longer) ?? offer } };
}

/** The next candidate, or the one before, in its place. */
export function walk(aid: Extract<LineAid, { kind: 'offer' }>, by: 1 | -1): Completed {
  const { offer, line } = aid;
  const count = offer.candidates.length;
  const [only] = offer.candidates;
  if (only && count === 1) return { line: withCandidate(line, offer, only, { isWhole: true }) };
  const chosen = aid.chosen === undefined ? (by === 1 ? 0 : count - 1) : (aid.chosen + by + count) % count;
  const candidate: Candidate = offer.candidates[chosen] ?? { text: offer.typed };
  return { line: withCandidate(line, offer, candidate, { isWhole: false }), aid: { ...aid, chosen } };
}

/** The aid after the line was edited: candidates are narrowed down, all else has had its say. */
export function aidAfter(state: ViewState, line: Typed): LineAid | undefined {
  if (state.aid?.kind !== 'offer') return undefined;
  const offer = offerNow(state, line);
  // Another word is begun: whoever wants help with that asks for it.
  if (!offer || offer.candidates.length === 0 || offer.start !== state.aid.offer.start) return undefined;
  const isTyped = offer.candidates.length === 1 && offer.candidates[0]?.text === offer.typed;
  return isTyped ? undefined : { kind: 'offer', line, offer };
}
