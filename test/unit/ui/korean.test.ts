import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { graphemes, plainText } from '../../../src/markdown/index.ts';
import { setLanguage } from '../../../src/messages/index.ts';
import { drawFrame } from '../../../src/ui/frame.ts';
import { keymap } from '../../../src/ui/keymap.ts';
import { modeOf } from '../../../src/ui/modes.ts';
import { koreanPack, lesson, packOf, prose, step, topicsPack } from './support/course.ts';
import { rowsOf, situations, textOf, viewOf } from './support/states.ts';

beforeEach(() => setLanguage('ko'));
afterEach(() => setLanguage('en'));

const sizes = [
  [60, 16],
  [80, 24],
  [120, 40],
] as const;
const packs = { English: topicsPack(), Korean: koreanPack() };

describe.each(Object.entries(packs))('every screen in Korean, its lesson in %s', (_, pack) => {
  describe.each(sizes)('at %i x %i', (columns, rows) => {
    it('says where the learner is', () => {
      const [header = ''] = rowsOf([], { pack, columns, rows });
      expect(header).toContain(`단계 1/${pack.lessons[0]?.steps.length}`);
      expect(header).toContain('0 %');
      expect(header).toContain('native');
      expect(header).toContain('브로커 꺼짐');
    });
  });
});

describe('the footer in Korean', () => {
  it.each(Object.keys(situations))('never shows half a hint: %s', (name) => {
    for (let columns = 60; columns <= 140; columns += 1) {
      const state = viewOf(situations[name] ?? [], { columns });
      const footer = plainText(drawFrame(state).rows.slice(-1));
      const whole = new Set(
        keymap
          .filter((binding) => binding.modes.includes(modeOf(state)))
          .map((binding) => `${binding.name()} ${binding.label?.(state)}`),
      );
      for (const part of footer.trim().split(/ {3}/)) {
        const isTail = ['? 도움말', 'q 끝내기', 'q 또는 Ctrl+C 끝내기', 'Esc 누른 뒤 ? 도움말'].includes(part);
        expect(isTail || whole.has(part), `"${part}" at ${columns}`).toBe(true);
      }
    }
  });
});

describe('Korean prose', () => {
  const text = '컨슈머 그룹의 멤버들은 토픽의 파티션을 나누어 맡고 레코드를 읽습니다. '.repeat(6).trim();
  const packWith = (source: string) =>
    packOf(lesson('topics', '토픽', [step('create', '만들기', { body: [prose(source)] })]));
  const shown = (source: string, columns: number) => {
    const rows = rowsOf([], { pack: packWith(source), columns, rows: 40 });
    return rows
      .slice(
        2,
        rows.findLastIndex((row) => row.startsWith('─')),
      )
      .map((row) => row.trimEnd());
  };

  it.each([60, 61, 62, 63, 80, 81, 99])('is broken at spaces, no syllable in two, at %i columns', (columns) => {
    const words = new Set(text.split(' '));
    const prosaic = shown(text, columns).filter((row) => /[가-힣] /.test(row));
    expect(prosaic.length).toBeGreaterThan(3);
    for (const row of prosaic) for (const word of row.trim().split(/ +/)) expect(words).toContain(word);
  });

  it('is broken between syllables where a word is longer than a line', () => {
    const word = '가나다라마바사'.repeat(30);
    const rows = shown(word, 60).filter((row) => row.includes('가나다'));
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.map((row) => row.trim()).join('')).toBe(word);
  });

  it('looks the same where its syllables are decomposed', () => {
    expect(shown(text.normalize('NFD'), 80)).toEqual(shown(text, 80));
    const parts = graphemes(shown(text.normalize('NFD'), 80).join(''));
    expect(parts.every((part) => part === part.normalize('NFC'))).toBe(true);
  });
});

describe('columns', () => {
  it('stand under each other', () => {
    const rows = rowsOf(situations['failed'] ?? [], { columns: 100 });
    const at = (word: string): number | undefined => {
      const row = rows.find((each) => each.includes(word));
      return row === undefined ? undefined : graphemes(row.slice(0, row.indexOf(word))).length;
    };
    expect(at('기대')).toBeDefined();
    expect(at('기대')).toBe(at('실제'));
  });
});

describe('a lesson that is there in English only', () => {
  it('says so once, at its beginning', () => {
    const pack = { ...topicsPack(), untranslated: ['topics'] };
    expect(textOf([], { pack })).toContain('아직 한국어 번역이 없어 원문으로 보여 드립니다');
    const second = { type: 'opened', ref: { lesson: 'topics', step: 'why' } } as const;
    expect(textOf([second], { pack })).not.toContain('한국어 번역');
  });
});
