import type { Settings } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import type { Aspect } from './aspect.ts';
import { parseProperties } from './properties.ts';
import { similarSentence } from './similar-name.ts';
import { quoted } from './wording.ts';

/** Each property has its value, as Java reads the file. */
export function propertiesAspects(text: string, wanted: Settings): readonly Aspect[] {
  const say = messages().check;
  const parsed = parseProperties(text);
  return Object.entries(wanted).map(([key, value]) => {
    const expected = say.setting({ key, value });
    if (!parsed.ok)
      return {
        ok: false,
        expected,
        actual: say.fileNotProperties({ line: parsed.line }),
        because: say.backslashesEaten,
      };
    const found = parsed.properties.get(key);
    if (found === undefined) {
      const because = commentedOut(text, key) ?? similarSentence('setting', key, [...parsed.properties.keys()]);
      return { ok: false, expected, actual: say.settingMissing({ key }), because };
    }
    return {
      ok: found === value,
      expected,
      actual: say.setting({ key, value: visible(found) }),
      because: slip(text, found, value),
    };
  });
}

/** Tabs and the like are shown by their escapes, a space at the end by quotes. */
const visible = (value: string): string =>
  /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(value) ? value : quoted(value);

function slip(text: string, found: string, wanted: string): string | undefined {
  const say = messages().check;
  if (found.trim() === wanted) return say.straySpace({ found: quoted(found) });
  const letters = (value: string): string => value.replaceAll(/[^\p{L}\p{N}]/gu, '');
  const eaten = text.includes('\\') && (letters(found) === letters(wanted) || /[\t\n\r\f]/.test(found));
  return eaten ? say.backslashesEaten : undefined;
}

function commentedOut(text: string, key: string): string | undefined {
  const isComment = text.split(/\r\n|\r|\n/).some((line) => {
    const content = line.trim();
    return /^[#!]/.test(content) && content.replace(/^[#!\s]+/, '').split(/[\s=:]/)[0] === key;
  });
  return isComment ? messages().check.stillAComment({ key }) : undefined;
}
