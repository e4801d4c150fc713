import type { Explanation } from '../errors.ts';
import { messages } from '../messages/index.ts';

/** Why a line is not understood. */
export type LineProblem = {
  readonly explanation: Explanation;
  /** where it is, in UTF-16 units from 1 */
  readonly column?: number;
};

/** What a shell's operator would do, and what to do here instead. */
export function operatorProblem(operator: string, column: number): LineProblem {
  const say = messages().command;
  const what = say.operator({ operator });
  const explain = (why: string, next: string): LineProblem => ({ column, explanation: { what, why, next } });
  if (operator === '&') return explain(say.ampersand, say.ampersandNext);
  if (operator === '(' || operator === ')') return explain(say.subshell, say.quoteNext);
  if (/^(?:[$`]|[<>]\()/.test(operator)) return explain(say.variable, say.variableNext);
  if (/[<>]/.test(operator)) return explain(say.redirect, say.redirectNext);
  return explain(say.sequence, say.sequenceNext);
}

export function unclosedQuote(quote: string, column: number): LineProblem {
  const say = messages().command;
  const explanation = {
    what: say.unclosedQuote({ quote }),
    why: say.unclosedQuoteWhy,
    next: say.unclosedQuoteNext({ quote }),
  };
  return { column, explanation };
}

type Plain = 'unfinished' | 'comment' | 'lineBreak' | 'tilde' | 'pipeEnd' | 'empty';

/** The problems that need no detail. */
export function plainProblem(kind: Plain, column?: number): LineProblem {
  return { explanation: explanationOf(kind), ...(column !== undefined && { column }) };
}

function explanationOf(kind: Plain): Explanation {
  const say = messages().command;
  switch (kind) {
    case 'unfinished':
      return { what: say.unfinished, why: say.unfinishedWhy, next: say.unfinishedNext };
    case 'comment':
      return { what: say.comment, next: say.commentNext };
    case 'lineBreak':
      return { what: say.lineBreak, why: say.lineBreakWhy, next: say.lineBreakNext };
    case 'tilde':
      return { what: say.tilde, why: say.tildeWhy, next: say.tildeNext };
    case 'pipeEnd':
      return { what: say.pipeEnd, next: say.pipeEndNext };
    case 'empty':
      return say.empty;
  }
}
