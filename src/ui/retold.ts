import { describeAssertion } from '../check/describe.ts';
import { findStep } from '../course/index.ts';
import type { Pack } from '../lesson/types.ts';
import type { Language } from '../messages/index.ts';
import { sayAgain } from '../messages/say-again.ts';
import type { CheckView, MistakeView, ViewState } from './view-state.ts';

type Change = { readonly pack: Pack; readonly from: Language; readonly to: Language };

/**
 * The view after the language was switched: the course in it, and what was said already as far as it can be said again. The
 * language in use is the new one already.
 */
export function retold(state: ViewState, { pack, from, to }: Change): ViewState {
  const { mistake, ...rest } = state;
  const told = (known: MistakeView): MistakeView => ({
    ...known,
    say: findMistake(state, pack, known.say) ?? known.say,
  });
  return {
    ...rest,
    pack,
    notices: state.notices.filter(({ sticky }) => sticky),
    checks: state.checks.map((check) => retoldCheck(state, check, { pack, from, to })),
    panelsFirst: Object.fromEntries(Object.entries(state.panelsFirst).filter((entry) => !isAsFirst(state, entry))),
    panelMistakes: Object.fromEntries(Object.entries(state.panelMistakes).map(([id, known]) => [id, told(known)])),
    ...(mistake && { mistake: told(mistake) }),
  };
}

/** What a panel first looked like is compared with what it looks like: where it still does, that is taken anew in the new words. */
const isAsFirst = ({ checks }: ViewState, [id, found]: readonly [string, readonly string[]]): boolean =>
  checks.every(({ panel, state }) => panel !== id || state.status !== 'fail' || found.includes(state.actual));

/** Its label anew, and words of the result that are the same wherever they stand; the rest comes with the next look. */
function retoldCheck(state: ViewState, check: CheckView, { pack, ...languages }: Change): CheckView {
  const assertions = (state.ref && findStep(pack, state.ref)?.step.checks) ?? [];
  // Before the step's own checks may stand one on how its commands ended.
  const assertion = assertions[check.index - (state.checks.length - assertions.length)];
  const again = (text: string): string => sayAgain(text, languages);
  return {
    ...check,
    label: assertion ? describeAssertion(assertion) : again(check.label),
    state: retoldResult(check.state, again),
  };
}

function retoldResult(result: CheckView['state'], again: (text: string) => string): CheckView['state'] {
  if (!('actual' in result)) return result;
  // What was found stays as it is where it cannot be said again: it is no less true.
  return { ...result, expected: again(result.expected), actual: again(result.actual) };
}

/** What the same mistake is called in the other pack. */
function findMistake({ pack: before, ref }: ViewState, after: Pack, say: string): string | undefined {
  const index = (ref && findStep(before, ref)?.step.mistakes.findIndex((each) => each.say === say)) ?? -1;
  return ref && findStep(after, ref)?.step.mistakes[index]?.say;
}
