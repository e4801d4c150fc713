/** Keeps the last items. */
export type Ring<T> = { readonly push: (item: T) => void; readonly items: () => readonly T[] };

/** @param limit how many are kept */
export function createRing<T>(limit: number): Ring<T> {
  let items: T[] = [];
  return {
    push: (item) => {
      items.push(item);
      // Cutting only now and then keeps a flood cheap.
      if (items.length >= limit * 2) items = items.slice(-limit);
    },
    items: () => items.slice(-limit),
  };
}
