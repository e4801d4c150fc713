import { cleanText } from '../command/clean-text.ts';

const longest = 200;

/**
 * What went wrong, from a Java stack trace: its first line, and the innermost cause where that is another one; on one line, without
 * the packages of the exceptions, at most 200 characters.
 */
export function traceLine(trace: string): string {
  const lines = cleanText(trace).split(/\r?\n/);
  const first = withoutPackage(lines.find((line) => line.trim() !== '') ?? '');
  const root = withoutPackage(lines.findLast((line) => line.startsWith(causedBy))?.slice(causedBy.length) ?? '');
  const isNew = root !== '' && !first.includes(root.replace(/^\w+: /, ''));
  if (!isNew) return shortened(first, longest);
  const end = ` (${causedBy}${shortened(root, longest / 2)})`;
  return shortened(first, longest - end.length) + end;
}

const causedBy = 'Caused by: ';

/** `java.sql.SQLException: …` → `SQLException: …` */
const withoutPackage = (line: string): string => line.trim().replace(/^(?:[a-z_]\w*\.)+(?=[A-Z])/, '');

const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 3)}...`;
