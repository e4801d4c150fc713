import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod';

/** What the files looked like when they were fetched. Written last, so without it the folder is not finished. */
export const manifestSchema = z.object({
  format: z.literal(1),
  jars: z.array(z.object({ name: z.string(), size: z.number(), mtimeMs: z.number(), sha256: z.string() })),
});
export type JarManifest = z.infer<typeof manifestSchema>;

/** All files in a folder and those below it, relative to it, sorted; hidden ones left out. */
export async function fileNames(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((name) => !name.split(sep).some((part) => part.startsWith('.')))
    .sort();
}

export async function makeManifest(libs: string): Promise<JarManifest> {
  const names = await fileNames(libs);
  const jars = [];
  for (const name of names) {
    const { size, mtimeMs } = await stat(join(libs, name));
    jars.push({ name, size, mtimeMs, sha256: await sha256(join(libs, name)) });
  }
  return { format: 1, jars };
}

/** Names of the files that are missing or changed. Contents are read only where the time of change differs: some 5 ms. */
export async function damagedJars(libs: string, manifest: JarManifest): Promise<readonly string[]> {
  const states = await Promise.all(
    manifest.jars.map(async (jar) => {
      const found = await stat(join(libs, jar.name)).catch(() => undefined);
      if (!found?.isFile() || found.size !== jar.size) return false;
      return found.mtimeMs === jar.mtimeMs || (await sha256(join(libs, jar.name))) === jar.sha256;
    }),
  );
  return manifest.jars.filter((_, index) => !states[index]).map((jar) => jar.name);
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
