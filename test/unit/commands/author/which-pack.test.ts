import { afterEach, beforeEach, expect, test } from 'vitest';
import { authorPreviewCommand } from '../../../../src/commands/author/preview.ts';
import { authorTestCommand } from '../../../../src/commands/author/test.ts';
import { requireFolder, whichPack } from '../../../../src/commands/author/which-pack.ts';
import { packOnDisk } from '../../author/support/pack-on-disk.ts';
import { validPack } from '../../author/support/valid-pack.ts';
import { capture } from '../support.ts';

let pack: Awaited<ReturnType<typeof packOnDisk>>;
beforeEach(async () => {
  pack = await packOnDisk(validPack);
});
afterEach(() => pack.remove());
capture();

test('DIR, --pack, the folder one is in, the course', async () => {
  expect(await whichPack('a', 'b', pack.folder)).toEqual({ given: 'a', named: true });
  expect(await whichPack(undefined, 'b', pack.folder)).toEqual({ given: 'b', named: true });
  expect(await whichPack(undefined, undefined, pack.folder)).toEqual({ given: '.', named: true });
  await pack.write({ 'pack.yaml': undefined });
  expect(await whichPack(undefined, undefined, pack.folder)).toEqual({
    given: expect.stringMatching(/lessons/),
    named: false,
  });
});

test('a folder inside a pack is told from where one is', async () => {
  await requireFolder('.', ['author', 'check'], pack.folder);
  await expect(requireFolder('01-alpha', ['author', 'check'], pack.folder)).rejects.toMatchObject({
    explanation: { next: 'kafka-lessons author check .' },
  });
  await expect(requireFolder('pack.yaml', ['author', 'check'], pack.folder)).rejects.toThrow('is not a folder');
});

test('a preview of a folder that is not there needs no screen to say so', async () => {
  const refused = { exitCode: 2, message: 'There is no folder nowhere.' };
  await expect(authorPreviewCommand('nowhere', { color: true }, '0')).rejects.toMatchObject(refused);
  const named = { color: true, pack: 'nowhere' };
  await expect(authorPreviewCommand(undefined, named, '0')).rejects.toMatchObject(refused);
});

test('a proof takes lessons, and a folder with --pack', async () => {
  await expect(authorTestCommand([pack.folder], { color: true }, '0')).rejects.toMatchObject({
    exitCode: 2,
    explanation: { next: `kafka-lessons author test --pack ${pack.folder}` },
  });
});
