import type { Facts } from '../check/facts.ts';
import { matchMistake } from '../check/index.ts';
import type { CheckResult } from '../check/result.ts';
import type { Assertion, Mistake, Panel, Step } from '../lesson/types.ts';
import type { PanelState } from './events.ts';

/** A panel of a board as one look found it. */
export type PanelLook = {
  readonly panel: string;
  readonly state: PanelState;
  /** recognised in this panel */
  readonly mistake: Mistake | undefined;
};

/** The panel a check belongs to. */
export function panelOf({ board, checks }: Step, assertion: Assertion): Panel | undefined {
  const index = checks.indexOf(assertion);
  return board?.find((panel) => panel.checks.includes(index));
}

/** How each panel stands, by the results of all of the step's checks, and which mistake was made in it. */
export function lookAtPanels(
  { board = [], mistakes }: Step,
  results: readonly CheckResult[],
  facts: Facts,
): Promise<readonly PanelLook[]> {
  return Promise.all(
    board.map(async ({ id, checks }) => {
      const state = stateOf(checks.flatMap((index) => results[index] ?? []));
      const own = mistakes.filter(({ panel }) => panel === id);
      return { panel: id, state, mistake: state === 'broken' ? await matchMistake(own, facts) : undefined };
    }),
  );
}

function stateOf(results: readonly CheckResult[]): PanelState {
  if (results.some(({ status }) => status === 'blocked')) return 'blocked';
  return results.every(({ status }) => status === 'pass') ? 'mended' : 'broken';
}
