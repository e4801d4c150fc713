import type { OutputLine } from '../command/types.ts';
import { messages } from '../messages/index.ts';
import type { Aspect } from './aspect.ts';
import { quoted } from './wording.ts';

/** What processes printed, as texts; what was typed into them is not theirs. */
export const printed = (output: readonly OutputLine[]): readonly string[] =>
  output.filter(({ stream }) => stream !== 'stdin').map(({ text }) => text);

/** The printed lines contain the text, which may run over several of them. */
export function linesContain(lines: readonly string[], text: string): Aspect {
  const say = messages().check;
  const expected = say.outputContains({ text: quoted(text) });
  const ok = lines.join('\n').includes(text);
  const inOtherCase = lines.find((line) => line.toLowerCase().includes(text.toLowerCase()));
  return {
    ok,
    expected,
    actual: ok ? expected : withoutIt(lines),
    because: inOtherCase === undefined ? lastOf(lines) : say.otherCase({ found: quoted(inOtherCase) }),
  };
}

/** source: of a regular expression, tried with flags `m` and `u`. Throws SyntaxError for one that is none. */
export function linesMatch(lines: readonly string[], source: string): Aspect {
  const expected = messages().check.outputMatches({ pattern: source });
  const ok = new RegExp(source, 'mu').test(lines.join('\n'));
  return { ok, expected, actual: ok ? expected : withoutIt(lines), because: lastOf(lines) };
}

export function linesExclude(lines: readonly string[], text: string): Aspect {
  const say = messages().check;
  const expected = say.outputExcludes({ text: quoted(text) });
  const ok = !lines.join('\n').includes(text);
  const line = lines.find((each) => each.includes(text)) ?? text;
  return { ok, expected, actual: ok ? expected : say.outputHolds({ line: quoted(line) }) };
}

const withoutIt = (lines: readonly string[]): string => {
  const say = messages().check;
  return lines.length === 0 ? say.noOutput : say.outputLines({ count: lines.length });
};

const lastOf = (lines: readonly string[]): string | undefined => {
  const last = lines.findLast((line) => line.trim() !== '');
  return last === undefined ? undefined : messages().check.lastLine({ line: quoted(last) });
};
