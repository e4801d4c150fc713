import { performedSteps } from '../../course/index.ts';
import { layoutText } from '../../markdown/index.ts';
import type { StyledLine } from '../../markdown/types.ts';
import { messages } from '../../messages/index.ts';
import { mayBeStopped } from '../../session/stopped-targets.ts';
import { courseOf, failedService, isBusy, lessonServices, startingService, stepOnScreen } from '../view.ts';
import type { ViewState } from '../view-state.ts';

/**
 * One quiet line while nothing runs: what of the lesson's services has stopped, and what starts it again. Not of what a step
 * of the lesson stops itself, nor where the step says so already.
 */
export function goneRows(state: ViewState, width: number): readonly StyledLine[] {
  if (state.phase === 'blocked' || isBusy(state)) return [];
  if (startingService(state) || failedService(state)) return [];
  const text = goneText(state);
  return text === undefined ? [] : layoutText(text, { width, tone: 'wait' });
}

function goneText(state: ViewState): string | undefined {
  const say = messages().ui.gone;
  for (const { service, state: standing } of lessonServices(state)) {
    if (standing.state !== 'up' && standing.state !== 'down') continue;
    const { count, missing } = standing.brokers ?? { count: 0, missing: [] };
    if (standing.state === 'down') {
      const names = missing.length < count ? missing : [];
      if (unplanned(state, names.length > 0 ? names : [service]).length > 0) return say.service({ service, names });
      continue;
    }
    const names = unplanned(state, missing);
    if (names.length > 0) return say.brokers({ names });
  }
  return undefined;
}

/** Those of them that no step has stopped, or may just be stopping. */
function unplanned(state: ViewState, names: readonly string[]): readonly string[] {
  const found = names.length > 0 ? stepOnScreen(state) : undefined;
  if (!found) return [];
  const { lesson, step, stepIndex } = found;
  const performed = performedSteps(courseOf(state), lesson.id).map((ref) => ref.step);
  const planned: ReadonlySet<string> = mayBeStopped(step, [
    lesson.steps.slice(0, stepIndex),
    // Who goes back to read finds it as the last step left it.
    lesson.steps.filter(({ id }) => performed.includes(id)),
  ]);
  return names.filter((name) => !planned.has(name));
}
