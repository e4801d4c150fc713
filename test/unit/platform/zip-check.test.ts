import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { looksLikeWholeZip } from '../../../src/platform/zip-check.ts';

/** A zip of one empty file `a`, 115 bytes: local header, central directory, end record. */
const zip = Buffer.from(
  '504b03040a0000000000000021000000000000000000000000000100000061' +
    '504b01021e030a00000000000000210000000000000000000000000001000000000000000000000080010000000061' +
    '504b050600000000010001002f0000001f0000000000',
  'hex',
);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kafka-lessons-unit-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function check(bytes: Buffer): Promise<boolean> {
  const path = join(folder, 'file.jar');
  await writeFile(path, bytes);
  return looksLikeWholeZip(path);
}

it('accepts a whole zip', async () => expect(await check(zip)).toBe(true));
it('refuses one that was cut off', async () => expect(await check(zip.subarray(0, zip.length - 10))).toBe(false));
it('refuses an end without its beginning', async () => expect(await check(zip.subarray(40))).toBe(false));
it('refuses a page of a proxy', async () => expect(await check(Buffer.from('<html>Sign in</html>'))).toBe(false));
it('refuses an empty file', async () => expect(await check(Buffer.alloc(0))).toBe(false));
