import { isDeepStrictEqual } from 'node:util';
import { messages } from '../messages/index.ts';
import type { Aspect } from './aspect.ts';
import { followPointer } from './json-pointer.ts';

const maxValue = 60;

/** At each JSON pointer stands an equal value. */
export function jsonAspects(text: string, wanted: Readonly<Record<string, unknown>>): readonly Aspect[] {
  const say = messages().check;
  const parsed = parse(text);
  return Object.entries(wanted).map(([pointer, value]) => {
    const expected = say.jsonAt({ pointer, value: told(value) });
    if (!parsed.ok) return { ok: false, expected, actual: say.notJson, because: parsed.because };
    const pointed = followPointer(parsed.document, pointer);
    if (!pointed.found) return { ok: false, expected, actual: say.jsonNothingAt({ pointer }) };
    return {
      ok: isDeepStrictEqual(pointed.value, value),
      expected,
      actual: say.jsonAt({ pointer, value: told(pointed.value) }),
    };
  });
}

type Parsed = { readonly ok: true; readonly document: unknown } | { readonly ok: false; readonly because: string };

function parse(text: string): Parsed {
  try {
    // Editors on Windows may begin a file with a byte order mark, which Connect reads as well.
    return { ok: true, document: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    return { ok: false, because: (error as Error).message };
  }
}

const told = (value: unknown): string => {
  const json = JSON.stringify(value) ?? String(value);
  return json.length <= maxValue ? json : `${json.slice(0, maxValue - 3)}...`;
};
