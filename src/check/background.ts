import type { AssertionOf } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import { type Aspect, combine } from './aspect.ts';
import type { BackgroundFacts } from './facts.ts';
import { linesContain, printed } from './lines.ts';
import type { CheckResult } from './result.ts';
import { quoted } from './wording.ts';

/** A background command runs (or has ended), and has printed what it should. With nothing asked: it runs. */
export function judgeBackground(
  assertion: AssertionOf<'background'>,
  background: BackgroundFacts | undefined,
): CheckResult {
  const texts = assertion.output ?? [];
  const running = assertion.running ?? (texts.length === 0 ? true : undefined);
  const lines = printed(background?.output ?? []);
  return combine([
    ...(running === undefined ? [] : [state(background, running)]),
    ...texts.map((text) => said(background, lines, text)),
  ]);
}

function state(background: BackgroundFacts | undefined, wanted: boolean): Aspect {
  const say = messages().check;
  const found = background?.running ?? false;
  const stopped = background ? say.notRunning : say.notStarted;
  return {
    ok: found === wanted,
    expected: wanted ? say.running : say.notRunning,
    actual: found ? say.running : stopped,
    because: background && !found ? say.backgroundEnded : undefined,
  };
}

function said(background: BackgroundFacts | undefined, lines: readonly string[], text: string): Aspect {
  const say = messages().check;
  const expected = say.backgroundContains({ text: quoted(text) });
  const { ok, actual, because } = linesContain(lines, text);
  return background
    ? { ok, expected, actual: ok ? expected : actual, because }
    : { ok, expected, actual: say.notStarted, because: undefined };
}
