/** Whose report it is. */
export type Person = {
  /** home folder, absolute */
  readonly home: string;
  readonly user: string;
};

/** Words of our own sentences and of every system: who is called so is not given away by them. */
const common: ReadonlySet<string> = new Set(['root', 'admin', 'user', 'docker', 'kafka', 'java', 'maven', 'lessons']);

const secretName = '[\\w.-]*(?:passw(?:or)?d|passphrase|secret|token|credential|api[_-]?key|private[_-]?key)[\\w.-]*';
const secrets: readonly (readonly [RegExp, string])[] = [
  // scheme://user:password@host
  [/\b([a-z][a-z0-9+.-]*:\/\/)[^/\s@"']+@/gi, '$1***@'],
  [/\b(bearer|basic)\s+[A-Za-z0-9+/=._~-]{8,}/gi, '$1 ***'],
  // NAME=value, name: value, "name": "value", --name value
  [new RegExp(`(${secretName})(["']?\\s*[=:]\\s*)("[^"]*"|'[^']*'|[^\\s,;"']+)`, 'gi'), '$1$2***'],
  [new RegExp(`(--${secretName})(\\s+)[^\\s"']+`, 'gi'), '$1$2***'],
  // What is a token by its shape: of code hosts and registries, and signed ones.
  [/\b(?:gh[pousr]_|github_pat_|glpat-|dckr_pat_|xox[abp]-)[A-Za-z0-9_-]{8,}/g, '***'],
  [/\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]*)?/g, '***'],
];

/** Removes what a report to strangers need not say: the home folder becomes `~`, user names USER, secrets ***. */
export function redact(text: string, { home, user }: Person): string {
  let clean = text;
  for (const [pattern, by] of secrets) clean = clean.replace(pattern, by);
  for (const path of new Set([home, home.replaceAll('\\', '/')])) {
    // A root folder as home (`/`) is in every path and tells nothing.
    if (path.length > 3) clean = clean.replace(new RegExp(`${escaped(path)}(?![\\w.-])`, 'gi'), '~');
  }
  clean = clean.replace(/((?:\/home|\/Users|[A-Za-z]:[\\/]Users)[\\/])[^\\/\s"':]+/g, '$1USER');
  if (user.length > 1 && !common.has(user.toLowerCase())) {
    clean = clean.replace(new RegExp(`(?<![A-Za-z0-9])${escaped(user)}(?![A-Za-z0-9])`, 'gi'), 'USER');
  }
  return clean;
}

/** The same for every text in a document; names of fields stay. */
export function redactAll<T>(value: T, person: Person): T;
export function redactAll(value: unknown, person: Person): unknown {
  if (typeof value === 'string') return redact(value, person);
  if (Array.isArray(value)) return value.map((item) => redactAll(item, person));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, redactAll(item, person)]));
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
