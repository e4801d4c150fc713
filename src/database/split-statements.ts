/** A quoted text or name, a comment, the end of a statement, or one character of anything else. */
const token = /'(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.|"")*"|`[^`]*`|--(?=\s|$)[^\n]*|#[^\n]*|\/\*.*?\*\/|./gsu;

/** The statements of a text, in order, without semicolons and comments. A comment that the server executes is kept. */
export function splitStatements(sql: string): readonly string[] {
  const statements = [''];
  for (const [part] of sql.matchAll(token)) {
    if (part === ';') statements.push('');
    else statements.push((statements.pop() ?? '') + (isComment(part) ? ' ' : part));
  }
  return statements.map((statement) => statement.trim()).filter((statement) => statement !== '');
}

const isComment = (part: string): boolean =>
  part.startsWith('#') || part.startsWith('--') || (part.startsWith('/*') && !part.startsWith('/*!'));

/** A statement on one line, as it stands in a list of commands. */
export const onOneLine = (statement: string): string => statement.replaceAll(/\s*\n\s*/g, ' ');
