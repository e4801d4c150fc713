import { en } from './en.ts';
import { ko } from './ko.ts';

/** The same keys and placeholders, with any words. */
type InAnyWords<T> = T extends string
  ? string
  : T extends (...placeholders: infer P) => string
    ? (...placeholders: P) => string
    : { readonly [K in keyof T]: InAnyWords<T[K]> };

/** Every sentence the program says. A language is an object of this shape: a missing key or another placeholder does not compile. */
export type Messages = InAnyWords<typeof en>;

const catalogues = { en, ko } satisfies Record<string, Messages>;
export type Language = keyof typeof catalogues;

/** The languages the program speaks, each by its own name. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', ko: '한국어' };
export const languages = Object.keys(languageNames) as readonly Language[];

/** What lessons are written in first, and what is spoken where nothing else is asked for. */
export const original: Language = 'en';

let current: Language = original;

/** The catalogue of the language in use. */
export const messages = (): Messages => catalogues[current];

/** The catalogue of any language. */
export const messagesIn = (wanted: Language): Messages => catalogues[wanted];

/** The language in use. */
export const language = (): Language => current;

export function setLanguage(wanted: Language): void {
  current = wanted;
}

/** The one that comes after the language in use. */
export const nextLanguage = (): Language => languages[(languages.indexOf(current) + 1) % languages.length] ?? original;
