import { describe, expect, it } from 'vitest';
import type { OutputLine } from '../../../src/command/types.ts';
import { appendLines, emptyLog, linesOf, lineTotal, logLimit } from '../../../src/ui/output-log.ts';

const numbered = (from: number, count: number): OutputLine[] =>
  Array.from({ length: count }, (_, index) => ({ stream: 'stdout', text: `${from + index}` }));
const texts = (log: Parameters<typeof linesOf>[0]) => linesOf(log).map(({ text }) => text);

describe('output log', () => {
  it('keeps lines in order', () => {
    const log = appendLines(appendLines(emptyLog, numbered(0, 2)), numbered(2, 2));
    expect(texts(log)).toEqual(['0', '1', '2', '3']);
    expect(log.dropped).toBe(0);
  });

  it('keeps the last lines and counts the others', () => {
    let log = emptyLog;
    for (let at = 0; at < 10_000; at += 7) log = appendLines(log, numbered(at, 7));
    expect(linesOf(log)).toHaveLength(logLimit);
    expect(texts(log).at(-1)).toBe('10002');
    expect(texts(log)[0]).toBe(`${10_003 - logLimit}`);
    expect(lineTotal(log)).toBe(10_003);
  });

  it('takes a chunk longer than it keeps', () => {
    const log = appendLines(appendLines(emptyLog, numbered(0, 5)), numbered(5, 30_000));
    expect(texts(log)[0]).toBe(`${30_005 - logLimit}`);
    expect(log.dropped).toBe(30_005 - logLimit);
  });

  it('never changes what an older snapshot shows', () => {
    const older = appendLines(emptyLog, numbered(0, 3));
    const one = appendLines(older, numbered(3, 1));
    const other = appendLines(older, numbered(100, 2));
    expect(texts(older)).toEqual(['0', '1', '2']);
    expect(texts(one)).toEqual(['0', '1', '2', '3']);
    expect(texts(other)).toEqual(['0', '1', '2', '100', '101']);
  });

  it('shares nothing between logs that began empty', () => {
    appendLines(emptyLog, numbered(0, 1));
    expect(linesOf(emptyLog)).toEqual([]);
    expect(texts(appendLines(emptyLog, numbered(7, 1)))).toEqual(['7']);
  });
});
