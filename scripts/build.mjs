// Builds dist/: one program without runtime dependencies, its resources, and the licence notices of what it contains.
import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { importSource, root } from './import-source.mjs';

const dist = join(root, 'dist');
// Built beside it and then put in its place: dist is never half there.
const fresh = join(root, `dist.${process.pid}`);

// esbuild writes CommonJS packages as they are; they still use what Node gives a CommonJS module.
const commonjsBanner = [
  "import { createRequire as __createRequire } from 'node:module';",
  "import { fileURLToPath as __fileURLToPath } from 'node:url';",
  'const require = __createRequire(import.meta.url);',
  'const __filename = __fileURLToPath(import.meta.url);',
].join('');

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: { main: 'src/main.ts' },
  outdir: fresh,
  outExtension: { '.js': '.mjs' },
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  jsx: 'automatic',
  minify: true,
  legalComments: 'none',
  metafile: true,
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [withoutDevtools()],
  banner: { js: commonjsBanner },
  logLevel: 'warning',
});
await cp(join(root, 'src/engine/native/resources'), join(fresh, 'resources'), { recursive: true });
await writeFile(join(fresh, 'LICENSES.txt'), await licences(Object.keys(metafile.inputs)));
// The course, read once and for all: the program itself does not have to before its first frame.
await importSource('src/pack/write-ready-packs.ts', ({ writeReadyPacks }) =>
  writeReadyPacks(join(root, 'lessons'), fresh),
);
await rm(dist, { recursive: true, force: true });
await rename(fresh, dist);

/** Ink names react-devtools-core but loads it only when DEV=true, for its own debugging. */
function withoutDevtools() {
  return {
    name: 'without-devtools',
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /^react-devtools-core$/ }, () => ({ path: 'devtools', namespace: 'nothing' }));
      onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'export default {};' }));
    },
  };
}

/** The notices of every package of which a file is in the bundle. */
async function licences(inputs) {
  const folders = new Set(
    inputs.map((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1]).filter(Boolean),
  );
  const notices = await Promise.all([...folders].sort().map(licenceOf));
  return `kafka-lessons contains these packages.\n\n${notices.join('\n\n')}\n`;
}

async function licenceOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
  const heading = `${name} ${version} (${license})\n${'-'.repeat(60)}`;
  for (const file of ['LICENSE', 'LICENSE.md', 'license', 'license.md', 'LICENCE', 'LICENSE.txt', 'LICENSE-MIT.txt']) {
    const text = await readFile(join(root, folder, file), 'utf8').catch(() => undefined);
    if (text) return `${heading}\n${text.trim()}`;
  }
  if (!license) throw new Error(`${name} names no licence: it cannot be shipped`);
  return heading;
}
