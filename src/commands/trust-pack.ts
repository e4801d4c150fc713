import { createInterface } from 'node:readline/promises';
import wrapAnsi from 'wrap-ansi';
import { exitCodes, UserError } from '../errors.ts';
import type { Pack } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import { copiedFiles } from '../pack/copied-files.ts';
import { type PackPlan, planHash, planOf } from '../pack/pack-plan.ts';
import { isTrusted, rememberTrust } from '../pack/trust-file.ts';
import { printable } from '../terminal/printable.ts';
import { isOwnPack } from './load-course.ts';
import { tellLine } from './output.ts';

/** What `--trust` is given for whatever a pack does. */
export const trustAny = 'any';
const shortestHash = 8;

export type TrustDeps = {
  readonly home: string;
  readonly now: () => Date;
  /** asks and returns what was typed; left out where nobody can answer */
  readonly ask?: (question: string) => Promise<string>;
  /** where the pack comes from, if not from the folder it lies in */
  readonly from?: string;
  /** cells of the terminal; left out where there is none, and lines stay whole */
  readonly columns?: number;
};

/**
 * A pack from elsewhere is used only after somebody has said yes to all that it does on this machine. That is asked once,
 * and again when it changes. `trust`: the option, the hash of what the pack does.
 * @throws UserError (exit 2) if it is not trusted
 */
export async function requireTrust(pack: Pack, trust: string | undefined, deps: TrustDeps): Promise<void> {
  if (trust === trustAny || (await isOwnPack(pack))) return;
  const say = messages().pack;
  const { name } = pack;
  const hash = planHash(pack, await copiedFiles(pack));
  if (await isTrusted(deps.home, hash)) return;
  const remember = () => rememberTrust(deps.home, { hash, name }, deps.now());
  if (trust !== undefined && trust.length >= shortestHash && hash.startsWith(trust)) return remember();
  const tell = (lines: readonly string[]): void => {
    for (const line of lines) tellLine(deps.columns === undefined ? line : wrapped(line, deps.columns));
  };
  const plan = planOf(pack);
  const all = planLines(plan);
  const ask = trust === undefined ? deps.ask : undefined;
  const isLong = ask !== undefined && all.length > mostAtOnce;
  tell([
    ...say.question({ name, from: deps.from ?? pack.folder }).split('\n'),
    ...(isLong ? planLines(plan, 'counted') : all),
    say.limits,
    say.hash({ hash }),
  ]);
  let answer = (await ask?.(isLong ? say.askOrList : say.ask))?.trim() ?? '';
  if (ask && isLong && /^l$/i.test(answer)) {
    tell(all);
    answer = (await ask(say.ask)).trim();
  }
  if (/^y(?:es)?$/i.test(answer)) return remember();
  const what = trust === undefined ? say.notTrusted({ name }) : say.otherHash({ name, hash });
  throw new UserError({ what, next: say.notTrustedNext({ command: `--trust ${hash}` }) }, exitCodes.usage);
}

/** A longer plan is told by its numbers first: only its end would be left on the screen. */
const mostAtOnce = 25;

const leastCells = 20;

/** A line as rows that begin where it begins, and a little behind that. */
function wrapped(line: string, columns: number): string {
  const indent = /^ */.exec(line)?.[0] ?? '';
  const rest = `${indent}  `;
  const cells = Math.max(leastCells, columns - rest.length);
  return `${indent}${wrapAnsi(line.trimStart(), cells, { hard: true }).replaceAll('\n', `\n${rest}`)}`;
}

/** Asks on the terminal; the answer to anything but yes is no. */
export async function askOnTerminal(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const closed = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
  try {
    return await Promise.race([terminal.question(question), closed]);
  } finally {
    terminal.close();
  }
}

/** Nobody reads more of a kind; who hides something behind them is told apart by their number. */
const mostListed = 200;
const longestLine = 400;

/** Tools that reach no further than a lesson's Kafka and its workspace; a line of others is always told whole. */
const isHarmless = (tools: string): boolean =>
  tools.split(' | ').every((tool) => /^(?:kafka-(?!run-class)[a-z-]+(?:\.sh|\.bat)?|cat|echo|printf)$/.test(tool));

/**
 * The plan as text. Nothing of the pack may steer the terminal or hide behind a long line. counted: of what stays within Kafka and
 * the workspace only how much it is.
 */
export function planLines(plan: PackPlan, how: 'whole' | 'counted' = 'whole'): readonly string[] {
  const say = messages().pack;
  const listed = (lines: readonly string[]): readonly string[] => {
    const more = lines.length - mostListed;
    const shown = lines.slice(0, mostListed).map((line) => say.line({ line: oneLine(line) }));
    return more > 0 ? [...shown, say.line({ line: say.more({ count: more }) })] : shown;
  };
  const part = (head: string, lines: readonly string[], canBeCounted: boolean): readonly string[] =>
    canBeCounted && how === 'counted' ? [head] : [`${head}:`, ...listed(lines)];
  const kind = (verb: string, lines: readonly string[], canBeCounted = false): readonly string[] =>
    lines.length === 0 ? [] : part(say.listed({ verb, count: lines.length }), lines, canBeCounted);
  const lines = [
    ...(plan.services.length === 0 ? [] : [say.services({ names: plan.services })]),
    ...Array.from(plan.commands).flatMap(([tool, commands]) =>
      part(say.runs({ tool, count: commands.length }), commands, isHarmless(tool)),
    ),
    ...kind(say.writes, plan.files, true),
    ...kind(say.batches, plan.batches),
    ...kind(say.requests, plan.requests),
    ...Array.from(plan.statements).flatMap(([database, statements]) =>
      kind(say.statements({ database }), statements, true),
    ),
    ...kind(say.dials, plan.addresses),
    ...kind(say.removes, plan.removes, true),
  ];
  return lines.length === 0 ? [say.nothing] : lines;
}

function oneLine(text: string): string {
  const flat = printable(text.replaceAll(/\s+/g, ' ').trim());
  const rest = flat.length - longestLine;
  return rest > 0 ? `${flat.slice(0, longestLine)} ${messages().pack.more({ count: rest })}` : flat;
}
