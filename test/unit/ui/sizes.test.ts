import { afterEach, describe, expect, it } from 'vitest';
import { lineWidth, plainText } from '../../../src/markdown/index.ts';
import { type Language, setLanguage } from '../../../src/messages/index.ts';
import type { Drawable } from '../../../src/platform/drawable.ts';
import { setGlyphs } from '../../../src/terminal/glyphs.ts';
import { drawFrame, type Frame } from '../../../src/ui/frame.ts';
import { modeOf } from '../../../src/ui/modes.ts';
import { partition, snapshot, topic } from '../live/support.ts';
import { start } from './support/app.ts';
import { koreanPack, topicsPack } from './support/course.ts';
import { phase, ref, runOf, situations, viewOf } from './support/states.ts';

/** Every screen at every size people have, in both languages, with each set of glyphs. */

const sizes = [
  [60, 16],
  [80, 24],
  [120, 40],
  [200, 60],
] as const;

const glyphSets: readonly Drawable[] = ['lines', 'ascii'];

const live = {
  type: 'live',
  snapshot: snapshot({
    topics: [topic('orders', ...[0, 1, 2].map((id) => partition(id, { high: 12n, leader: 3, isr: [1, 2] })))],
  }),
} as const;

const all: typeof situations = {
  ...situations,
  'the live view': [live, { type: 'live-toggled' }],
  'the live view beside a flood': [...(situations['a flood'] ?? []), live, { type: 'live-toggled' }],
  quiz: [{ type: 'opened', ref: ref('quiz') }],
  'quiz answered wrongly': [
    { type: 'opened', ref: ref('quiz') },
    { type: 'quiz', ref: ref('quiz'), chosen: [0], right: false },
    phase('quiz', 'failed'),
  ],
  'exercise watched': [{ type: 'opened', ref: ref('mine') }, phase('mine', 'watching')],
  'typing a long line': [
    ...runOf(8, 'create', ['first line'], { kind: 'interactive' }),
    {
      type: 'input-edited',
      line: { text: '긴 줄 '.repeat(60), cursor: 240, killed: '', history: [], recalled: undefined, draft: '' },
    },
  ],
};

const packs = { English: topicsPack, Korean: koreanPack };

/** Both languages of the program with lessons in both, and each with all sets of glyphs. */
const shown: readonly (readonly [Language, keyof typeof packs, Drawable])[] = [
  ['en', 'English', 'lines'],
  ['en', 'English', 'ascii'],
  ['en', 'Korean', 'lines'],
  ['ko', 'Korean', 'lines'],
  ['ko', 'Korean', 'ascii'],
  ['ko', 'English', 'lines'],
];

afterEach(() => {
  setLanguage('en');
  setGlyphs('lines');
});

/** What every screen keeps to, and this one does not. */
function faults({ rows, cursor }: Frame, columns: number, height: number, language: Language): string[] {
  const found: string[] = [];
  const footer = plainText(rows.slice(-1));
  const words = { en: /\? help.* q (or Ctrl\+C )?quit$/, ko: /\? 도움말.* q (또는 Ctrl\+C )?끝내기$/ };
  if (rows.length !== height - 1) found.push(`${rows.length} rows`);
  if (!words[language].test(footer)) found.push(`the footer is "${footer}"`);
  for (const row of rows) if (lineWidth(row) > columns) found.push(`too wide: "${plainText([row])}"`);
  if (cursor && (cursor.x >= columns || cursor.y >= rows.length)) found.push('the cursor is outside');
  return found;
}

describe.each(shown)('in %s, the lesson in %s, with %s', (language, lesson, set) => {
  // How a lesson's text is laid out is kept with it: each set has packs of its own.
  const [whole, quizzes] = [packs[lesson](), topicsPack()];

  describe.each(sizes)('at %i x %i', (columns, rows) => {
    it.each(Object.keys(all))('is whole: %s', (name) => {
      setLanguage(language);
      setGlyphs(set);
      const pack = /^(quiz|exercise)/.test(name) ? quizzes : whole;
      const state = viewOf(all[name] ?? [], { pack, columns, rows });
      const frame = drawFrame(state);
      expect(faults(frame, columns, rows, language)).toEqual([]);
      const text = plainText(frame.rows);
      if (set === 'ascii') expect(text).not.toMatch(/[✓✗\u2500-\u257f]/);
      const mode = modeOf(state);
      if (mode === 'command' || mode === 'input') expect(frame.cursor).toBeDefined();
      if (mode === 'copy') return;
      const header = plainText(frame.rows.slice(0, 1));
      expect(header).toMatch(language === 'ko' ? /단계 \d+\/\d+.* 0 %/ : /step \d+\/\d+.* 0 %/);
      expect(header).toContain('native');
      const rule = set === 'ascii' ? /^-+/ : /^─+/;
      expect(text.split('\n')[1]).toMatch(rule);
    });
  });
});

describe('on the terminal', () => {
  it.each(sizes.flatMap(([columns, rows]) => glyphSets.map((set) => [columns, rows, set] as const)))(
    'the cursor stands behind Korean that is typed, at %i x %i with %s',
    async (columns, rows, set) => {
      setGlyphs(set);
      const { terminal, session } = await start({ columns, rows });
      session.emit(phase('create', 'running'), ...runOf(1, 'create', ['first line'], { kind: 'interactive' }));
      await terminal.untilText('Enter send');
      terminal.type('한글 a');
      await terminal.untilText('> 한글 a');
      const y = terminal.screen().findIndex((row) => row.includes('> 한글 a'));
      const before = terminal.screen()[y]?.split('> 한글 a')[0] ?? '';
      // Each syllable takes two cells; what is left of the pane is ASCII or a line.
      expect(terminal.cursor()).toEqual({ x: before.length + '> '.length + 6, y });
    },
  );

  it('is never higher than the window while it changes under an overlay and a flood', async () => {
    const { terminal, session } = await start({ columns: 120, rows: 40 });
    session.emit(phase('create', 'running'), ...runOf(1, 'create', ['line']));
    terminal.type('?');
    await terminal.untilText('the main action');
    for (const [columns, rows] of [...sizes, [50, 10], ...[...sizes].reverse()] as const) {
      const lines = Array.from({ length: 300 }, (_, index) => ({
        stream: 'stdout' as const,
        text: `${rows} ${index}`,
      }));
      session.emit({ type: 'output', run: 1, lines, partial: '' });
      terminal.resize(columns, rows);
      await terminal.until((screen) => {
        const shown = screen.split('\n');
        const isWhole = columns < 60 ? screen.includes('enlarge the terminal') : shown[rows - 2]?.includes('? help');
        return isWhole === true && shown.length === rows && shown[rows - 1] === '';
      }, `the frame at ${columns}x${rows}`);
    }
    terminal.type(`\u001b`);
    await terminal.untilText('16 299');
  });
});
