import stringWidth from 'string-width';
import { messages } from '../messages/index.ts';

/** Makes lines of cleaned text. */
export type LineAssembler = {
  readonly push: (text: string) => void;
  /** The stream has ended: an unfinished line is a line now. */
  readonly end: () => void;
  /** the unfinished line, '' if there is none */
  readonly partial: () => string;
};

export type LineSink = {
  /** a finished line, cut to the limit, tabs made blanks */
  readonly onLine: (line: string) => void;
  /** everything that was not replaced by a carriage return, whole, each line with its line break */
  readonly onText: (text: string) => void;
};

/** How many characters of a line are kept for the screen. */
export const longestLine = 8 * 1024;
/** How many characters of an unfinished line wait, in case a carriage return replaces it. */
const longestPending = 64 * 1024;
const tabStop = 8;

/** Assembles lines: CR LF is one line break, a bare CR replaces the line, tabs go to the next multiple of eight columns. */
export function createLineAssembler({ onLine, onText }: LineSink): LineAssembler {
  let head = '';
  let dropped = 0;
  let pending = '';
  let returned = false;

  const clear = (): void => {
    head = '';
    dropped = 0;
    pending = '';
    returned = false;
  };

  const append = (text: string): void => {
    if (text === '') return;
    if (returned) clear();
    const kept = text.slice(0, longestLine - head.length);
    head += kept;
    dropped += text.length - kept.length;
    pending += text;
    if (pending.length > longestPending) {
      onText(pending);
      pending = '';
    }
  };

  const finish = (): void => {
    onLine(shown(head, dropped));
    onText(`${pending}\n`);
    clear();
  };

  return {
    push: (text) => {
      let start = 0;
      for (const { 0: found, index } of text.matchAll(/[\r\n]/g)) {
        append(text.slice(start, index));
        start = index + 1;
        if (found === '\n') finish();
        else returned = true;
      }
      append(text.slice(start));
    },
    end: () => {
      if (head !== '') finish();
    },
    partial: () => shown(head, dropped),
  };
}

function shown(head: string, dropped: number): string {
  if (dropped === 0) return expandTabs(head);
  // Half of a surrogate pair would be no character.
  const whole = /[\ud800-\udbff]$/.test(head) ? head.slice(0, -1) : head;
  return expandTabs(whole) + messages().command.lineCut({ characters: dropped });
}

/** Blanks for tabs, as a terminal shows them. */
export function expandTabs(line: string): string {
  if (!line.includes('\t')) return line;
  const [first = '', ...rest] = line.split('\t');
  let text = first;
  let column = stringWidth(first);
  for (const part of rest) {
    const blanks = tabStop - (column % tabStop);
    text += ' '.repeat(blanks) + part;
    column += blanks + stringWidth(part);
  }
  return text;
}
