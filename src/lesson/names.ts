/** Ids of lessons, steps and blocks. */
export const isId = (text: string): boolean => /^[a-z0-9-]+$/.test(text);

/** A topic name the broker accepts: org.apache.kafka.common.internals.Topic. */
export const isTopicName = (text: string): boolean => /^[A-Za-z0-9._-]{1,249}$/.test(text) && !/^\.\.?$/.test(text);

/** The port of `HOST:PORT`; undefined if the text is something else. */
export function portOf(text: string): number | undefined {
  const port = Number(/^[A-Za-z0-9_.-]+:(\d{1,5})$/.exec(text)?.[1]);
  return port >= 1 && port <= 65_535 ? port : undefined;
}

/** An id made of a title or a folder name; undefined where nothing of it can stay. */
export function idFrom(text: string): string | undefined {
  const id = text
    .slice(0, 80)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return id === '' ? undefined : id;
}

/** Why a name cannot be a path inside a folder, on any system. */
export type PathFault = 'empty' | 'absolute' | 'parent' | 'backslash' | 'character' | 'reserved' | 'long';

const longestPath = 200;
/** Names that Windows keeps for devices, with any extension. */
const device = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

/** Tells why `name` cannot be used as a path below a folder; undefined if it can. `/` separates, also on Windows. */
export function pathFault(name: string): PathFault | undefined {
  if (name === '') return 'empty';
  if (name.length > longestPath) return 'long';
  if (name.includes('\\')) return 'backslash';
  if (name.startsWith('/') || name.startsWith('~') || /^[A-Za-z]:/.test(name)) return 'absolute';
  if (/[<>:"|?*\u0000-\u001f\u007f-\u009f]/.test(name)) return 'character';
  for (const part of name.split('/')) {
    if (part === '..') return 'parent';
    if (part === '' || part === '.') return 'empty';
    if (device.test(part) || /[. ]$/.test(part) || part.startsWith(' ')) return 'reserved';
  }
  return undefined;
}
