import { chooseLanguage } from '../messages/choose-language.ts';
import { setLanguage } from '../messages/index.ts';
import { folders } from '../platform/folders.ts';
import { systemLocale } from '../platform/system-locale.ts';
import { rememberedLanguage } from '../progress/index.ts';

/**
 * Speaks the language of this learner from now on. It has to be known before the command line is read, as help and errors are
 * sentences as well.
 */
export async function speakLanguageOf(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const option = askedLanguage(args);
  const remembered = option === undefined ? await rememberedLanguage(folders(env).home) : undefined;
  setLanguage(chooseLanguage({ option, remembered, env, system: systemLocale() }));
}

/** What `--lang` says; a word behind a command of the learner's shell (`tool`) is that command's own. */
export function askedLanguage(args: readonly string[]): string | undefined {
  if (args[0] === 'tool') return undefined;
  const end = args.indexOf('--');
  const own = end < 0 ? args : args.slice(0, end);
  return own
    .map((word, index) => (word === '--lang' ? own[index + 1] : /^--lang=(.*)$/.exec(word)?.[1]))
    .findLast(isSaid);
}

const isSaid = (word: string | undefined): word is string => word !== undefined;
