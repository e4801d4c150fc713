import { messages } from '../messages/index.ts';
import { listed } from './wording.ts';

type Item = string | null;

export type Comparison = {
  readonly same: boolean;
  /** the most helpful thing to say about the difference */
  readonly because?: string | undefined;
};

/** Compares exact lists: in order, or as multisets. tell: how an item is shown. */
export function compareLists(
  wanted: readonly Item[],
  found: readonly Item[],
  { ordered, tell }: { readonly ordered: boolean; readonly tell: (item: Item) => string },
): Comparison {
  const missing = without(wanted, found);
  const extra = without(found, wanted);
  if (missing.length === 0 && extra.length === 0) {
    const same = !ordered || wanted.every((item, index) => item === found[index]);
    return same ? { same } : { same, because: messages().check.otherOrder };
  }
  const because = strayMark(missing, extra, tell) ?? inWords({ missing, extra, wanted, tell });
  return { same: false, because };
}

/** Multiset difference: items of `from` that `what` does not account for, in order. */
function without(from: readonly Item[], what: readonly Item[]): readonly Item[] {
  const left = new Map<Item, number>();
  for (const item of what) left.set(item, (left.get(item) ?? 0) + 1);
  return from.filter((item) => {
    const count = left.get(item) ?? 0;
    if (count > 0) left.set(item, count - 1);
    return count === 0;
  });
}

/** An item that is there but for spaces, quotes, capital letters or the way its letters are composed. */
function strayMark(missing: readonly Item[], extra: readonly Item[], tell: (item: Item) => string): string | undefined {
  const texts = extra.filter((item) => item !== null);
  const wanted = missing.filter((item) => item !== null);
  for (const found of texts) {
    const mark = wanted.map((item) => slip(item, found, tell)).find((sentence) => sentence !== undefined);
    if (mark !== undefined) return mark;
  }
  return undefined;
}

function slip(wanted: string, found: string, tell: (item: Item) => string): string | undefined {
  const say = messages().check;
  if (found.trim() === wanted.trim()) return say.straySpace({ found: tell(found) });
  if (found.normalize() === wanted.normalize()) return say.otherForm({ found: tell(found) });
  if (unquoted(found.trim()) === wanted) return say.strayQuotes({ found: tell(found) });
  if (found.toLowerCase() === wanted.toLowerCase()) return say.otherCase({ found: tell(found) });
  return undefined;
}

const unquoted = (text: string): string => /^(["'])(.*)\1$/s.exec(text)?.[2] ?? text;

function inWords(given: {
  readonly missing: readonly Item[];
  readonly extra: readonly Item[];
  readonly wanted: readonly Item[];
  readonly tell: (item: Item) => string;
}): string {
  const say = messages().check;
  const missing = listed(given.missing.map(given.tell));
  const extra = listed(given.extra.map(given.tell));
  if (given.extra.length === 0) return say.missing({ list: missing });
  if (given.missing.length > 0) return say.missingAndNotWanted({ missing, extra });
  const again = given.extra.every((item) => given.wanted.includes(item));
  return again ? say.sentAgain : say.notWanted({ list: extra });
}
