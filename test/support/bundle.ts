import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { tempFolder } from './temp.ts';

/** A file of ours bundled as the product is: one flat folder with `resources` beside the .mjs. */
export async function bundleProgram(entry: URL): Promise<{ readonly main: string; remove(): Promise<void> }> {
  const folder = await tempFolder();
  const main = join(folder, 'program.mjs');
  await build({
    entryPoints: [fileURLToPath(entry)],
    outfile: main,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    // As scripts/build.mjs: CommonJS packages use what Node gives a CommonJS module.
    banner: {
      js: [
        "import { createRequire as __createRequire } from 'node:module';",
        "import { fileURLToPath as __fileURLToPath } from 'node:url';",
        'const require = __createRequire(import.meta.url);',
        'const __filename = __fileURLToPath(import.meta.url);',
      ].join(''),
    },
  });
  const resources = fileURLToPath(new URL('../../src/engine/native/resources', import.meta.url));
  await cp(resources, join(folder, 'resources'), { recursive: true });
  return { main, remove: () => rm(folder, { recursive: true, force: true }) };
}
