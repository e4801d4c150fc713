import type { Session } from '../session/types.ts';
import type { Store } from './store.ts';
import { wantsLive } from './view.ts';

/** Has the session look at Kafka while the screen shows it. Returns what ends that. */
export function followLive(store: Store, session: Pick<Session, 'watchLive'>): () => void {
  let isWatched = false;
  const follow = (): void => {
    const wanted = wantsLive(store.get());
    if (wanted === isWatched) return;
    isWatched = wanted;
    session.watchLive(wanted);
  };
  follow();
  return store.subscribe(follow);
}
