export type Pointed = { readonly found: true; readonly value: unknown } | { readonly found: false };

/** Follows a JSON pointer (RFC 6901): '' is the whole document, `/a/0` the first of a, `~1` a slash, `~0` a tilde. */
export function followPointer(document: unknown, pointer: string): Pointed {
  if (pointer === '') return { found: true, value: document };
  if (!pointer.startsWith('/')) return { found: false };
  let value = document;
  for (const token of pointer.slice(1).split('/')) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(value) && !/^(0|[1-9]\d*)$/.test(key)) return { found: false };
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return { found: false };
    value = Object.entries(value).find(([name]) => name === key)?.[1];
  }
  return { found: true, value };
}
