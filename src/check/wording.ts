import { textWidth } from '../markdown/cells.ts';
import { messages } from '../messages/index.ts';

const maxValue = 60;
const maxList = 60;

const shortened = (text: string): string => (text.length <= maxValue ? text : `${text.slice(0, maxValue - 3)}...`);

/** A text of the learner's in quotes, on one line, not longer than about 60 characters. */
export const quoted = (text: string): string => JSON.stringify(shortened(text));

/** Items until the line is full, then how many there are: `"a", "b", ... (12 in all)`. */
export function listed(items: readonly string[]): string {
  const say = messages().check;
  if (items.length === 0) return say.none;
  const shown: string[] = [];
  let width = 0;
  for (const item of items) {
    width += textWidth(item) + 2;
    if (shown.length > 0 && width > maxList) break;
    shown.push(item);
  }
  if (shown.length === items.length) return shown.join(', ');
  return `${shown.join(', ')}, ... ${say.inAll({ count: items.length })}`;
}

export const quotedValue = (value: string | null): string =>
  value === null ? messages().check.noValue : quoted(value);
export const quotedKey = (key: string | null): string => (key === null ? messages().check.noKey : quoted(key));
