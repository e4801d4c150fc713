import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mutations } from './support/mutations.ts';
import { packOnDisk } from './support/pack-on-disk.ts';
import { validPack } from './support/valid-pack.ts';

describe('a valid pack, broken', { timeout: 120_000 }, () => {
  let pack: Awaited<ReturnType<typeof packOnDisk>>;
  beforeAll(async () => {
    pack = await packOnDisk(validPack);
    await pack.accept();
  });
  afterAll(() => pack.remove());

  test('in more than 300 ways', () => {
    expect(new Set(mutations.map(({ name }) => name)).size).toBeGreaterThan(300);
  });

  test.each(mutations.map((mutation) => [mutation.name, mutation] as const))('%s', async (_name, { files, told }) => {
    await pack.write(files);
    const lines = await pack.lines();
    await pack.write(Object.fromEntries(Object.keys(files).map((file) => [file, validPack[file]])));
    expect(
      lines.filter((line) => line.startsWith(`${told} `)),
      lines.join('\n'),
    ).not.toEqual([]);
  });

  test('and put back, it is whole', async () => {
    expect(await pack.lines()).toEqual([]);
  });
});
