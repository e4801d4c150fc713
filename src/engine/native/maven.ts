import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { EnvironmentError, type Explanation } from '../../errors.ts';
import { messages } from '../../messages/index.ts';
import { findProgram } from '../../platform/find-program.ts';
import { installCommand } from '../../platform/install-command.ts';
import { spawnForm } from '../../platform/spawn-form.ts';
import { utf8Locale } from '../../platform/utf8-locale.ts';
import { type DownloadState, downloadState } from '../download-state.ts';
import type { JarSet } from './jar-set.ts';
import { mavenCause, parseMavenLine } from './maven-progress.ts';

export type MavenReport = ({ readonly phase: 'downloading' } & DownloadState) | { readonly phase: 'unpacking' };

export type MavenOptions = {
  readonly set: JarSet;
  /** the file */
  readonly pom: string;
  /** an existing folder of ours; the files come into `libs` in it */
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  readonly javaHome?: string | undefined;
  /** a repository of our own instead of the user's, for when that one holds a damaged jar */
  readonly repository?: string;
  readonly signal: AbortSignal;
  readonly report: (report: MavenReport) => void;
};

/** An archive could not be unpacked; the one in the user's repository may be damaged. */
export class ArchiveDamaged extends EnvironmentError {}

/**
 * Has Maven resolve the set's pom and put its files into a folder; returns it.
 * @throws ArchiveDamaged if an archive could not be unpacked
 * @throws EnvironmentError if Maven is missing or fails otherwise, with the line of its output that says why
 */
export async function fetchWithMaven(options: MavenOptions): Promise<string> {
  const { set, folder, env, signal, report } = options;
  const mvn = await findMaven(env);
  if (mvn === undefined) throw await mavenMissing(set);
  const pom = join(folder, 'pom.xml');
  const libs = join(folder, 'libs');
  await mkdir(libs, { recursive: true });
  await writeFile(pom, await readFile(options.pom));
  const args = [
    '-B',
    '-Dstyle.color=never',
    ...(options.repository ? [`-Dmaven.repo.local=${options.repository}`] : []),
    ...['-f', pom, ...set.goal(libs)],
  ];
  const { file, args: given, windowsVerbatimArguments } = spawnForm(mvn, args, env);
  const maven = execa(file, given, {
    cwd: folder,
    windowsVerbatimArguments,
    env: { ...env, ...utf8Locale(env), ...(options.javaHome ? { JAVA_HOME: options.javaHome } : {}) },
    extendEnv: false,
    stdin: 'ignore',
    all: true,
    reject: false,
    cancelSignal: signal,
    forceKillAfterDelay: 2000,
    maxBuffer: 20_000_000,
  });
  const started = Date.now();
  let done = 0;
  for await (const text of maven.iterable({ from: 'all' })) {
    const line = parseMavenLine(text);
    if (line?.kind === 'downloaded') {
      done += line.bytes;
      report({ phase: 'downloading', ...downloadState(done, set.expectedBytes, Date.now() - started) });
    } else if (line?.kind === 'copying') report({ phase: 'unpacking' });
  }
  const result = await maven;
  signal.throwIfAborted();
  if (result.exitCode === 0) return libs;
  if (result.all.includes('Error unpacking file')) throw new ArchiveDamaged(explanation(set, cause(result.all)));
  throw new EnvironmentError(explanation(set, cause(result.all)));
}

/** The `mvn` on PATH; undefined if there is none. */
export const findMaven = (env: NodeJS.ProcessEnv): Promise<string | undefined> => findProgram('mvn', env);

async function mavenMissing({ name }: JarSet): Promise<EnvironmentError> {
  const say = messages().engine;
  return new EnvironmentError({ what: say.mavenMissing, why: say.mavenFor[name], next: await installCommand('maven') });
}

const cause = (output: string): string => mavenCause(output.split('\n')) ?? messages().engine.mavenSilent;

function explanation({ name }: JarSet, why: string): Explanation {
  const say = messages().engine;
  return { what: say.mavenFailed[name], why, next: say.mavenFailedNext };
}
