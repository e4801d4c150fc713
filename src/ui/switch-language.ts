import { language, messages, nextLanguage } from '../messages/index.ts';
import type { AppOptions } from './app.tsx';
import type { Store } from './store.ts';

/** Speaks the next language: the program, the lessons, and what is said of the open step. quietly: it was not meant to be another. */
export async function switchLanguage(
  store: Store,
  { speak, session }: Pick<AppOptions, 'speak' | 'session'>,
  { quietly = false }: { readonly quietly?: boolean } = {},
): Promise<void> {
  const [from, to] = [language(), nextLanguage()];
  // In the language that is left: who did not mean it reads no other.
  const text = messages().ui.notices.otherLanguage;
  const pack = await speak(to);
  store.act({ type: 'language-switched', pack, from, to });
  session.retell();
  if (!quietly) store.act({ type: 'said', level: 'info', text });
}
