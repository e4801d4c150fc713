import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/markdown/index.ts';
import { ruleLine } from '../../../src/ui/rule.ts';

const rule = (left: string, right: string, width: number) =>
  plainText([ruleLine(left === '' ? [] : [{ text: left }], right === '' ? [] : [{ text: right }], width)]);

describe('a rule', () => {
  it('has what is below at its left and the title at its right', () => {
    expect(rule('3 more lines: Down', 'output', 40)).toBe('── 3 more lines: Down ──────── output ──');
  });

  it('cuts the title, never what is said of the text above', () => {
    expect(rule('3 more lines: Down', 'reader (background)', 36)).toBe('── 3 more lines: Down  reader (b~ ──');
    expect(rule('3 more lines: Down', 'reader (background)', 29)).toBe('── 3 more lines: Down ───────');
    expect(rule('', 'reader (background)', 16)).toBe(' reader (bac~ ──');
  });
});
