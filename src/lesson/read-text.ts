import { readFile, stat } from 'node:fs/promises';
import { messages } from '../messages/index.ts';
import { authorError, makeSource, placeAt } from './source.ts';
import type { AuthorError } from './types.ts';

/** Larger files are refused: a lesson is read by people. */
export const largestFile = 4 * 1024 * 1024;

/** Longer lines are nothing that people read or write. */
export const longestLine = 10_000;

export type TextResult =
  | { readonly ok: true; readonly text: string }
  /** `missing`: there is no such file, which a caller may want to tell at the place that names it */
  | { readonly ok: false; readonly missing: boolean; readonly error: AuthorError };

const failed = (path: string, message: string, missing = false): TextResult => ({
  ok: false,
  missing,
  error: { position: { path, line: 1, column: 1 }, message, excerpt: '' },
});

/** Reads an author's file as UTF-8 text. Never throws: what is wrong with the file is an AuthorError. */
export async function readText(path: string): Promise<TextResult> {
  const m = messages().lesson;
  try {
    const found = await stat(path);
    if (found.isDirectory()) return failed(path, m.isFolder);
    // Reading a pipe or a device could wait for ever.
    if (!found.isFile()) return failed(path, m.notRegularFile);
    if (found.size > largestFile) return failed(path, m.tooLarge({ megabytes: largestFile / 1024 / 1024 }));
    return decodeText(path, await readFile(path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const missing = code === 'ENOENT' || code === 'ENOTDIR';
    return failed(path, missing ? m.missingFile : m.unreadable({ code }), missing);
  }
}

/** Bytes to text; the place of the first byte or character that cannot be in a text is told. */
export function decodeText(path: string, bytes: Uint8Array): TextResult {
  const m = messages().lesson;
  if (bytes.length > largestFile) return failed(path, m.tooLarge({ megabytes: largestFile / 1024 / 1024 }));
  const good = decodable(bytes);
  const source = makeSource(path, good.text);
  if (good.bytes < bytes.length) {
    const hex = (bytes[good.bytes] ?? 0).toString(16).padStart(2, '0');
    const utf16 = /^(?:fffe|feff)/.test(Buffer.from(bytes.subarray(0, 2)).toString('hex'));
    const error = authorError(source, placeAt(source, source.text.length), m.notUtf8({ hex }), m.saveAsUtf8({ utf16 }));
    return { ok: false, missing: false, error };
  }
  // Those that turn around the direction of text could hide what a command really is.
  const control = source.text.search(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  if (control >= 0) {
    const code = source.text.charCodeAt(control).toString(16).toUpperCase().padStart(4, '0');
    return {
      ok: false,
      missing: false,
      error: authorError(source, placeAt(source, control), m.controlCharacter({ code })),
    };
  }
  const long = source.lines.findIndex((line) => line.length > longestLine);
  if (long >= 0) {
    const message = m.lineTooLong({ most: longestLine });
    return { ok: false, missing: false, error: authorError(source, { line: long + 1, column: 1 }, message) };
  }
  return { ok: true, text: good.text };
}

/** The longest beginning of `bytes` that is valid UTF-8, as text. */
function decodable(bytes: Uint8Array): { readonly text: string; readonly bytes: number } {
  const whole = decode(bytes, false);
  if (whole !== undefined) return { text: whole, bytes: bytes.length };
  // `stream` forgives a character that is cut off at the end, so this is true up to the first bad byte and false after it.
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (decode(bytes.subarray(0, middle), true) === undefined) high = middle - 1;
    else low = middle;
  }
  const text = decode(bytes.subarray(0, low), true) ?? '';
  // The good beginning may end inside a character: its first byte is then the bad one.
  return { text, bytes: Buffer.byteLength(text) + (hasByteOrderMark(bytes) ? 3 : 0) };
}

const hasByteOrderMark = (bytes: Uint8Array): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

function decode(bytes: Uint8Array, stream: boolean): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream });
  } catch {
    return undefined;
  }
}
