import { language, nextLanguage } from '../messages/index.ts';
import type { AppOptions } from './app.tsx';
import type { Store } from './store.ts';

/** Speaks the next language: the program, the lessons, and what is said of the open step. */
export async function switchLanguage(store: Store, { speak, session }: AppOptions): Promise<void> {
  const [from, to] = [language(), nextLanguage()];
  const pack = await speak(to);
  store.act({ type: 'language-switched', pack, from, to });
  session.retell();
}
