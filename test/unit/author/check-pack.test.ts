import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { packOnDisk, shown } from './support/pack-on-disk.ts';
import { validPack } from './support/valid-pack.ts';

let pack: Awaited<ReturnType<typeof packOnDisk>>;
beforeEach(async () => {
  pack = await packOnDisk(validPack);
  await pack.accept();
});
afterEach(() => pack.remove());

const alpha = validPack['01-alpha/lesson.md'] ?? '';
const beta = validPack['02-beta/lesson.md'] ?? '';
/** Both languages of a lesson, changed in the same way. */
const both = (folder: string, change: (text: string) => string) => ({
  [`${folder}/lesson.md`]: change(validPack[`${folder}/lesson.md`] ?? ''),
  [`${folder}/lesson.ko.md`]: change(validPack[`${folder}/lesson.ko.md`] ?? ''),
});

test('a pack with nothing to mend', async () => {
  expect(await pack.lines()).toEqual([]);
});

test('everything of all files at once, by place, errors beside warnings', async () => {
  await pack.write({
    'pack.yaml': `${validPack['pack.yaml']?.replace('title: { en: A small pack, ko: 작은 팩 }', 'titel: x')}`,
    '01-alpha/lesson.md': alpha.replace('partitions: 2\n  config', 'partition: 2\n  config'),
    '02-beta/lesson.md': beta.replace('  > A queue works like that.\n', '').replace('/lesson.md)', '/lessons.md)'),
    'glossary.yaml': '- x\n',
  });
  const findings = await pack.check();
  expect(findings.map((one) => `${one.severity} ${shown(one, pack.folder).split(' ').slice(0, 2).join(' ')}`)).toEqual([
    'error 01-alpha/lesson.md:27 broken',
    'warning 02-beta/lesson.ko.md:1 stale-translation',
    'warning 02-beta/lesson.ko.md:13 stale-translation',
    'error 02-beta/lesson.md:11 dead-link',
    'warning 02-beta/lesson.md:18 missing-feedback',
    'error glossary.yaml:1 broken',
    'error pack.yaml:3 broken',
  ]);
});

test('a topic that a lesson makes and does not own', async () => {
  await pack.write(both('01-alpha', (text) => text.replace('topics: [parcels, orders]', 'topics: [parcels]')));
  await pack.accept();
  expect(await pack.lines()).toEqual([
    expect.stringMatching(/^02-beta\/lesson\.md:26 not-owned This step creates the topic orders, which no lesson owns/),
  ]);
});

describe('drawings', () => {
  const withBlock = (fence: string, row: string) =>
    both('01-alpha', (text) => `${text}\n\`\`\`${fence}\nshort\n${row}\n\`\`\`\n`);
  const lastRow = alpha.split('\n').length + 3;
  const wide = async () => (await pack.lines()).filter((line) => line.includes('wide-drawing'));

  test('a row that is wrapped in a narrow window is told in each language, with its place', async () => {
    await pack.write(withBlock('text', `|${' '.repeat(53)}|`));
    expect(await wide()).toEqual([
      expect.stringMatching(/^01-alpha\/lesson\.ko\.md:\d+ wide-drawing This row of a drawing is 55 cells wide/),
      expect.stringContaining(`01-alpha/lesson.md:${lastRow} wide-drawing This row of a drawing is 55 cells wide`),
    ]);
  });

  test('Korean takes two cells a character', async () => {
    await pack.write(withBlock('', `${'가'.repeat(26)} -->`));
    expect(await wide()).toHaveLength(2);
  });

  test.each([
    ['a drawing that fits', 'text', `|${' '.repeat(52)}|`],
    ['an example of output', 'text', `java.net.UnknownHostException: ${'x'.repeat(60)}`],
    ['a command', 'sh', `echo ${'x'.repeat(60)} -->`],
  ])('not %s', async (_, fence, row) => {
    await pack.write(withBlock(fence, row));
    expect(await wide()).toEqual([]);
  });
});

describe('checks that cannot fail', () => {
  const onlyTopic = (text: string) => text.replace(/- connector: c[\s\S]*?lag: 0\n/, '- topic: parcels\n');

  test('a topic that an earlier step has made', async () => {
    await pack.write(both('01-alpha', onlyTopic));
    expect(await pack.lines()).toEqual([
      '01-alpha/lesson.md:124 weak-check An earlier step has made this already, and nothing removes it, so this check cannot fail.',
    ]);
  });

  test('not one that was deleted in between, and not one that no step has made', async () => {
    const deleted = (text: string) =>
      onlyTopic(text).replace(
        '--topic parcels\n```\n\n```sh run inter',
        '--topic parcels --delete\n```\n\n```sh run inter',
      );
    await pack.write(both('01-alpha', deleted));
    expect((await pack.lines()).filter((line) => line.includes('weak-check'))).toEqual([]);
    await pack.write(
      both('01-alpha', (text) => onlyTopic(text).replace('- topic: parcels\n```', '- topic: other\n```')),
    );
    expect(await pack.lines()).toEqual([]);
  });

  test('a mistake that is the check', async () => {
    const same =
      'when: [{ topic: parcels, partitions: 2, config: { cleanup.policy: delete } }, { output: { contains: parcels } }]';
    await pack.write(both('01-alpha', (text) => text.replace('when: { topic: parcel }', same)));
    expect(await pack.lines()).toEqual([
      expect.stringMatching(/^01-alpha\/lesson\.md:34 weak-check This mistake asks/),
    ]);
  });

  test.each(['^', '.*', '\\d*|x', '(?:)', '$'])('the pattern %j', async (pattern) => {
    await pack.write(
      both('01-alpha', (text) => text.replace('    contains: parcels', () => `    matches: '${pattern}'`)),
    );
    expect(await pack.lines()).toEqual([expect.stringContaining('01-alpha/lesson.md:30 weak-check')]);
  });

  test.each(['parcels', '\\S', '^$|parcels', '(?<![\\s\\S])(?![\\s\\S]*wrong)', '\\d'])(
    'not the pattern %j',
    async (pattern) => {
      await pack.write(
        both('01-alpha', (text) => text.replace('    contains: parcels', () => `    matches: '${pattern}'`)),
      );
      expect(await pack.lines()).toEqual([]);
    },
  );
});

describe('translations', () => {
  test('line breaks of the original may change', async () => {
    await pack.write({ '01-alpha/lesson.md': alpha.replace('What comes now, in', 'What comes now,\nin') });
    expect(await pack.lines()).toEqual([]);
  });

  test('a translation that nobody has accepted is told once', async () => {
    await pack.write({ 'translations.yaml': undefined });
    expect(await pack.lines()).toEqual([
      '01-alpha/lesson.ko.md:1 stale-translation Nobody has said yet that this translation is up to date.',
      '02-beta/lesson.ko.md:1 stale-translation Nobody has said yet that this translation is up to date.',
    ]);
  });

  test('what a mistake says may take more lines', async () => {
    const path = '01-alpha/lesson.ko.md';
    const said =
      validPack[path]?.replace('say: 이름은 parcels입니다.', 'say: >-\n    이름은\n    parcels입니다.') ?? '';
    await pack.write({ [path]: said });
    expect(await pack.lines()).toEqual([]);
  });

  test('a language of which a lesson is missing', async () => {
    await pack.write({ '02-beta/lesson.ko.md': undefined });
    expect(await pack.lines()).toEqual([
      'pack.yaml:5 missing-translation There is no 02-beta/lesson.ko.md; pack.yaml promises the language ko.',
    ]);
  });
});

describe('ids of the last release', () => {
  test('a lesson that was renamed', async () => {
    await pack.write(both('02-beta', (text) => text.replace('id: beta', 'id: delta')));
    expect((await pack.lines()).filter((line) => line.includes('vanished'))).toEqual([
      '02-beta/lesson.md:2 vanished-id This lesson was called beta in the last release; progress in it would be lost.',
    ]);
  });

  test('a lesson that is gone', async () => {
    await pack.write({ 'pack.yaml': validPack['pack.yaml']?.replace(', 02-beta', '') });
    expect(await pack.lines()).toEqual([
      'released.yaml:6 vanished-id The lesson beta of the last release is gone; progress in it would be lost.',
    ]);
  });

  test('a step that is gone', async () => {
    await pack.write(both('02-beta', (text) => text.slice(0, text.lastIndexOf('## '))));
    expect(await pack.lines()).toEqual([
      'released.yaml:9 vanished-id The step read of the lesson beta is gone; progress in it would be lost.',
    ]);
  });

  test('new steps are welcome', async () => {
    await pack.write(both('02-beta', (text) => `${text}\n## More\n<!-- step: more -->\n\nText.\n`));
    expect((await pack.lines()).filter((line) => !line.includes('stale-translation'))).toEqual([]);
  });
});

test.skipIf(process.platform === 'win32')(
  'a translation or a glossary that is a link out of the pack is not read',
  async () => {
    await pack.write({ 'glossary.yaml': undefined, '02-beta/lesson.ko.md': undefined });
    await symlink('/etc/passwd', join(pack.folder, 'glossary.yaml'));
    await symlink('/etc/passwd', join(pack.folder, '02-beta/lesson.ko.md'));
    const findings = await pack.check();
    expect(findings.map(({ rule }) => rule)).toEqual(['missing-translation']);
    expect(JSON.stringify(findings)).not.toContain('root:');
  },
);
