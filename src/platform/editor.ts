import { parse } from 'shell-quote';
import { EnvironmentError } from '../errors.ts';
import { messages } from '../messages/index.ts';
import type { Call } from './end-tree.ts';
import { findProgram } from './find-program.ts';
import { variableName } from './path-list.ts';
import { systemProgram } from './system-program.ts';

/** Looks for a program as `findProgram` does. */
type Find = (name: string, env: NodeJS.ProcessEnv, platform: NodeJS.Platform) => Promise<string | undefined>;

/**
 * The learner's editor: what VISUAL says, else EDITOR (a program and its options, `code --wait`), else one that the system has.
 * @returns the program, and what it is told before the file
 * @throws EnvironmentError where there is none, or the variable names one that is not there
 */
export async function editorOf(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
  find: Find = findProgram,
): Promise<Call> {
  const say = messages().platform;
  const next = say.editorNext({ example: platform === 'win32' ? 'set EDITOR=notepad' : 'export EDITOR=nano' });
  for (const variable of ['VISUAL', 'EDITOR']) {
    const value = env[variableName(env, variable, platform)]?.trim();
    if (!value) continue;
    // A path with blanks that is not in quotes, as Windows is used to.
    const whole = await find(value, env, platform);
    if (whole !== undefined) return { file: whole, args: [] };
    const [name, ...args] = wordsOf(value, platform) ?? [];
    if (name === undefined) throw new EnvironmentError({ what: say.editorUnclear({ variable, value }), next });
    const file = await find(name, env, platform);
    if (file === undefined) throw new EnvironmentError({ what: say.editorMissing({ variable, value }), next });
    return { file, args };
  }
  for (const name of usual(env, platform)) {
    const file = await find(name, env, platform);
    if (file !== undefined) return { file, args: [] };
  }
  throw new EnvironmentError({ what: say.noEditor, next });
}

const usual = (env: NodeJS.ProcessEnv, platform: NodeJS.Platform): readonly string[] =>
  platform === 'win32' ? [systemProgram('notepad.exe', env)] : ['nano', 'vi'];

/** The words as a shell splits them; undefined where there are none, or something that only a shell understands. */
function wordsOf(value: string, platform: NodeJS.Platform): readonly string[] | undefined {
  // A backslash is a part of paths on Windows, and nothing is quoted by it.
  const words = parse(value, (name) => `\${${name}}`, platform === 'win32' ? { escape: '^' } : {});
  const plain = words.filter((word) => typeof word === 'string');
  return plain.length === words.length && plain.length > 0 ? plain : undefined;
}
