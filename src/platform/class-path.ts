import { pathsOf } from './paths.ts';

/**
 * The text of a java @argfile with the class path: no command line then grows with the number of jars. In quotes, with
 * backslashes doubled, as the java launcher reads it.
 */
export const argumentFileText = (jars: readonly string[], platform: NodeJS.Platform = process.platform): string =>
  `-cp "${classPath(jars, platform).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"\n`;

/**
 * What java is told of its class path: the file with the text above. On Windows the launcher reads that file in the system's old
 * code page, where a folder called 홍길동 is something else than in UTF-8: there such a class path stands on the command line itself,
 * which java.exe, started without cmd.exe, may have up to 32,767 characters long.
 */
export function classPathArguments(
  jars: readonly string[],
  file: string,
  platform: NodeJS.Platform = process.platform,
): readonly string[] {
  const path = classPath(jars, platform);
  return platform === 'win32' && /[^\x20-\x7e]/.test(path) ? ['-cp', path] : [`@${file}`];
}

const classPath = (jars: readonly string[], platform: NodeJS.Platform): string =>
  jars.join(pathsOf(platform).delimiter);
