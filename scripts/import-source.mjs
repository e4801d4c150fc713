// TypeScript of src/, bundled for a script of this folder and imported.
import { cp, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Hands the module of a source file (`src/…`) to `use`. It has the program's resources beside it, and is gone afterwards. */
export async function importSource(entry, use) {
  const name = basename(entry, '.ts');
  const folder = join(root, `dist.${name}.${process.pid}`);
  try {
    await build({
      absWorkingDir: root,
      entryPoints: [entry],
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      logLevel: 'warning',
    });
    await cp(join(root, 'src/engine/native/resources'), join(folder, 'resources'), { recursive: true });
    return await use(await import(pathToFileURL(join(folder, `${name}.mjs`)).href));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
