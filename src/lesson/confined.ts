/**
 * The first path in a text that leads out of the folder a lesson works in: absolute, of the home folder, or with `..`.
 * `${env:WORKSPACE}/…` stays inside, and the other names that Connect fills in are no paths. undefined where there is none.
 */
export function outsidePath(text: string): { readonly path: string; readonly index: number } | undefined {
  const inside = text.replaceAll(
    /\$\{env:(?:WORKSPACE|KAFKA_BOOTSTRAP|(?:SHOP|WAREHOUSE)_(?:HOST|PORT)|DB_(?:USER|PASSWORD))\}/g,
    (found) => 'W'.repeat(found.length),
  );
  for (const match of inside.matchAll(/[^\s"'`=@,;{}()[\]<>|]+/g)) {
    // A drive's colon belongs to its path; any other colon separates.
    const parts = /^[A-Za-z]:[\\/]/.test(match[0]) ? [match[0]] : match[0].split(':');
    const found = isAddress(match[0]) ? undefined : parts.find(leadsOut);
    if (found !== undefined) return { path: found, index: match.index + match[0].indexOf(found) };
  }
  return undefined;
}

const isAddress = (word: string): boolean => /^(?:https?|jdbc:[a-z]+):\/\/[^/]/i.test(word);

const leadsOut = (part: string): boolean =>
  /^(?:\/(?:\/\/+)?[\w.~]|~(?:[\\/]|$)|[A-Za-z]:[\\/]|\\\\)/.test(part) || /(?:^|[\\/])\.\.(?:[\\/]|$)/.test(part);

const forbidden =
  /\binto\s+(?:out|dump)file\b|\bload_file\s*\(|\bload\s+(?:data|xml)\b|\binstall\s+(?:plugin|soname)\b|\bsoname\b/i;

/** What of a SQL text reads or writes files of the server, or loads code into it; undefined where nothing does. */
export function serverFileAccess(sql: string): { readonly text: string; readonly index: number } | undefined {
  // Comments separate words, and those that MariaDB executes are statements.
  const plain = sql.replaceAll(/\/\*(?!M?!)[\s\S]*?\*\//g, blank).replaceAll(/\/\*M?!\d*|\*\//g, blank);
  const found = forbidden.exec(plain);
  return found ? { text: found[0].replaceAll(/\s+/g, ' '), index: found.index } : undefined;
}

const blank = (text: string): string => text.replaceAll(/[^\n]/g, ' ');
