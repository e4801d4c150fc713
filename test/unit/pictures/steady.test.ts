import { describe, expect, it } from 'vitest';
import { type Cell, type Look, type Screen, textOf } from '../../pictures/screen.ts';
import { steady } from '../../pictures/steady.ts';

const plain: Look = {
  foreground: undefined,
  background: undefined,
  bold: false,
  dim: false,
  italic: false,
  underline: false,
  inverse: false,
};

const screenOf = (text: string): Screen => ({
  columns: 60,
  rows: [[...text].map((each): Cell => ({ text: each, columns: /[가-힣]/.test(each) ? 2 : 1, look: plain }))],
});

const steadied = (text: string): string => steady(screenOf(text)).rows.map(textOf).join('');

describe('what varies from run to run', () => {
  it.each([
    [' $ kafka-topics.sh --list     2.5 s', ' $ kafka-topics.sh --list     1.2 s'],
    [' $ kafka-topics.sh --list      11 s', ' $ kafka-topics.sh --list     1.2 s'],
    ['---------- reader  running 1 min 5 s --', '-------------- reader  running 1.2 s --'],
    ['───────────── reader  running 12 s ──', '──────────── reader  running 1.2 s ──'],
    ['------------ 실행 중 20초 --', '----------- 실행 중 1.2초 --'],
    [' group console-consumer-77  Stable  1 member     |', ' group console-consumer-20260  Stable  1 member  |'],
    ['     console-consumer 2ae4  messages 0', '     console-consumer a7c2  messages 0'],
    [' --bootstrap-server 127.0.0.1:45881 --list', ' --bootstrap-server 127.0.0.1:19092 --list'],
  ])('%s', (row, wanted) => {
    expect(steadied(row)).toBe(wanted);
  });

  it('and nothing else', () => {
    const rows = [
      '  3  Producer and consumer      15 min   2/8 steps',
      'after 45 s it is dropped',
      ' exit code 1  > 1.2 MB',
    ];
    expect(rows.map(steadied)).toEqual(rows);
  });

  it('is not squeezed in where there is no room', () => {
    expect(() => steadied('$ kafka-topics 11 s')).toThrow('no room');
  });
});
