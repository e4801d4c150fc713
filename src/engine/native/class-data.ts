/** Names in the cache folder that belong to class paths and their class data archives. */
export const isClassData = (name: string): boolean =>
  /^class-path-[0-9a-f]{12}\.args$|^classes-[0-9a-f]{12}\.jsa/.test(name);
