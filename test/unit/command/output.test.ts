import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { expandTabs, longestLine } from '../../../src/command/line-assembler.ts';
import { createOutput, keptLines } from '../../../src/command/output.ts';
import { createRing } from '../../../src/command/ring.ts';
import type { OutputChunk } from '../../../src/command/types.ts';
import { randomFrom, seeded } from './seeded.ts';

function collect() {
  const chunks: OutputChunk[] = [];
  let log = '';
  const onText = (text: string): void => {
    log += text;
  };
  const output = createOutput({ onChunk: (chunk) => chunks.push(chunk), onText });
  const stdout = output.source('stdout');
  return { output, stdout, chunks, log: () => log, texts: () => output.lines().map(({ text }) => text) };
}

const bytes = (text: string): Buffer => Buffer.from(text);

describe('lines', () => {
  const cases: readonly (readonly [name: string, text: string, lines: readonly string[], log: string])[] = [
    ['LF', 'a\nb\n', ['a', 'b'], 'a\nb\n'],
    ['CR LF', 'a\r\nb\r\n', ['a', 'b'], 'a\nb\n'],
    ['an unfinished one', 'a\nb', ['a', 'b'], 'a\nb\n'],
    ['empty ones', '\n\na\n\n', ['', '', 'a', ''], '\n\na\n\n'],
    ['a bare CR replaces', '10 %\r20 %\r\nnext\n', ['20 %', 'next'], '20 %\nnext\n'],
    ['a shorter line replaces all of a longer one', 'long line\rx\n', ['x'], 'x\n'],
    ['a CR at the end replaces nothing yet', 'a\r', ['a'], 'a\n'],
    ['several CRs', 'a\r\r\n', ['a'], 'a\n'],
    ['tabs', 'Topic: t\tLeader: 1\na\tb\n', ['Topic: t        Leader: 1', 'a       b'], 'Topic: t\tLeader: 1\na\tb\n'],
  ];
  for (const [name, text, lines, log] of cases) {
    it(`${name}, whole or byte by byte`, () => {
      const whole = collect();
      whole.stdout.write(bytes(text));
      whole.stdout.end();
      whole.output.finish();
      const single = collect();
      for (const byte of bytes(text)) single.stdout.write(Buffer.from([byte]));
      single.stdout.end();
      single.output.finish();
      expect([whole.texts(), whole.log()]).toEqual([lines, log]);
      expect([single.texts(), single.log()]).toEqual([lines, log]);
    });
  }

  it('are the same wherever the bytes are cut', () => {
    const random = seeded(5);
    const pieces = ['a', '\t', '\n', '\r', '\r\n', '한', '😀', '\x1b[31m', '\x1b]0;t\x07', '\x9b', '\x00'];
    for (let round = 0; round < 1_000; round++) {
      const all = bytes(randomFrom(pieces, random, 30));
      const [whole, cut] = [collect(), collect()];
      whole.stdout.write(all);
      for (let at = 0; at < all.length; ) {
        const size = 1 + Math.floor(random() * 4);
        cut.stdout.write(all.subarray(at, at + size));
        at += size;
      }
      for (const { stdout, output } of [whole, cut]) {
        stdout.end();
        output.finish();
      }
      expect([cut.texts(), cut.log()]).toEqual([whole.texts(), whole.log()]);
      expect(whole.texts().join('')).not.toMatch(/\p{Cc}/u);
    }
  });

  it('keep bytes that are no UTF-8 as marks', () => {
    const { stdout, texts } = collect();
    stdout.write(Buffer.from([0x61, 0xff, 0x62, 0x0a]));
    expect(texts()).toEqual(['a\ufffdb']);
  });

  it('are cut when very long, but whole in the log', () => {
    const { output, stdout, texts, log } = collect();
    const text = `${'x'.repeat(longestLine - 1)}😀${'y'.repeat(200_000)}`;
    stdout.write(bytes(text));
    stdout.write(bytes('\n'));
    expect(texts()[0]).toMatch(/^x{8191} \[200001 more characters\]$/);
    output.finish();
    expect(log()).toBe(`${text}\n`);
  });

  it('keep only the last ones', () => {
    const { stdout, texts, output } = collect();
    for (let n = 0; n < keptLines * 5 + 3; n++) stdout.write(bytes(`${n}\n`));
    output.finish();
    expect(texts()).toHaveLength(keptLines);
    expect(texts()[0]).toBe(String(keptLines * 4 + 3));
  });
});

describe('delivery', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
  afterEach(() => void vi.useRealTimers());

  it('comes at once, then at most every 50 ms', () => {
    const { stdout, chunks } = collect();
    stdout.write(bytes('a\n'));
    vi.advanceTimersByTime(0);
    expect(chunks).toEqual([{ lines: [{ stream: 'stdout', text: 'a' }], partial: '' }]);
    for (let ms = 0; ms < 49; ms++) {
      stdout.write(bytes(`${ms}\n`));
      vi.advanceTimersByTime(1);
    }
    expect(chunks).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(chunks[1]?.lines).toHaveLength(49);
    vi.advanceTimersByTime(1_000);
    expect(chunks).toHaveLength(2);
  });

  it('shows an unfinished line of either stream, and its end', () => {
    const { output, stdout, chunks } = collect();
    const stderr = output.source('stderr');
    stdout.write(bytes('>'));
    vi.advanceTimersByTime(60);
    stderr.write(bytes('oops'));
    vi.advanceTimersByTime(60);
    stderr.write(bytes('\n'));
    vi.advanceTimersByTime(60);
    expect(chunks.map(({ partial }) => partial)).toEqual(['>', 'oops', '>']);
    stdout.end();
    output.finish();
    expect(chunks.at(-1)).toEqual({ lines: [{ stream: 'stdout', text: '>' }], partial: '' });
  });

  it('leaves out what is too much to show', () => {
    const { output, stdout, chunks } = collect();
    for (let n = 0; n < keptLines * 3; n++) stdout.write(bytes(`${n}\n`));
    output.finish();
    vi.advanceTimersByTime(1_000);
    expect(chunks).toHaveLength(1);
    expect(chunks[0]?.lines).toHaveLength(keptLines);
  });
});

describe('createRing', () => {
  it('keeps the last items in order', () => {
    const ring = createRing<number>(3);
    for (let n = 0; n < 10; n++) {
      ring.push(n);
      expect(ring.items()).toEqual([n - 2, n - 1, n].filter((item) => item >= 0));
    }
  });
});

describe('expandTabs', () => {
  it('counts what is shown', () => {
    expect(expandTabs('한\tb')).toBe('한      b');
    expect(expandTabs('12345678\tb')).toBe('12345678        b');
    expect(expandTabs('\t\ta')).toBe(`${' '.repeat(16)}a`);
  });
});
