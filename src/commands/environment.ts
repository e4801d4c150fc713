import { mkdir, rm, rmdir } from 'node:fs/promises';
import { passedLessonsPath } from '../author/passed-lessons.ts';
import { addressText } from '../engine/address.ts';
import { engineSaid } from '../engine/choose.ts';
import { brokerName, isTarget } from '../engine/target.ts';
import type { Engine, ServiceStatus } from '../engine/types.ts';
import { EnvironmentError, exitCodes, UserError } from '../errors.ts';
import { type ServiceName, serviceNames } from '../lesson/types.ts';
import { layoutText, plainText } from '../markdown/index.ts';
import { messages } from '../messages/index.ts';
import { folders } from '../platform/folders.ts';
import { pathWith } from '../platform/path-list.ts';
import { shellOf } from '../platform/system-program.ts';
import { removeWinePrefix, winePrefix } from '../platform/wine-prefix.ts';
import { historyPath } from '../progress/history.ts';
import { rememberedEngine } from '../progress/index.ts';
import { askedFor, createEngine, openEngine } from './open-engine.ts';
import type { CommonOptions } from './options.ts';
import { printJson, printLine, tellLine } from './output.ts';
import { createProgressTeller } from './progress-teller.ts';
import { runInTerminal } from './run-in-terminal.ts';

/** Starts services, telling on stderr how far they are. */
async function bringUp(engine: Engine, services: readonly ServiceName[]): Promise<void> {
  const tell = createProgressTeller();
  const stopping = new AbortController();
  const stop = (): void => stopping.abort(new UserError({ what: messages().session.closed }, exitCodes.interrupted));
  process.once('SIGINT', stop);
  try {
    for await (const progress of engine.ensure(services, stopping.signal)) tell(progress);
  } finally {
    process.off('SIGINT', stop);
  }
}

/** `up [SERVICE…]` */
export async function upCommand(names: readonly string[], options: CommonOptions): Promise<number> {
  const { engine } = await openEngine(options);
  const services = names.length === 0 ? [await engine.kafka()] : names.map(serviceNamed);
  await bringUp(engine, services);
  await startStopped(engine, services);
  for (const service of services) {
    const address = await engine.address(service);
    if (address) printLine(messages().cli.up({ service, address: addressText(address) }));
  }
  return exitCodes.good;
}

/** Who says `up` wants all of it, also a broker that was stopped on purpose. */
async function startStopped(engine: Engine, services: readonly ServiceName[]): Promise<void> {
  for (const { service, nodes = [] } of await engine.status()) {
    if (!services.includes(service)) continue;
    for (const { node, state } of nodes) {
      const name = brokerName(node);
      if (isTarget(name) && (state === 'stopped' || state === 'absent')) await engine.start(name);
    }
  }
}

function serviceNamed(name: string): ServiceName {
  const found = serviceNames.find((known) => known === name);
  if (found) return found;
  const say = messages().cli;
  throw new UserError(
    { what: say.unknownService({ name }), next: say.services({ names: serviceNames.join(', ') }) },
    exitCodes.usage,
  );
}

/** `status [--json]`: exit 0 whatever it finds. */
export async function statusCommand(options: CommonOptions & { readonly json?: boolean }): Promise<number> {
  const { engine, because } = await openEngine(options);
  const services = await engine.status();
  if (options.json) {
    printJson({ engine: engine.kind, services });
    return exitCodes.good;
  }
  const say = messages().cli;
  printLine(say.engine({ engine: engine.kind, because }));
  for (const { service, nodes = [], ...status } of services) {
    printLine(statusLine(service, status));
    for (const { node, ...each } of nodes) printLine(statusLine(say.node({ node }), each));
  }
  return exitCodes.good;
}

function statusLine(name: string, { state, address, pid }: Pick<ServiceStatus, 'state' | 'address' | 'pid'>): string {
  const say = messages().cli;
  const place = address && state === 'running' ? `  ${say.at({ address: addressText(address) })}` : '';
  const process = pid === undefined ? '' : `  ${say.pid({ pid })}`;
  return `${name.padEnd(10)} ${say.status[state]}${place}${process}`;
}

/** `down [--purge]`: everything of ours; with `--engine` only what is on that one. */
export async function downCommand(options: CommonOptions & { readonly purge?: boolean }): Promise<number> {
  if (options.purge) await rm(passedLessonsPath(folders().cache), { force: true });
  const engines = await enginesToEnd(options);
  for (const engine of engines) await engine.down({ purge: options.purge === true });
  if (options.purge) {
    const { workspace, home, cache } = folders();
    // Beside the native engine's downloads, and as little to do with Docker as they.
    if (engines.some(({ kind }) => kind === 'native')) await removeWinePrefix(winePrefix(cache));
    for (const left of [workspace, historyPath(home)]) await rm(left, { recursive: true, force: true });
    await rmdir(home).catch(() => {});
  }
  printLine(options.purge ? messages().cli.purged : messages().cli.down);
  return exitCodes.good;
}

/** A learner may have used both engines: nothing may be left running because it is not the one of today. */
async function enginesToEnd(options: CommonOptions & { readonly purge?: boolean }): Promise<readonly Engine[]> {
  const { env } = process;
  const said = engineSaid(askedFor(options, env));
  if (said) return [await createEngine(said.engine, env)];
  const native = await createEngine('native', env);
  const problem = await (await import('../engine/docker/diagnose-ask.ts')).probeDocker(env);
  // A daemon that does not run, runs nothing; but what it keeps on its disk is out of reach.
  if (problem) {
    if (options.purge && (await rememberedEngine(folders(env).home)) === 'docker') throw purgeNeedsDocker();
    return [native];
  }
  // The native engine's purge also removes the folder that both have: it comes last.
  return [await createEngine('docker', env), native];
}

function purgeNeedsDocker(): EnvironmentError {
  const say = messages().cli;
  return new EnvironmentError({
    what: say.purgeNeedsDocker,
    why: say.purgeNeedsDockerWhy,
    next: say.purgeNeedsDockerNext,
  });
}

/** `shell`: the learner's own shell with the Kafka tools in front on PATH; returns its exit code. */
export async function shellCommand(options: CommonOptions): Promise<number> {
  const { engine } = await openEngine(options);
  await bringUp(engine, [await engine.kafka()]);
  return runShell(engine);
}

export type ShellPlace = {
  readonly env?: NodeJS.ProcessEnv;
  /** the folder it opens in; ours if left out */
  readonly folder?: string | undefined;
  /** the step that leaving it leads back to */
  readonly step?: string | undefined;
};

/**
 * Runs the learner's shell in the terminal until it is left, with the tools first on PATH; in it, they and we use this engine. What
 * is there and how to leave is told first.
 */
export async function runShell(engine: Engine, { env = process.env, folder, step }: ShellPlace = {}): Promise<number> {
  const own = { ...pathWith(await engine.shellPath(), env), KAFKA_LESSONS_ENGINE: engine.kind };
  // Nothing may have been written into a lesson's folder yet.
  if (folder !== undefined) await mkdir(folder, { recursive: true });
  const { shellBack, shellLeave } = messages().cli;
  const back = step === undefined ? shellLeave : shellBack({ step });
  tellLine(plainText(layoutText(`${await shellHint(engine)} ${back}`, { width: (process.stderr.columns || 80) - 1 })));
  return runInTerminal(shellOf(env), [], { env: { ...env, ...own }, cwd: folder });
}

async function shellHint(engine: Engine): Promise<string> {
  const say = messages().cli;
  const address = await engine.address(await engine.kafka()).catch(() => undefined);
  return address ? say.shellHint({ address: addressText(address) }) : say.shellHintNoBroker;
}

/** `tool NAME ARG…` (not in the help): what the commands in `shell` call. */
export async function toolCommand([tool = '', ...args]: readonly string[]): Promise<number> {
  const { engine } = await openEngine({});
  const command = { tool: tool.replace(/\.(sh|bat)$/, ''), args };
  const { file, args: real, env, stop } = await engine.spawnable(command, { folder: process.cwd() });
  if (args.some((arg) => /(localhost|127\.0\.0\.1):909[245]/.test(arg))) await needKafka(engine);
  // One that ends with its input would end at once where there is none: it gets a pipe, which lives as long as we do.
  const stdin = stop === 'close-stdin' ? 'pipe' : 'inherit';
  return runInTerminal(file, real, { env: { ...process.env, ...env }, stdin });
}

/** Without a broker the tools warn for minutes before they give up. */
async function needKafka(engine: Engine): Promise<void> {
  const [kafka, status] = await Promise.all([engine.kafka(), engine.status()]);
  if (status.some(({ service, state }) => service === kafka && state === 'running')) return;
  throw new EnvironmentError({ what: messages().cli.brokerDown, next: 'kafka-lessons up' });
}
