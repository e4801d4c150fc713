import { en } from './en.ts';

/** Every sentence the program says. A language is an object of this shape; a missing key does not compile. */
export type Messages = typeof en;

const catalogues = { en } satisfies Record<string, Messages>;
export type Language = keyof typeof catalogues;

let current: Messages = en;

/** The catalogue of the language in use. */
export const messages = (): Messages => current;

export function setLanguage(language: Language): void {
  current = catalogues[language];
}
