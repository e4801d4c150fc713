import { messages } from '../messages/index.ts';
import type { ViewState } from './view-state.ts';

/** What an empty command line shows, and Right puts into it: the command that is advised beside a check or a mistake, if any is, else an example. */
export function suggestedLine({ mistake, checks }: ViewState): string {
  const advised = checks.flatMap(({ state }) => (state.status === 'fail' ? (state.tryNext ?? []) : []));
  return mistake?.tryNext ?? advised[0] ?? messages().ui.prompt.example;
}
