import { homedir, userInfo } from 'node:os';
import { engineKinds, reasonText } from '../engine/choose.ts';
import type { EngineKind, Finding } from '../engine/types.ts';
import { exitCodes } from '../errors.ts';
import { messages } from '../messages/index.ts';
import { aboutSystem } from '../platform/system.ts';
import { chooseHere, createEngine } from './open-engine.ts';
import type { CommonOptions } from './options.ts';
import { printJson, printLine } from './output.ts';
import { redactAll } from './redact.ts';

/** What an engine has and lacks; usable: nothing that it needs is missing. */
type Diagnosis = { readonly engine: EngineKind; readonly usable: boolean; readonly findings: readonly Finding[] };

/**
 * `doctor [--json]`: what every engine has and lacks, the chosen one first. Exit 0 where the lessons can run with one of them,
 * else 3. --json is for bug reports: without user names, home folders and secrets.
 */
export async function doctorCommand(
  options: CommonOptions & { readonly json?: boolean },
  version: string,
): Promise<number> {
  const { env } = process;
  const [{ engine: chosen, reason }, ...all] = await Promise.all([
    chooseHere(options, env),
    ...engineKinds.map((kind) => diagnose(kind, env)),
  ]);
  const engines = chosenFirst(all, chosen);
  const usable = engines.some((each) => each.usable);
  const because = reasonText(reason);
  if (options.json) {
    const person = { home: homedir(), user: nameOfUser() };
    printJson(redactAll({ version, system: aboutSystem(), engine: chosen, because, usable, engines }, person));
  } else printReport(engines, because);
  return usable ? exitCodes.good : exitCodes.environment;
}

async function diagnose(engine: EngineKind, env: NodeJS.ProcessEnv): Promise<Diagnosis> {
  const findings = await (await createEngine(engine, env)).diagnose();
  return { engine, usable: !findings.some(({ level }) => level === 'error'), findings };
}

/** The chosen engine first; what both found is told once; and where one is usable, what another lacks is no more than a note. */
export function chosenFirst(found: readonly Diagnosis[], chosen: EngineKind): readonly Diagnosis[] {
  const all = withoutOwnPort(found);
  const first = all.filter(({ engine }) => engine === chosen);
  const told = new Set(first.flatMap(({ findings }) => findings.map(({ what }) => what)));
  const others = all.filter(({ engine }) => engine !== chosen);
  const usable = all.some((each) => each.usable);
  return [
    ...first,
    ...others.map((other) => ({
      ...other,
      findings: other.findings
        .filter(({ what }) => !told.has(what))
        .map((finding) => (usable && finding.level === 'error' ? { ...finding, level: 'warning' as const } : finding)),
    })),
  ];
}

/** A port that one engine knows to be its own is not a stranger's to the other. */
function withoutOwnPort(all: readonly Diagnosis[]): readonly Diagnosis[] {
  if (!all.some(({ findings }) => findings.some(({ id }) => id === 'port'))) return all;
  return all.map((each) => ({ ...each, findings: each.findings.filter(({ id }) => id !== 'port-taken') }));
}

function printReport(engines: readonly Diagnosis[], because: string): void {
  const say = messages();
  for (const [index, { engine, findings }] of engines.entries()) {
    if (index > 0) printLine();
    printLine(say.doctor.heading({ engine, because: index === 0 ? because : undefined }));
    for (const { level, what, why, fix } of findings) {
      printLine(`  ${say.cli.levels[level]}  ${what}`);
      if (why !== undefined) for (const line of why.split('\n')) printLine(`           ${line}`);
      if (fix !== undefined) printLine(`           ${say.cli.mend({ fix })}`);
    }
  }
  printLine();
  printLine(verdict(engines));
}

/** The last line: what a learner can do now. */
function verdict(engines: readonly Diagnosis[]): string {
  const say = messages().doctor;
  const [chosen, other] = engines;
  if (chosen?.usable) return say.usable({ engine: chosen.engine });
  return chosen && other?.usable ? say.usableOther({ chosen: chosen.engine, other: other.engine }) : say.notUsable;
}

function nameOfUser(): string {
  try {
    return userInfo().username;
  } catch {
    // A user id without a name, as in containers.
    return '';
  }
}
