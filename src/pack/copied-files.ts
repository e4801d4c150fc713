import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Pack } from '../lesson/types.ts';

/** `FILE HASH` of each file of a pack that a step copies into the workspace: its contents are not in the lesson's text. */
export async function copiedFiles(pack: Pack): Promise<readonly string[]> {
  const names = pack.lessons.flatMap(({ path, steps }) =>
    steps.flatMap(({ files }) => files.flatMap(({ from }) => (from === undefined ? [] : [{ path, from }]))),
  );
  return Promise.all(
    names.map(async ({ path, from }) => {
      const hash = createHash('sha256');
      await pipeline(createReadStream(join(dirname(path), ...from.split('/'))), hash);
      return `${from} ${hash.digest('hex')}`;
    }),
  );
}
