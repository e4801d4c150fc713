import { language } from '../messages/index.ts';
import type { Pack } from './types.ts';

/** The pack's title in the language in use, else in the one it was written in. */
export const titleOf = ({ title, languages, name }: Pack): string =>
  title[language()] ?? title[languages[0] ?? ''] ?? name;
