import { createHash } from 'node:crypto';

const plainName = 'kafka-lessons';

/**
 * The name of the compose project of a home: `kafka-lessons` for the usual one, with a suffix of its own for any other, so that two
 * homes never share a container.
 */
export function projectName(home: string, usualHome: string): string {
  if (home === usualHome) return plainName;
  return `${plainName}-${createHash('sha256').update(home).digest('hex').slice(0, 8)}`;
}
