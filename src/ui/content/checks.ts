import { layoutText, padLine } from '../../markdown/index.ts';
import type { Span, StyledLine, Tone } from '../../markdown/types.ts';
import { wrapSpans } from '../../markdown/wrap.ts';
import { messages } from '../../messages/index.ts';
import type { CheckState } from '../../session/events.ts';
import { glyphs } from '../../terminal/glyphs.ts';
import { span } from '../spans.ts';
import { duration } from '../time.ts';
import type { CheckView } from '../view-state.ts';

/** symbol, word and colour of a check */
type Mark = { readonly symbol: string; readonly word: string; readonly tone: Tone };

function markOf(status: CheckState['status']): Mark {
  const say = messages().ui.checks;
  switch (status) {
    case 'pass':
      return { symbol: glyphs().good, word: say.pass, tone: 'good' };
    case 'fail':
      return { symbol: glyphs().bad, word: say.fail, tone: 'bad' };
    case 'waiting':
      return { symbol: '-', word: say.waiting, tone: 'wait' };
    case 'blocked':
      return { symbol: '!', word: say.blocked, tone: 'wait' };
    case 'error':
      return { symbol: '!', word: say.error, tone: 'bad' };
  }
}

/** Cells of `✓ waiting  `: what is said of a check begins behind them. */
export const markCells = 11;
const nameCells = 10;

/**
 * One check: its mark and label, and where it is not right what was expected, found, why, and what to try.
 * `brief` leaves the last two out, where something better is said of the mistake.
 */
export function checkRows({ label, state }: CheckView, width: number, brief = false): readonly StyledLine[] {
  const { symbol, word, tone } = markOf(state.status);
  const mark = padLine([span(`${symbol} ${word}`, tone)], markCells);
  const inner = Math.max(20, width - markCells);
  const head = [span(label), ...(state.status === 'pass' ? seen(label, state.actual) : [])];
  const lines = [
    ...wrapSpans(head, inner),
    ...details(state, brief).flatMap(([name, text]) => detail(name, text, inner)),
  ];
  return lines.map((line, index) => [...(index === 0 ? mark : [span(' '.repeat(markCells))]), ...line]);
}

/** What was found, without the words that the label says already. */
function seen(label: string, actual: string): Span[] {
  if (actual === '' || label.includes(actual)) return [];
  const rest = actual.startsWith(`${label} `) ? actual.slice(label.length + 1) : actual;
  return [span(`  ${rest}`, 'dim')];
}

/** Name and text of what is to be told of a check; `subject` stands in front of what was found, where it is not told above. */
export function details(
  state: CheckState,
  brief: boolean,
  subject?: string,
): readonly (readonly [name: string, text: string])[] {
  const say = messages().ui.checks;
  switch (state.status) {
    case 'pass':
      return [];
    case 'waiting':
      return [
        [say.expected, state.expected],
        [say.soFar, say.asSeen({ actual: state.actual, time: duration(state.ms) })],
      ];
    case 'fail':
      return [
        [say.expected, subject === undefined ? state.expected : say.of({ subject, text: state.expected })],
        [say.found, state.actual],
        ...(brief || state.because === undefined ? [] : [[say.because, state.because] as const]),
        ...(brief || state.tryNext === undefined ? [] : [[say.tryNext, state.tryNext] as const]),
      ];
    case 'blocked':
      return [
        [say.because, state.by],
        [say.tryNext, state.tryNext],
      ];
    case 'error':
      return [
        [say.because, state.problem],
        [say.tryNext, say.ourFault],
      ];
  }
}

/** `because  …`, wrapped under itself. */
export function detail(name: string, text: string, width: number): readonly StyledLine[] {
  const tone: Tone = name === messages().ui.checks.tryNext ? 'code' : 'plain';
  return layoutText(text, { width: Math.max(10, width - nameCells), tone }).map((line, index) => [
    ...padLine(index === 0 ? [span(name, 'dim')] : [], nameCells),
    ...line,
  ]);
}
