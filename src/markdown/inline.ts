import type { Token } from 'markdown-it';
import type { InlineText } from './blocks.ts';
import { cleanInline } from './clean.ts';
import { dropComments, isLineBreak } from './html.ts';
import type { Style } from './lines.ts';
import type { Span } from './types.ts';

/** What is open at a place of the text; links keep their address until they close. */
type Open = { readonly style: Style; readonly href?: string; readonly start: number };

const address = (href: string): string => {
  try {
    return cleanInline(decodeURI(href));
  } catch {
    return cleanInline(href);
  }
};

/** Whether the text of a link already says where it goes. */
const saysAddress = (text: string, href: string): boolean =>
  [href, href.replace(/^(?:https?:\/\/|mailto:)/, ''), href.replace(/\/$/, '')].includes(text.trim());

function opened(token: Token, style: Style): Style {
  switch (token.type) {
    case 'strong_open':
      return { ...style, bold: true };
    case 'em_open':
      return { ...style, italic: true };
    case 'link_open':
      return { ...style, tone: 'link', underline: true };
    default:
      return style;
  }
}

/** Turns the children of an inline token into lines of spans. `base` is the style of everything in it. */
export function inlineText(tokens: readonly Token[], base: Style = {}): InlineText {
  const lines: Span[][] = [[]];
  const stack: Open[] = [{ style: base, start: 0 }];
  const style = (): Style => stack.at(-1)?.style ?? base;
  const add = (text: string, extra: Style = {}) => {
    lines.at(-1)?.push({ text: cleanInline(text), ...style(), ...extra });
  };
  const said = (): string => lines.flatMap((line) => line.map((span) => span.text)).join('');

  const closeTop = () => {
    const top = stack.length > 1 ? stack.pop() : undefined;
    if (top?.href === undefined || top.href === '') return;
    const href = address(top.href);
    if (!saysAddress(said().slice(top.start), href)) add(` (${href})`, { tone: 'dim' });
  };

  for (const token of tokens) {
    if (token.nesting === 1) {
      const href = token.type === 'link_open' ? String(token.attrGet('href') ?? '') : undefined;
      stack.push({ style: opened(token, style()), start: said().length, ...(href !== undefined && { href }) });
    } else if (token.nesting === -1) {
      closeTop();
    } else if (token.type === 'code_inline') {
      add(token.content, { tone: 'code' });
    } else if (token.type === 'hardbreak' || (token.type === 'html_inline' && isLineBreak(token.content))) {
      lines.push([]);
    } else if (token.type === 'softbreak') {
      add(' ');
    } else if (token.type === 'html_inline') {
      add(dropComments(token.content));
    } else {
      add(token.content);
    }
  }
  return lines;
}
