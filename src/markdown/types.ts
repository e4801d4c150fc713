/** Text as the terminal shows it: lines of styled spans, already wrapped to a width. Views only cut windows out of it. */

/** Colours carry a meaning; theme.ts maps them to the 16 ANSI colours. */
export type Tone =
  | 'plain'
  | 'dim'
  | 'heading'
  | 'code'
  | 'link'
  | 'keyword'
  | 'string'
  | 'number'
  | 'comment'
  | 'good'
  | 'bad'
  | 'wait'
  | 'accent';

export type Span = {
  readonly text: string;
  readonly tone?: Tone;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
};

export type StyledLine = readonly Span[];
