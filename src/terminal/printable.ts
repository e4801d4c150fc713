/** Nothing that a file contains may steer the terminal or change the order of what is read; a tab becomes one space so that columns stay. */
export function printable(text: string): string {
  return text
    .replaceAll('\t', ' ')
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\uFEFF]/g, '?');
}
