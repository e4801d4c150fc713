import { parseProperties } from '../../check/properties.ts';
import { messages } from '../../messages/index.ts';

/** What Java makes of a properties file, a line a setting, in the order of the file. text: undefined where there is no file. */
export function propertiesLines(
  file: string,
  text: string | undefined,
): { readonly lines: readonly string[]; readonly problem: readonly string[] } {
  const say = messages().own;
  if (text === undefined) return { lines: [], problem: [say.noFile({ file })] };
  const parsed = parseProperties(text);
  if (!parsed.ok) return { lines: [], problem: [say.malformedAt({ file, line: parsed.line }), say.malformedInJava] };
  const lines = [...parsed.properties].map(([key, value]) => `${visible(key)} = ${visible(value)}`);
  return { lines: lines.length === 0 ? [say.noProperties] : lines, problem: [] };
}

/** As they are called in ASCII. */
const names: Readonly<Record<string, string>> = {
  '\t': 'TAB',
  '\n': 'LF',
  '\r': 'CR',
  '\f': 'FF',
  '\u001b': 'ESC',
  '\0': 'NUL',
};

/** Characters that nobody sees are shown by their names, and so are spaces at an end. */
export const visible = (text: string): string =>
  text
    .replace(/^ +| +$/g, (spaces) => '<SPACE>'.repeat(spaces.length))
    .replace(
      /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u00a0]/gu,
      (char) => `<${names[char] ?? `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`}>`,
    );
