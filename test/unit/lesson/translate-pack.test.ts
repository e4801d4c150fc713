import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadPack } from '../../../src/lesson/load-pack.ts';
import { translatePack } from '../../../src/lesson/translate-pack.ts';

const manifest = (languages: string) =>
  `format: 1\nname: p\ntitle: { en: P, ko: 피 }\nlanguages: [${languages}]\nlessons: [a, b]\n`;

const english = `---
id: ID
title: Topics
summary: Make one.
minutes: 10
services: [broker]
---

Hello.

## Make it
<!-- step: make -->

Do it.

\`\`\`sh run
kafka-topics.sh --bootstrap-server localhost:9092 --create --topic orders
\`\`\`

\`\`\`yaml check
- topic: orders
- output:
  contains: orders
  as: names the topic
\`\`\`

\`\`\`yaml mistakes
- when: { topic: order }
  say: There is an s.
  try: kafka-topics.sh --list
\`\`\`

<details>
<summary>Hint</summary>

The tool.

</details>

\`\`\`text learned
Names matter.
\`\`\`

## Ask
<!-- step: ask -->

What is it?

- [ ] A queue.

  > No.

- [x] A log.

  > Yes.
`;

const korean = english
  .replace('title: Topics', 'title: 토픽')
  .replace('Make one.', '하나 만듭니다.')
  .replace('Hello.', '안녕하세요.')
  .replace('## Make it', '## 만들기')
  .replace('Do it.', '해 보세요.')
  .replace('names the topic', '토픽의 이름이 있습니다')
  .replace('There is an s.', 's가 있어야 합니다.')
  .replace('>Hint<', '>힌트<')
  .replace('The tool.', '도구입니다.')
  .replace('Names matter.', '이름이 중요합니다.')
  .replace('A queue.', '큐.')
  .replace('> No.', '> 아닙니다.')
  .replace('A log.', '로그.')
  .replace('> Yes.', '> 맞습니다.');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kafka-lessons-pack-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function packIn(language: string, files: Readonly<Record<string, string>>, languages = 'en, ko') {
  const all = {
    'pack.yaml': manifest(languages),
    'a/lesson.md': english.replace('ID', 'a'),
    'b/lesson.md': english.replace('ID', 'b'),
    ...files,
  };
  for (const [name, content] of Object.entries(all)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  const result = await loadPack(folder);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return { original: result.pack, pack: await translatePack(result.pack, result.originals, language) };
}

describe('a pack in another language', () => {
  it('has the words of the translation, and does and checks what the original does', async () => {
    const { original, pack } = await packIn('ko', { 'a/lesson.ko.md': korean.replace('ID', 'a') });
    const [lesson, before] = [pack.lessons[0], original.lessons[0]];
    expect(lesson).toMatchObject({ id: 'a', title: '토픽', summary: '하나 만듭니다.', services: ['broker'] });
    expect(lesson?.intro).toEqual([{ kind: 'markdown', source: '안녕하세요.' }]);
    const [make, ask] = lesson?.steps ?? [];
    expect(make).toMatchObject({
      title: '만들기',
      learned: '이름이 중요합니다.',
      hints: [{ title: '힌트', source: '도구입니다.' }],
      mistakes: [{ say: 's가 있어야 합니다.', try: 'kafka-topics.sh --list' }],
    });
    expect(ask?.quiz?.options).toEqual([
      { text: '큐.', correct: false, feedback: '아닙니다.' },
      { text: '로그.', correct: true, feedback: '맞습니다.' },
    ]);
    expect(make?.checks[1]).toEqual({ subject: 'output', contains: ['orders'], as: '토픽의 이름이 있습니다' });
    expect(make?.checks[0]).toEqual(before?.steps[0]?.checks[0]);
    expect(lesson?.steps.map(({ hash, runs }) => ({ hash, runs }))).toEqual(
      before?.steps.map(({ hash, runs }) => ({ hash, runs })),
    );
  });

  it('has the words of a board, and its checks as they are', async () => {
    const board = `## Mend
<!-- step: mend -->

\`\`\`sh solution
kafka-topics.sh --list
\`\`\`

\`\`\`yaml board
- id: tours
  title: No tours
  symptom: Nobody drives.
  report: There was no topic.
  check:
    - topic: tours
  mistakes:
    - when: { topic: tour }
      say: With an s.
\`\`\`
`;
    const owning = (text: string) =>
      text.replace('services: [broker]', 'services: [broker]\nowns: { files: [report.md] }');
    const words = [
      ['title: No tours', 'title: 배달 없음'],
      ['Nobody drives.', '아무도 다니지 않습니다.'],
      ['There was no topic.', '토픽이 없었습니다.'],
      ['With an s.', '끝에 s가 있습니다.'],
    ] as const;
    const translated = words.reduce((text, [from, to]) => text.replace(from, to), board);
    const { original, pack } = await packIn('ko', {
      'a/lesson.md': owning(english.replace('ID', 'a')) + board,
      'a/lesson.ko.md': owning(korean.replace('ID', 'a')) + translated,
    });
    expect(pack.untranslated).toEqual(['b']);
    expect(pack.broken).toBeUndefined();
    const [step, before] = [pack, original].map(({ lessons }) => lessons[0]?.steps.at(-1));
    expect(step?.board).toEqual([
      {
        id: 'tours',
        title: '배달 없음',
        symptom: '아무도 다니지 않습니다.',
        report: '토픽이 없었습니다.',
        checks: [0],
      },
    ]);
    expect(step?.mistakes).toMatchObject([{ say: '끝에 s가 있습니다.', panel: 'tours' }]);
    expect(step?.checks).toEqual(before?.checks);
  });

  it('stays in the original where there is no translation, and says which lessons do', async () => {
    const { original, pack } = await packIn('ko', { 'a/lesson.ko.md': korean.replace('ID', 'a') });
    expect(pack.untranslated).toEqual(['b']);
    expect(pack.lessons[1]).toBe(original.lessons[1]);
  });

  it.each([
    ['does something else', (text: string) => text.replace('--topic orders', '--topic other')],
    ['looks for something else in the output', (text: string) => text.replace('contains: orders', 'contains: other')],
    ['checks something else', (text: string) => text.replace('- topic: orders', '- topic: other')],
    ['has another right answer', (text: string) => text.replace('[ ] 큐', '[x] 큐')],
    ['lacks a step', (text: string) => text.slice(0, text.indexOf('## Ask'))],
    ['has an error', (text: string) => text.replace('minutes: 10', 'minutes: ten')],
    ['is empty', () => ''],
  ])('stays in the original where the translation %s', async (_, spoil) => {
    const { original, pack } = await packIn('ko', { 'a/lesson.ko.md': spoil(korean.replace('ID', 'a')) });
    expect(pack.lessons[0]).toBe(original.lessons[0]);
    expect(pack.untranslated).toEqual(['a', 'b']);
  });

  it('is the pack itself in the language it was written in', async () => {
    const { original, pack } = await packIn('en', {});
    expect(pack).toBe(original);
    const { pack: other } = await packIn('ko', {}, 'ko');
    expect(other.untranslated).toBeUndefined();
  });

  it('does not read a translation that pack.yaml does not name', async () => {
    const { pack } = await packIn('ko', { 'a/lesson.ko.md': korean.replace('ID', 'a') }, 'en');
    expect(pack.lessons[0]?.title).toBe('Topics');
  });
});

describe('the course of this program', () => {
  it('does and checks the same in Korean, in every lesson that is there in Korean', async () => {
    const result = await loadPack('lessons');
    if (!result.ok) throw new Error('the lessons have errors');
    const { pack, originals } = result;
    expect(pack.languages).toEqual(['en', 'ko']);
    const { untranslated = [] } = await translatePack(pack, originals, 'ko');
    const there = pack.lessons.filter(({ path }) => existsSync(path.replace(/\.md$/, '.ko.md'))).map(({ id }) => id);
    expect(there.length).toBeGreaterThan(9);
    expect(untranslated.filter((id) => there.includes(id))).toEqual([]);
  }, 60_000);
});
