import type { BrokenLesson, Lesson, Pack } from './types.ts';

/** A lesson of a pack, or one that cannot be opened, and its number as people count. */
export type ListedLesson =
  | { readonly kind: 'lesson'; readonly number: number; readonly lesson: Lesson }
  | { readonly kind: 'broken'; readonly number: number; readonly lesson: BrokenLesson };

/** All lessons that pack.yaml names, in its order. */
export function inPackOrder({ lessons, broken = [] }: Pick<Pack, 'lessons' | 'broken'>): readonly ListedLesson[] {
  const listed: ListedLesson[] = [];
  const usable = [...lessons];
  while (listed.length < lessons.length + broken.length) {
    const number = listed.length + 1;
    const here = broken.find(({ index }) => index === listed.length);
    const next = here ? undefined : usable.shift();
    if (next) listed.push({ kind: 'lesson', number, lesson: next });
    else if (here) listed.push({ kind: 'broken', number, lesson: here });
    else break;
  }
  return listed;
}
