import { constants } from 'node:fs';
import { access, readFile, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { EnvironmentError } from '../../errors.ts';
import { messages } from '../../messages/index.ts';
import { executable } from '../../platform/find-program.ts';
import { installCommand } from '../../platform/install-command.ts';
import { pathFolders } from '../../platform/path-list.ts';
import { type JavaVersion, parseReleaseFile, parseVersionOutput } from './java-version.ts';

/** Kafka 4 brokers and tools need Java 17 (KIP-1013). */
export const oldestJava = 17;

export type Java = JavaVersion & {
  /** the `java` program, absolute */
  readonly file: string;
  /** its installation, where it could be told */
  readonly home?: string;
};

export type JavaSearch = {
  readonly found?: Java;
  /** what was found but cannot be used, newest first */
  readonly tooOld: readonly Java[];
};

/** Looks at JAVA_HOME, then PATH; the first Java that is new enough wins. */
export async function searchJava(env: NodeJS.ProcessEnv): Promise<JavaSearch> {
  const tooOld: Java[] = [];
  for (const file of candidates(env)) {
    const java = await inspect(file);
    if (java === undefined) continue;
    if (java.feature >= oldestJava) return { found: java, tooOld };
    tooOld.push(java);
  }
  return { tooOld: tooOld.sort((a, b) => b.feature - a.feature) };
}

/** @throws EnvironmentError with the install command of this system */
export async function requireJava(env: NodeJS.ProcessEnv): Promise<Java> {
  const { found, tooOld } = await searchJava(env);
  if (found) return found;
  const old = tooOld[0];
  const say = messages().engine;
  throw new EnvironmentError({
    what: old
      ? say.javaTooOld({ version: old.feature, oldest: oldestJava, path: old.file })
      : say.javaMissing({ oldest: oldestJava }),
    why: say.javaWhy,
    next: await installCommand('java'),
  });
}

function candidates(env: NodeJS.ProcessEnv): string[] {
  const name = executable('java');
  const home = env['JAVA_HOME'];
  return [...(home ? [join(home, 'bin', name)] : []), ...pathFolders(env).map((folder) => join(folder, name))];
}

async function inspect(file: string): Promise<Java | undefined> {
  try {
    await access(file, constants.X_OK);
    const home = dirname(dirname(await realpath(file)));
    const release = await readFile(join(home, 'release'), 'utf8').catch(() => undefined);
    const version = release === undefined ? undefined : parseReleaseFile(release);
    if (version) return { ...version, file, home };
    // macOS has a /usr/bin/java that only forwards, and some systems strip the release file.
    const { stderr } = await execa(file, ['-version'], { stdin: 'ignore', timeout: 20_000 });
    const asked = parseVersionOutput(stderr);
    return asked && { ...asked, file };
  } catch {
    return undefined;
  }
}
