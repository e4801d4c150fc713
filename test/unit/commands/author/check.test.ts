import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { authorCheckCommand } from '../../../../src/commands/author/check.ts';
import { packOnDisk } from '../../author/support/pack-on-disk.ts';
import { validPack } from '../../author/support/valid-pack.ts';
import { capture } from '../support.ts';

let pack: Awaited<ReturnType<typeof packOnDisk>>;
beforeEach(async () => {
  pack = await packOnDisk(validPack);
});
afterEach(() => pack.remove());
const written = capture();

const options = { color: true };

test('warnings do not fail; accepting ends those of translations', async () => {
  expect(await authorCheckCommand(pack.folder, options)).toBe(0);
  expect(written.out()).toMatch(/lesson\.ko\.md:1:1 {2}warning: Nobody has said yet/);
  expect(written.out()).toMatch(/^0 errors, 2 warnings\.$/m);
  const before = written.out().length;
  expect(await authorCheckCommand(undefined, { ...options, pack: pack.folder, accept: 'ko' })).toBe(0);
  expect(written.out().slice(before)).toBe(
    'translations.yaml says now that the translations in ko are up to date.\n2 lessons, 7 steps: nothing to mend.\n',
  );
});

test('an error fails, and is shown with its line and a caret', async () => {
  await pack.write({ 'pack.yaml': validPack['pack.yaml']?.replace('format: 1', 'format: 2') });
  expect(await authorCheckCommand(pack.folder, options)).toBe(1);
  expect(written.out()).toMatch(/pack\.yaml:1:9 {2}error: This version.*\n {4}1 \| format: 2\n {6}\| {9}\^/);
});

test('as JSON', async () => {
  await pack.accept();
  await pack.write({ 'glossary.yaml': '- { en: topic, ko: 레코드 }\n' });
  expect(await authorCheckCommand(pack.folder, { ...options, json: true })).toBe(0);
  expect(JSON.parse(written.out())).toEqual({
    folder: pack.folder,
    errors: 0,
    warnings: 1,
    findings: [
      {
        severity: 'warning',
        rule: 'untranslated-term',
        file: '01-alpha/lesson.ko.md',
        line: 14,
        column: 1,
        message: 'The original introduces "topic" in this step, and the translation never says "레코드".',
        excerpt: '## 만들기',
      },
    ],
  });
});

test('a release writes down the ids; a pack with errors writes nothing', async () => {
  await pack.accept();
  await pack.write({ 'released.yaml': undefined });
  expect(await authorCheckCommand(pack.folder, { ...options, release: true })).toBe(0);
  expect(await readFile(join(pack.folder, 'released.yaml'), 'utf8')).toContain('alpha:\n  - make\n  - watch\n');
  await pack.write({ 'pack.yaml': 'format: 1\n' });
  await expect(authorCheckCommand(pack.folder, { ...options, release: true })).rejects.toThrow('Nothing was written');
});

test('a language that the pack does not have, and a folder without a pack', async () => {
  await expect(authorCheckCommand(pack.folder, { ...options, accept: 'de' })).rejects.toThrow('no translations in de');
  await pack.write({ 'pack.yaml': undefined });
  expect(await authorCheckCommand(pack.folder, options)).toBe(1);
  expect(written.out()).toContain('There is no such file.');
});

test('what it says to type names the folder that was given', async () => {
  expect(await authorCheckCommand(pack.folder, options)).toBe(0);
  expect(written.out()).toContain(`kafka-lessons author check ${pack.folder} --accept ko`);
  const before = written.out().length;
  expect(await authorCheckCommand(undefined, { ...options, pack: pack.folder })).toBe(0);
  expect(written.out().slice(before)).toContain(`kafka-lessons author check ${pack.folder} --accept ko`);
});

test.each([
  [{ accept: 'ko' }, '--accept ko'],
  [{ release: true }, '--release'],
])('nothing is written into the course for want of a name: %j', async (asked, words) => {
  await expect(authorCheckCommand(undefined, { ...options, ...asked })).rejects.toMatchObject({
    exitCode: 2,
    explanation: { next: expect.stringContaining(`kafka-lessons author check DIR ${words} `) },
  });
});

test('a folder that is not there, and one inside a pack', async () => {
  await expect(authorCheckCommand('no-such-folder', options)).rejects.toMatchObject({
    exitCode: 2,
    message: 'There is no folder no-such-folder.',
  });
  const inside = join(pack.folder, '01-alpha');
  await expect(authorCheckCommand(inside, options)).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringMatching(/01-alpha is a folder inside a pack: its pack\.yaml is one folder up\.$/),
    explanation: { next: expect.stringMatching(/^kafka-lessons author check \S+$/) },
  });
});

test('nothing is written into a tarball', async () => {
  await pack.write({ 'pack.tgz': 'x' });
  const given = join(pack.folder, 'pack.tgz');
  await expect(authorCheckCommand(undefined, { ...options, pack: given, release: true })).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringMatching(/pack\.tgz is not a folder; packs are written/),
  });
});
