import { describe, expect, it } from 'vitest';
import { graphemes, layoutMarkdown, lineWidth, plainText, textWidth } from '../../../src/markdown/index.ts';

/** A small generator with a seed (mulberry32), so that a failure can be seen again. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const vocabulary = [
  ...['topic', 'log', 'a', 'partition', 'kafka-console-consumer.sh', 'localhost:9092', 'the', 'broker', 'x_y'],
  ...['토픽', '파티션은', '컨슈머그룹의오프셋을커밋합니다', '스트리밍'.normalize('NFD'), '카프카', 'ㅋㅋ', '한글abc'],
  ...['日本語', '🎉', '👨‍👩‍👧‍👦', '🇰🇷', 'é'.normalize('NFD'), '❤️', '✓', 'ﾊﾝｶｸ'],
];

/** Source of one block, and whether its text is laid out in the order of the source (cells side by side are not). */
type Snippet = { readonly source: string; readonly ordered: boolean };

function makeSnippet(pick: (below: number) => number, depth = 0): Snippet {
  const word = (): string => vocabulary[pick(vocabulary.length)] ?? '';
  const words = (most: number): string => Array.from({ length: 1 + pick(most) }, word).join(' ');
  const inner = (): Snippet => (depth < 3 ? makeSnippet(pick, depth + 1) : { source: words(9), ordered: true });
  const indented = (source: string, by: string): string => source.split('\n').join(`\n${by}`);
  const ordered = (source: string): Snippet => ({ source, ordered: true });
  switch (pick(13)) {
    case 0:
      return ordered(`${'#'.repeat(1 + pick(6))} ${words(6)}`);
    case 1:
      return ordered(`**${words(4)}** *${word()}* \`${words(3)}\` ${words(20)}`);
    case 2:
      return ordered(`${words(5)}  \n${words(5)}\\\n${words(5)}<br>${words(3)}`);
    case 3: {
      const { source, ordered: order } = inner();
      return { source: `- ${words(8)}\n\n  ${indented(source, '  ')}\n- [x] ${words(3)}`, ordered: order };
    }
    case 4: {
      const { source, ordered: order } = inner();
      return { source: `- ${indented(source, '  ')}`, ordered: order };
    }
    case 5: {
      const { source, ordered: order } = inner();
      return { source: `> ${indented(source, '> ')}`, ordered: order };
    }
    case 6:
      return ordered(`\`\`\`${['sh', 'yaml', '', 'java', 'nothing'][pick(5)]}\n  ${words(12)}\n\n${words(30)}\n\`\`\``);
    case 7:
      return {
        source: `| ${word()} | ${word()} | ${word()} |\n|---|:-:|--:|\n| ${words(9)} | ${words(2)} | ${words(4)} |\n| ${word()} | | ${word()} |`,
        ordered: false,
      };
    case 8:
      return ordered(`[${words(3)}](http://localhost:8083/${pick(100)}) ${words(4)}`);
    case 9:
      return ordered(`<details>\n<summary>${words(3)}</summary>\n\n${words(9)}\n\n</details>`);
    case 10:
      return ordered(`![${words(3)}](x.png) ${words(4)}\n\n---`);
    case 11:
      return ordered(`- ${word()}\n  - ${words(5)}\n    - ${words(5)}\n      - ${words(12)}`);
    default:
      return ordered(words(40));
  }
}

const normal = (text: string): string => text.normalize('NFC');
/** Letters, digits and emoji, one grapheme each, as far as they are text and not marks of markdown. */
const essence = (text: string): readonly string[] =>
  graphemes(normal(text)).filter((grapheme) => /[\p{L}\p{N}\p{Extended_Pictographic}\p{RI}]/u.test(grapheme));

/** What of the source is not shown: language of a fence, tags, marks of tasks. */
const visible = (source: string): string =>
  source
    .replace(/^([> -]*)```\w+$/gm, '$1')
    .replace(/<\/?(?:details|summary|br)>/g, '')
    .replace(/\(x\.png\)/g, '');

function isSubsequence(wanted: readonly string[], found: readonly string[]): boolean {
  let next = 0;
  for (const grapheme of found) if (grapheme === wanted[next]) next += 1;
  return next === wanted.length;
}

const counts = (parts: readonly string[]): ReadonlyMap<string, number> =>
  parts.reduce((map, part) => map.set(part, (map.get(part) ?? 0) + 1), new Map<string, number>());

function documentOf(seed: number): { readonly source: string; readonly ordered: boolean; readonly width: number } {
  const pick = random(seed);
  const snippets = Array.from({ length: 1 + pick(4) }, () => makeSnippet(pick));
  return {
    source: snippets.map((snippet) => snippet.source).join('\n\n'),
    ordered: snippets.every((snippet) => snippet.ordered),
    width: 10 + pick(191),
  };
}

describe('any markdown', () => {
  it('is laid out inside the width with all its text in order', () => {
    for (let seed = 1; seed <= 500; seed += 1) {
      const { source, ordered, width } = documentOf(seed);
      const told = `seed ${seed}, width ${width}:\n${source}`;
      const lines = layoutMarkdown(source, { width });
      for (const line of lines) {
        expect(lineWidth(line), told).toBeLessThanOrEqual(width);
        expect(textWidth(plainText([line])), told).toBeLessThanOrEqual(width);
        expect(plainText([line]), told).not.toMatch(/\s$/);
      }
      const wanted = essence(visible(source));
      const found = essence(plainText(lines));
      if (ordered) expect(isSubsequence(wanted, found), told).toBe(true);
      const foundCounts = counts(found);
      const missing = [...counts(wanted)].filter(([grapheme, count]) => (foundCounts.get(grapheme) ?? 0) < count);
      expect(missing, told).toEqual([]);
    }
  });

  it('cut at any place does not throw or hang, at any width', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const pick = random(seed * 7919);
      const { source } = documentOf(seed);
      const cut = source.slice(pick(source.length), source.length - pick(source.length));
      const width = 1 + pick(24);
      const widest = Math.max(0, ...layoutMarkdown(cut, { width }).map(lineWidth));
      expect(widest, `seed ${seed}, width ${width}:\n${cut}`).toBeLessThanOrEqual(width);
    }
  });
});
