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
  for (const line of [
    ...say.question({ name, from: deps.from ?? pack.folder }).split('\n'),
    ...planLines(planOf(pack)),
    say.limits,
    say.hash({ hash }),
  ])
    tellLine(deps.columns === undefined ? line : wrapped(line, deps.columns));
  if (trust === undefined && deps.ask && /^y(?:es)?$/i.test((await deps.ask(say.ask)).trim())) return remember();
  const what = trust === undefined ? say.notTrusted({ name }) : say.otherHash({ name, hash });
  throw new UserError({ what, next: say.notTrustedNext({ command: `--trust ${hash}` }) }, exitCodes.usage);
}

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

/** The plan as text. Nothing of the pack may steer the terminal or hide behind a long line. */
export function planLines(plan: PackPlan): readonly string[] {
  const say = messages().pack;
  const listed = (lines: readonly string[]): readonly string[] => {
    const more = lines.length - mostListed;
    const shown = lines.slice(0, mostListed).map((line) => say.line({ line: oneLine(line) }));
    return more > 0 ? [...shown, say.line({ line: say.more({ count: more }) })] : shown;
  };
  const kind = (verb: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [say.listed({ verb, count: lines.length }), ...listed(lines)];
  const lines = [
    ...(plan.services.length === 0 ? [] : [say.services({ names: plan.services })]),
    ...Array.from(plan.commands).flatMap(([tool, commands]) => [
      say.runs({ tool, count: commands.length }),
      ...listed(commands),
    ]),
    ...kind(say.writes, plan.files),
    ...kind(say.batches, plan.batches),
    ...kind(say.requests, plan.requests),
    ...Array.from(plan.statements).flatMap(([database, statements]) => kind(say.statements({ database }), statements)),
    ...kind(say.dials, plan.addresses),
    ...kind(say.removes, plan.removes),
  ];
  return lines.length === 0 ? [say.nothing] : lines;
}

function oneLine(text: string): string {
  const flat = printable(text.replaceAll(/\s+/g, ' ').trim());
  const rest = flat.length - longestLine;
  return rest > 0 ? `${flat.slice(0, longestLine)} ${messages().pack.more({ count: rest })}` : flat;
}
