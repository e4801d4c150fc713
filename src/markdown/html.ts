/** Removes html comments; one that is never closed goes to the end. */
export const dropComments = (html: string): string => html.replace(/<!--[\s\S]*?(?:-->|$)/g, '');

export const isLineBreak = (html: string): boolean => /^<br\s*\/?>$/i.test(html);

export type HtmlPart = { readonly kind: 'summary' | 'text'; readonly source: string };

const summary = /<summary(?:\s[^>]*)?>([\s\S]*?)(?:<\/summary>|$)/gi;
const detailsTag = /<\/?details(?:\s[^>]*)?>|<\/summary>/gi;

/**
 * Takes an html block apart: comments and the tags of `<details>` are dropped, a summary is told from the rest,
 * any other tag stays as the text it is.
 */
export function htmlParts(html: string): readonly HtmlPart[] {
  const source = dropComments(html);
  const parts: HtmlPart[] = [];
  const text = (piece: string) => {
    const kept = piece.replace(detailsTag, '').trim();
    if (kept !== '') parts.push({ kind: 'text', source: kept });
  };
  let end = 0;
  for (const match of source.matchAll(summary)) {
    text(source.slice(end, match.index));
    if (match[1]?.trim()) parts.push({ kind: 'summary', source: match[1].trim() });
    end = match.index + match[0].length;
  }
  text(source.slice(end));
  return parts;
}
