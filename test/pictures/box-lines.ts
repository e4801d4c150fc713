/** Which sides of its cell a box-drawing character touches, by columns: left, right, up, down. */
const sides: Readonly<Record<string, readonly [left: boolean, right: boolean, up: boolean, down: boolean]>> = {
  '─': [true, true, false, false],
  '│': [false, false, true, true],
  '┌': [false, true, false, true],
  '┐': [true, false, false, true],
  '└': [false, true, true, false],
  '┘': [true, false, true, false],
  '├': [false, true, true, true],
  '┤': [true, false, true, true],
  '┬': [true, true, false, true],
  '┴': [true, true, true, false],
  '┼': [true, true, true, true],
};

export const isBoxLine = (text: string): boolean => text in sides;

type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** The lines of box-drawing characters beside each other, as an SVG path: unlike letters they meet those of the rows above and below. */
export function boxLines(texts: readonly string[], { x, y, width, height }: Area): string {
  const middle = y + height / 2;
  const strokes: string[] = [];
  /** where the horizontal line that is being drawn began */
  let from: number | undefined;
  const endAt = (end: number): void => {
    if (from !== undefined) strokes.push(`M${short(from)} ${short(middle)}H${short(end)}`);
    from = undefined;
  };
  for (const [index, text] of texts.entries()) {
    const [left, right, up, down] = sides[text] ?? [false, false, false, false];
    const start = x + index * width;
    const centre = start + width / 2;
    if (!left) endAt(start);
    if (left) from ??= start;
    if (right) from ??= centre;
    else endAt(centre);
    if (up || down) strokes.push(`M${short(centre)} ${short(up ? y : middle)}V${short(down ? y + height : middle)}`);
  }
  endAt(x + texts.length * width);
  return strokes.join('');
}

/** A length in an SVG, with no more digits than can be seen. */
export const short = (length: number): string => `${Math.round(length * 10) / 10}`;
