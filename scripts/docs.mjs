// Writes the tables of docs/writing-lessons.md anew, from the schemas that the program itself uses.
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const outfile = join(root, `dist.docs.${process.pid}.mjs`);
try {
  await build({
    absWorkingDir: root,
    entryPoints: ['src/author/write-docs.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
  const { writeDocs } = await import(pathToFileURL(outfile).href);
  await writeDocs(join(root, 'docs/writing-lessons.md'));
} finally {
  await rm(outfile, { force: true });
}
