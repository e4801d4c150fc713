import MarkdownIt from 'markdown-it';
import stringWidth from 'string-width';
import { makeSource, type Source } from '../../lesson/source.ts';
import { messages } from '../../messages/index.ts';
import type { AuthoredPack } from '../authored-pack.ts';
import { type Finding, finding } from '../finding.ts';

/** What a block has left in the narrowest lesson pane, in cells: a window of 100 columns with two panes side by side. */
const safeCells = 54;

/** A frame, an arrow or a row of a table: wrapped, they are no longer what they were. An example of output may be as long as it is. */
const drawing = /\+--|--\+|-->|<--|^\s*\|.*\|\s*$|[─-╿←-↓]/m;

const markdown = new MarkdownIt({ html: true });

/** Drawings that are only shown and that would be wrapped in the narrowest lesson pane; the place is that of the widest row. */
export function wideDrawings(pack: AuthoredPack): readonly Finding[] {
  return pack.lessons.flatMap(({ parsed, translations }) =>
    [parsed, ...translations.map((translation) => translation.parsed)].flatMap((lesson) =>
      lesson ? wideIn(lesson.source) : [],
    ),
  );
}

function wideIn(source: Source): readonly Finding[] {
  const say = messages().author;
  return markdown.parse(source.text, {}).flatMap(({ type, info, content, map }) => {
    const shown = type === 'fence' && ['', 'text'].includes(info.trim());
    if (!shown || map === null || !drawing.test(content)) return [];
    const widths = makeSource(source.path, content).lines.map((row) => stringWidth(row));
    const cells = Math.max(...widths);
    if (cells <= safeCells) return [];
    const place = { line: map[0] + 2 + widths.indexOf(cells), column: 1 };
    return [finding('wide-drawing', source, place, say.wideDrawing({ cells, most: safeCells }), say.drawNarrower)];
  });
}
