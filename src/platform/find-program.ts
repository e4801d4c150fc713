import { access, constants, readFile, stat } from 'node:fs/promises';
import { pathFolders } from './path-list.ts';
import { pathsOf } from './paths.ts';
import { isToolShim, longestShim } from './shim-files.ts';

/** The file of a program that is no script: `java`, `java.exe`. */
export const executable = (name: string, platform: NodeJS.Platform = process.platform): string =>
  platform === 'win32' ? `${name}.exe` : name;

/**
 * The program a name means on this PATH; undefined if there is none. A path is only looked at. On Windows the suffixes are
 * tried that Windows tries, in its order. Scripts of ours that stand for a tool are passed over: in the learner's shell they come first.
 * @param isProgram whether a file is there and can be run
 */
export async function findProgram(
  name: string,
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
  isProgram: (path: string) => Promise<boolean> = isExecutable,
): Promise<string | undefined> {
  const files = filesOf(name, platform);
  const isPath = platform === 'win32' ? /[\\/:]/.test(name) : name.includes('/');
  const paths = isPath
    ? files
    : pathFolders(env, platform).flatMap((folder) => files.map((file) => pathsOf(platform).join(folder, file)));
  for (const path of paths) {
    if (await isProgram(path)) return path;
  }
  return undefined;
}

/** The names under which a program may be there. */
const filesOf = (name: string, platform: NodeJS.Platform): readonly string[] => {
  if (platform !== 'win32' || /\.(?:com|exe|bat|cmd)$/i.test(name)) return [name];
  return ['.com', '.exe', '.bat', '.cmd'].map((suffix) => `${name}${suffix}`);
};

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    const found = await stat(path);
    return found.isFile() && !(found.size <= longestShim && isToolShim(await readFile(path, 'utf8')));
  } catch {
    return false;
  }
}
