import { join } from 'node:path';
import * as z from 'zod';
import { readJson, writeJson } from '../platform/json-file.ts';

/** Packs that the user of this machine has said yes to. */
const trustFile = z.object({
  format: z.literal(1),
  packs: z.array(z.object({ hash: z.string(), name: z.string(), at: z.string() })),
});

const pathIn = (home: string): string => join(home, 'trusted-packs.json');

/** Has this very pack been trusted before? */
export async function isTrusted(home: string, hash: string): Promise<boolean> {
  const known = await readJson(pathIn(home), trustFile);
  return known?.packs.some((pack) => pack.hash === hash) ?? false;
}

/** Remembers it. */
export async function rememberTrust(
  home: string,
  pack: { readonly hash: string; readonly name: string },
  now: Date,
): Promise<void> {
  const known = (await readJson(pathIn(home), trustFile))?.packs ?? [];
  const others = known.filter(({ hash }) => hash !== pack.hash);
  await writeJson(pathIn(home), { format: 1, packs: [...others, { ...pack, at: now.toISOString() }] });
}
