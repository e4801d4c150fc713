/**
 * Reads text as java.util.Properties does (Javadoc of `Properties.load`): comments with # or !, `=`, `:` or white space
 * between key and value, a backslash at the end of a line joins the next one, escapes \t \n \r \f \uXXXX, and any other
 * escaped character stands for itself. A key that comes twice has its last value.
 */
export type ParsedProperties =
  | { readonly ok: true; readonly properties: ReadonlyMap<string, string> }
  /** Java throws at a \u without four hexadecimal digits. line counts from 1 */
  | { readonly ok: false; readonly line: number };

export function parseProperties(text: string): ParsedProperties {
  const properties = new Map<string, string>();
  for (const { line, text: logical } of logicalLines(text)) {
    const { key, value } = splitKey(logical);
    const readKey = unescaped(key);
    const readValue = unescaped(value);
    if (readKey === undefined || readValue === undefined) return { ok: false, line };
    properties.set(readKey, readValue);
  }
  return { ok: true, properties };
}

type LogicalLine = { readonly line: number; readonly text: string };

function logicalLines(text: string): readonly LogicalLine[] {
  const lines: LogicalLine[] = [];
  let open: LogicalLine | undefined;
  const naturals = text.split(/\r\n|\r|\n/);
  for (const [index, natural] of naturals.entries()) {
    const content = natural.replace(/^[ \t\f]+/, '');
    // A lone backslash begins nothing: what follows may still be a comment or blank.
    if (!open?.text && (content === '' || /^[#!]/.test(content))) {
      // Unless the text ends right there: then Java has an entry without a key.
      if (open && index === naturals.length - 1 && /\\[\r\n]$/.test(text)) lines.push(open);
      open = undefined;
      continue;
    }
    const joined: LogicalLine = { line: open?.line ?? index + 1, text: (open?.text ?? '') + content };
    const continues = (/\\*$/.exec(content)?.[0].length ?? 0) % 2 === 1;
    open = continues ? { ...joined, text: joined.text.slice(0, -1) } : undefined;
    if (!continues) lines.push(joined);
  }
  return open ? [...lines, open] : lines;
}

/** The key ends at the first separator that is not escaped; white space around one `=` or `:` belongs to neither. */
function splitKey(line: string): { readonly key: string; readonly value: string } {
  const key = /^(?:\\.|[^\\=: \t\f])*/s.exec(line)?.[0] ?? '';
  const value = line.slice(key.length).replace(/^[ \t\f]*[=:]?[ \t\f]*/, '');
  return { key, value };
}

const escapes: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f' };

function unescaped(text: string): string | undefined {
  if (/(?:^|[^\\])(?:\\\\)*\\u(?![0-9a-fA-F]{4})/.test(text)) return undefined;
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|(.)|$)/gs, (_, hex?: string, char?: string) => {
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    return char === undefined ? '' : (escapes[char] ?? char);
  });
}
