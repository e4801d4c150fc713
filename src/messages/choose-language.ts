import { type Language, languages, original } from './index.ts';

/** What says which language to speak, from the nearest to the farthest. */
export type LanguageWishes = {
  /** `--lang` */
  readonly option?: string | undefined;
  /** chosen before, from the progress file */
  readonly remembered?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** the locale of the system, where the environment names none */
  readonly system?: string | undefined;
};

/** The language to speak. What is asked for and not known counts as nothing asked for. */
export function chooseLanguage({ option, remembered, env, system }: LanguageWishes): Language {
  // POSIX: the first that is set decides, whether its language is known or not.
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((each) => each !== undefined && each !== '');
  return known(option) ?? known(remembered) ?? known(languageOf(locale ?? system)) ?? original;
}

/** `ko` of `ko_KR.UTF-8`, `ko-KR` or `ko`. */
const languageOf = (locale: string | undefined): string | undefined => /^[a-z]+/i.exec(locale ?? '')?.[0].toLowerCase();

const known = (name: string | undefined): Language | undefined => languages.find((each) => each === name);
