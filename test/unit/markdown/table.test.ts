import { describe, expect, it } from 'vitest';
import { layoutMarkdown, plainText } from '../../../src/markdown/index.ts';

const lay = (source: string, width: number): string[] => plainText(layoutMarkdown(source, { width })).split('\n');

const terms = `| Term | Meaning |
|---|---|
| topic | A named log of records |
| 파티션 | One part of \`it\` |`;

describe('tables', () => {
  it('are as wide as their longest cells, measured in cells', () => {
    expect(lay(terms, 60)).toEqual([
      'Term    Meaning',
      '──────  ──────────────────────',
      'topic   A named log of records',
      '파티션  One part of it',
    ]);
  });

  it('wrap their cells where they are too wide', () => {
    expect(lay(terms, 22)).toEqual([
      'Term    Meaning',
      '──────  ──────────────',
      'topic   A named log of',
      '        records',
      '파티션  One part of it',
    ]);
  });

  it('are stacked where not even the words fit side by side', () => {
    expect(lay(terms, 12)).toEqual([
      'Term: topic',
      'Meaning: A',
      'named log of',
      'records',
      '',
      'Term: 파티션',
      'Meaning: One',
      'part of it',
    ]);
  });

  it('align numbers to the right', () => {
    expect(lay('| a | bbbb | cccc |\n|---|---:|:-:|\n| x | 1 | 12 |', 40)).toEqual([
      'a  bbbb  cccc',
      '─  ────  ────',
      'x     1   12',
    ]);
  });

  it('break a cell at <br> and show an empty one', () => {
    expect(lay('| a | b |\n|---|---|\n| x<br>y | |', 40)).toEqual(['a  b', '─  ─', 'x', 'y']);
  });

  it('have bold headers', () => {
    expect(layoutMarkdown('| a | b |\n|---|---|\n| x | y |', { width: 40 })[0]?.[0]).toEqual({ text: 'a', bold: true });
  });

  it('may be wider than prose', () => {
    const cell = 'word '.repeat(18).trim();
    expect(lay(`| a |\n|---|\n| ${cell} |`, 120)[2]).toBe(cell);
  });
});
