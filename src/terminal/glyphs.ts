import type { Drawable } from '../platform/drawable.ts';

/** What is drawn that is no text: marks of good and bad, rules, and the places where they meet. Each takes one cell. */
export type Glyphs = {
  readonly good: string;
  readonly bad: string;
  readonly horizontal: string;
  readonly vertical: string;
  /** where a vertical line meets horizontal ones; named after the sides that have one */
  readonly topJoint: string;
  readonly bottomJoint: string;
  readonly leftJoint: string;
  readonly rightJoint: string;
  readonly crossJoint: string;
};

const marks = { good: '✓', bad: '✗' };

const asciiBorders = {
  horizontal: '-',
  vertical: '|',
  topJoint: '|',
  bottomJoint: '|',
  leftJoint: '|',
  rightJoint: '|',
  crossJoint: '|',
};

/** A set for each kind of terminal. */
const sets = {
  lines: {
    ...marks,
    horizontal: '─',
    vertical: '│',
    topJoint: '┬',
    bottomJoint: '┴',
    leftJoint: '┤',
    rightJoint: '├',
    crossJoint: '┼',
  },
  marks: { ...marks, ...asciiBorders },
  ascii: { good: '+', bad: 'x', ...asciiBorders },
} as const satisfies Record<Drawable, Glyphs>;

let current: Glyphs = sets.lines;

/** The glyphs in use. Asked for when something is drawn. */
export const glyphs = (): Glyphs => current;

export function setGlyphs(wanted: Drawable): void {
  current = sets[wanted];
}

type Wish = {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** `--ascii` */
  readonly ascii?: boolean;
};

/** What the learner asks for, with `--ascii` or KAFKA_LESSONS_ASCII; undefined: nothing. */
export function glyphsWanted({ env, ascii = false }: Wish): Drawable | undefined {
  const wish = env['KAFKA_LESSONS_ASCII'];
  if (ascii) return 'ascii';
  if (!wish) return undefined;
  return wish === '0' || wish === 'false' ? 'lines' : 'ascii';
}
