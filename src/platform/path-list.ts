import { pathsOf } from './paths.ts';

/**
 * How this environment spells the name of a variable. Windows takes PATH and Path for the same, but a copy of process.env does
 * not. Of two spellings Node hands on the one that comes first in the alphabet.
 */
export function variableName(
  env: NodeJS.ProcessEnv,
  name: string,
  platform: NodeJS.Platform = process.platform,
): string {
  if (platform !== 'win32') return name;
  const spelled = Object.keys(env).filter((key) => key.toUpperCase() === name.toUpperCase());
  return spelled.sort()[0] ?? name;
}

/** The folders of PATH, in order. Relative ones are left out: they would be others in each folder that we work in. */
export function pathFolders(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): readonly string[] {
  const { delimiter, isAbsolute } = pathsOf(platform);
  const folders = (env[variableName(env, 'PATH', platform)] ?? '').split(delimiter);
  // On Windows a folder may stand in quotes.
  const plain = platform === 'win32' ? folders.map((folder) => folder.replace(/^"(.*)"$/, '$1')) : folders;
  return plain.filter((folder) => isAbsolute(folder));
}

/** What is added to an environment so that a folder comes first on PATH. */
export function pathWith(
  folder: string,
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
): NodeJS.ProcessEnv {
  const name = variableName(env, 'PATH', platform);
  return { [name]: `${folder}${pathsOf(platform).delimiter}${env[name] ?? ''}` };
}
