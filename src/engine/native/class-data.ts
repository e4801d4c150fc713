import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { endProcess } from '../../platform/end-process.ts';
import { readJson, writeJson } from '../../platform/json-file.ts';
import { withLock } from '../../platform/lock.ts';
import { identify, isSameProcess } from '../../platform/process-identity.ts';
import type { ClassPath } from './class-path.ts';
import type { NativeContext } from './context.ts';
import type { Java } from './java.ts';
import { jvmEnvironment } from './jvm.ts';
import { type OwnProcess, ownProcessSchema } from './own-process.ts';
import { resourcePath } from './resources.ts';

/**
 * Class data sharing (JEP 310, JEP 350): an archive of Kafka's classes as the JVM has them in memory. It halves the time of every tool
 * and of the starts of the broker and of Connect. One archive serves them all; it fits one build of Java and one class path, and is named after both.
 */

/** Names in the cache folder that belong to class paths and their archives. */
export const isClassData = (name: string): boolean =>
  /^class-path-[0-9a-f]{12}\.args$|^classes-[0-9a-f]{12}\.jsa/.test(name);

type JavaAndJars = { readonly java: Java; readonly classPath: ClassPath };

function archivePath(context: NativeContext, { java, classPath }: JavaAndJars): string {
  // A list that was made anew has another length.
  const { size } = statSync(resourcePath(context.resources, 'kafka.classlist'));
  const id = createHash('sha256').update(`${java.build}\0${classPath.hash}\0${size}`).digest('hex').slice(0, 12);
  return join(context.folders.cache, `classes-${id}.jsa`);
}

/** The archive, if it has been made. */
export function findArchive(context: NativeContext, parts: JavaAndJars): string | undefined {
  const path = archivePath(context, parts);
  return existsSync(path) ? path : undefined;
}

/** What was said when the archive could not be made; undefined if that did not happen. */
export const archiveFailure = (context: NativeContext, parts: JavaAndJars): Promise<string | undefined> =>
  readFile(`${archivePath(context, parts)}.failed`, 'utf8').catch(() => undefined);

/**
 * Starts making the archive on its own at low priority, unless it is there, being made, or failed before. Never throws: without it
 * everything works, only slower.
 */
export async function makeArchiveInBackground(context: NativeContext, parts: JavaAndJars): Promise<void> {
  const target = archivePath(context, parts);
  const isSettled = (): boolean => existsSync(target) || existsSync(`${target}.failed`);
  if (isSettled()) return;
  try {
    // Two programs at once start one maker.
    await withLock(target, async () => {
      const maker = await readJson(`${target}.making`, ownProcessSchema);
      if (isSettled() || (maker && (await isSameProcess(maker.pid, maker.started)))) return;
      await startMaker(context, target, parts);
    });
  } catch {
    // As said above.
  }
}

async function startMaker(context: NativeContext, target: string, parts: JavaAndJars): Promise<void> {
  const script = resourcePath(context.resources, 'make-archive.mjs');
  const child = spawn(context.program.node, [script, target, parts.java.file, ...dumpArguments(context, parts)], {
    env: jvmEnvironment(context.env),
    detached: true,
    stdio: 'ignore',
    windowsHide: true,
  });
  child.on('error', () => undefined);
  child.unref();
  const { pid } = child;
  const started = pid === undefined ? undefined : (await identify(pid))?.started;
  if (pid === undefined || started === undefined) return;
  const own: OwnProcess = { pid, started, mainClass: script };
  await writeJson(`${target}.making`, own);
}

/** Makes the archive and waits for it; for whoever has the time (tests do, once). */
export async function makeArchive(context: NativeContext, parts: JavaAndJars): Promise<void> {
  const target = archivePath(context, parts);
  if (existsSync(target)) return;
  await mkdir(dirname(target), { recursive: true });
  const script = resourcePath(context.resources, 'make-archive.mjs');
  await execa(context.program.node, [script, target, parts.java.file, ...dumpArguments(context, parts)], {
    env: jvmEnvironment(context.env),
    extendEnv: false,
    stdio: 'ignore',
  });
}

/** Ends what is being made in the background and removes what is left of it. */
export async function endArchiving(context: NativeContext): Promise<void> {
  const { cache } = context.folders;
  const names = await readdir(cache).catch(() => []);
  for (const name of names.filter((each) => each.endsWith('.jsa.making'))) {
    const maker = await readJson(join(cache, name), ownProcessSchema);
    if (maker) {
      await endProcess(maker.pid, maker.started, 5000);
      const part = `${name.slice(0, -'.making'.length)}.${maker.pid}.part`;
      await rm(join(cache, part), { force: true });
    }
    await rm(join(cache, name), { force: true });
  }
}

const dumpArguments = (context: NativeContext, { classPath }: JavaAndJars): readonly string[] => [
  '-Xshare:dump',
  `-XX:SharedClassListFile=${resourcePath(context.resources, 'kafka.classlist')}`,
  '-Xmx256m',
  // As the JVMs that will use it.
  '-XX:+UseSerialGC',
  '-Xlog:disable',
  '-Xlog:all=error:stderr',
  ...classPath.arguments,
];
