import type { z } from 'zod';
import { messages } from '../../messages/index.ts';

/** The part of zod's refinement context that rules use. */
type Context = Pick<z.core.$RefinementCtx, 'addIssue'>;

/** Tells what is wrong about a key of the item, at that key. */
export function faultAt(context: Context, key: string, message: string): void {
  context.addIssue({ code: 'custom', path: [key], message, params: { at: 'key', rule: true } });
}

/** `exists: false` beside anything else that only an existing thing has. */
export function refuseBesideAbsent(subject: string) {
  return (item: { readonly exists?: boolean }, context: Context): void => {
    if (item.exists !== false) return;
    for (const key of Object.keys(item)) {
      if (key === 'exists' || key === subject || key === 'at' || key === 'as') continue;
      faultAt(context, key, messages().lesson.besideAbsent({ subject, key }));
    }
  };
}

/** Two keys of one item that say the same thing in two ways. */
export function refuseTogether(first: string, second: string) {
  return (item: object, context: Context): void => {
    if (first in item && second in item) faultAt(context, second, messages().lesson.notTogether({ first, second }));
  };
}

/** Does the item say anything beyond its subject, and beyond where it looks? */
export const saysNothing = (item: object, subject: string): boolean =>
  Object.keys(item).every((key) => key === subject || key === 'at' || key === 'as');
