import { readBlocks } from '../lesson/markdown-blocks.ts';
import type { Source } from '../lesson/source.ts';

/** The names under which the headings of a markdown file can be linked to, as code-hosting sites make them. */
export function headingNames(source: Source): readonly string[] {
  const end = source.lines[0] === '---' ? source.lines.indexOf('---', 1) + 1 : 0;
  const seen = new Map<string, number>();
  return readBlocks(source, end)
    .filter(({ type }) => type === 'heading')
    .map(({ tokens }) => {
      const name = (tokens[1]?.content ?? '')
        .trim()
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(/\s/g, '-');
      const count = seen.get(name) ?? 0;
      seen.set(name, count + 1);
      return count === 0 ? name : `${name}-${count}`;
    });
}
