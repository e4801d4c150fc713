import { keyName } from './modes.ts';

/** A typed line as a key and what stands behind it: `l 5` is the key `l` with `5`. */
export type PlainLine = { readonly key: string; readonly rest: string };

/** Reads a line that begins with a key, whatever the keyboard's language; undefined where it is more than one key (`help`). */
export function readLine(line: string): PlainLine | undefined {
  const [, first, rest = ''] = /^(\S)(?:\s+(.*)|(\d+))?$/u.exec(line) ?? [];
  const digits = /^\S(\d+)$/u.exec(line)?.[1];
  const key = first === undefined ? undefined : keyName({ type: 'char', text: first });
  return key === undefined ? undefined : { key: key.toLowerCase(), rest: (digits ?? rest).trim() };
}
