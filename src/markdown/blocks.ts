import type { Span } from './types.ts';

/** Text of one paragraph, cell or heading: a list of lines (hard breaks end a line), each a list of spans, not yet wrapped. */
export type InlineText = readonly (readonly Span[])[];

export type Alignment = 'left' | 'right' | 'center';

export type ListItem = {
  /** what stands before its first line: `- `, `10. `, `[x] ` */
  readonly marker: string;
  readonly blocks: readonly Block[];
};

/** A markdown document as the layout needs it. */
export type Block =
  | { readonly kind: 'heading'; readonly text: InlineText }
  | { readonly kind: 'paragraph'; readonly text: InlineText }
  | { readonly kind: 'code'; readonly language: string; readonly source: string }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  /** tight: no blank lines between the items */
  | { readonly kind: 'list'; readonly tight: boolean; readonly items: readonly ListItem[] }
  | {
      readonly kind: 'table';
      readonly alignments: readonly Alignment[];
      readonly header: readonly InlineText[];
      readonly rows: readonly (readonly InlineText[])[];
    }
  | { readonly kind: 'rule' };
