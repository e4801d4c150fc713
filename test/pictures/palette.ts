import type { Look } from './screen.ts';

/** What the pictures are coloured with; like a terminal's dark theme, and calm. */
export const theme = {
  foreground: '#d6dbe1',
  background: '#161b22',
  frame: '#3d444d',
  /** the 16 ANSI colours: black, red, green, yellow, blue, magenta, cyan, white, and bright ones of each */
  ansi: [
    ...['#484f58', '#ff8f87', '#6fce80', '#e0b84e', '#7fbaff', '#cfaaf7', '#70d4dd', '#c3cad2'],
    ...['#7d8590', '#ffb1ab', '#9be6a6', '#f0d284', '#a9d2ff', '#e0c8fb', '#a5e8ee', '#f0f3f6'],
  ],
};

const colourOf = (colour: number | undefined, otherwise: string): string =>
  colour === undefined ? otherwise : (theme.ansi[colour] ?? otherwise);

/** The colours of a look's text and of what is behind it, the two exchanged where it is inverse. */
export function coloursOf({ foreground, background, inverse }: Look): {
  readonly front: string;
  readonly back: string;
} {
  const front = colourOf(foreground, theme.foreground);
  const back = colourOf(background, theme.background);
  return inverse ? { front: back, back: front } : { front, back };
}
