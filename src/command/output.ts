import { StringDecoder } from 'node:string_decoder';
import { cleanText, createCleaner } from './clean-text.ts';
import { createLineAssembler, expandTabs } from './line-assembler.ts';
import { createRing } from './ring.ts';
import type { OutputChunk, OutputLine } from './types.ts';

/** Everything a running line prints, on its way to the screen and the log. */
export type Output = {
  /** A new source; end() after its last bytes. */
  readonly source: (stream: 'stdout' | 'stderr') => OutputSource;
  /** Adds a whole line of ours: what was typed, why nothing started. */
  readonly add: (line: OutputLine) => void;
  readonly lines: () => readonly OutputLine[];
  /** Delivers what is left; nothing is delivered after it. */
  readonly finish: () => void;
};

export type OutputSource = { readonly write: (bytes: Buffer) => void; readonly end: () => void };

export type OutputSinks = {
  readonly onChunk: (chunk: OutputChunk) => void;
  /** the whole output, cleaned, in few large pieces: every small write would cost a flood more than all else */
  readonly onText: (text: string) => void;
};

/** Lines that are kept. */
export const keptLines = 2_000;
/** Milliseconds between two deliveries, at least. */
const pause = 50;
/** So many characters are not left waiting for the next delivery to get into the log. */
const longestUnsaved = 256 * 1024;

/** Cleans, keeps and delivers output. Lines that come faster than they can be shown are left out of a chunk, the oldest first. */
export function createOutput({ onChunk, onText }: OutputSinks): Output {
  const kept = createRing<OutputLine>(keptLines);
  let fresh = createRing<OutputLine>(keptLines);
  const partials: (() => string)[] = [];
  let delivered = { at: Number.NEGATIVE_INFINITY, partial: '' };
  let unsaved = '';
  let timer: NodeJS.Timeout | undefined;
  let finished = false;

  const flush = (): void => {
    if (unsaved !== '') onText(unsaved);
    unsaved = '';
  };
  const save = (text: string): void => {
    unsaved += text;
    if (unsaved.length > longestUnsaved) flush();
  };

  const deliver = (): void => {
    clearTimeout(timer);
    timer = undefined;
    flush();
    const lines = fresh.items();
    const partial = partials.map((read) => read()).findLast((text) => text !== '') ?? '';
    if (lines.length === 0 && partial === delivered.partial) return;
    fresh = createRing(keptLines);
    delivered = { at: performance.now(), partial };
    onChunk({ lines, partial });
  };

  const schedule = (): void => {
    if (finished) return;
    timer ??= setTimeout(deliver, Math.max(0, delivered.at + pause - performance.now()));
  };

  const add = (line: OutputLine): void => {
    kept.push(line);
    fresh.push(line);
    schedule();
  };

  return {
    source: (stream) => {
      const decoder = new StringDecoder('utf8');
      const clean = createCleaner();
      const onLine = (text: string): void => add({ stream, text });
      const assembler = createLineAssembler({ onLine, onText: save });
      partials.push(assembler.partial);
      const take = (text: string, isLast: boolean): void => {
        assembler.push(clean(text));
        if (isLast) assembler.end();
        schedule();
      };
      return { write: (bytes) => take(decoder.write(bytes), false), end: () => take(decoder.end(), true) };
    },
    add: ({ stream, text }) => {
      const line = { stream, text: expandTabs(cleanText(text).replaceAll(/[\r\n]+/g, ' ')) };
      save(`${line.text}\n`);
      add(line);
    },
    lines: () => kept.items(),
    finish: () => {
      finished = true;
      deliver();
    },
  };
}
