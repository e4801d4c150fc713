import { access, constants, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';

/**
 * The program a bare name means on this PATH; undefined if there is none. A path is only looked at. On Windows the name is
 * given back as it is: the system itself searches, with its suffixes.
 */
export async function findProgram(
  name: string,
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
): Promise<string | undefined> {
  if (platform === 'win32') return name;
  if (name.includes('/')) return (await isExecutable(name)) ? name : undefined;
  for (const folder of (env['PATH'] ?? '').split(delimiter)) {
    // An empty or relative entry would look in the learner's folder.
    const path = join(folder, name);
    if (isAbsolute(folder) && (await isExecutable(path))) return path;
  }
  return undefined;
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
