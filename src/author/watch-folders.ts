import { type FSWatcher, watch } from 'node:fs';

/** Editors save in several steps (write, rename, remove the backup): so long it has to be quiet, in milliseconds. */
const quietMs = 80;

export type FolderWatch = {
  /** Watches these folders from now on, and no others. One that is not there is left out. */
  readonly folders: (paths: readonly string[]) => void;
  readonly close: () => void;
};

/**
 * Tells when something in folders has changed and nothing has for a moment. Folders are watched and not files: an editor that
 * saves by renaming puts another file in a file's place.
 */
export function watchFolders(changed: () => void): FolderWatch {
  let timer: NodeJS.Timeout | undefined;
  const watchers = new Map<string, FSWatcher>();
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(changed, quietMs);
  };
  const drop = (path: string): void => {
    watchers.get(path)?.close();
    watchers.delete(path);
  };
  return {
    folders: (paths) => {
      for (const path of watchers.keys()) if (!paths.includes(path)) drop(path);
      for (const path of paths) {
        if (watchers.has(path)) continue;
        try {
          const watcher = watch(path, soon);
          // A folder that is removed is no longer watched; what pack.yaml says then tells.
          watcher.on('error', () => drop(path));
          watchers.set(path, watcher);
        } catch {
          // Not there yet: pack.yaml names it before it is made.
        }
      }
    },
    close: () => {
      clearTimeout(timer);
      for (const path of [...watchers.keys()]) drop(path);
    },
  };
}
