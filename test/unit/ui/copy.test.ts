import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { plainText, textWidth } from '../../../src/markdown/index.ts';
import { copyRows } from '../../../src/ui/content/copy.ts';
import { rowsOf } from './support/states.ts';

const commands = [
  'kafka-topics.sh --bootstrap-server localhost:9092 --create --topic quickstart-events --partitions 1 --config retention.ms=3600000',
  `printf %s --topic ${'a-very-long-name-'.repeat(9)}`,
  `printf %s ${'한글-토픽-이름-'.repeat(9)} --partitions 3`,
  'printf "%s - %s" one two three four five six seven eight nine ten eleven twelve thirteen fourteen',
];

/** The words as a shell takes them. */
const wordsOf = (text: string): string =>
  execFileSync('/bin/sh', ['-c', `set -- ${text}\nprintf '%s\\n' "$@"`], { encoding: 'utf8' });

describe('a command to be copied', () => {
  it.runIf(process.platform !== 'win32').each(commands)('is the same command when it is pasted: %s', (line) => {
    for (const width of [60, 80, 120]) {
      const rows = copyRows(line, width);
      for (const row of rows) expect(textWidth(plainText([row]))).toBeLessThanOrEqual(width);
      expect(wordsOf(plainText(rows))).toBe(wordsOf(line));
    }
  });

  it('is broken between the words of a quoted document without a backslash, which would be a part of it', () => {
    const document = {
      name: 'copy',
      config: { topics: 'orders', file: '/tmp/orders.txt', max: '1', class: 'FileStreamSink' },
    };
    const short = JSON.stringify(document);
    for (const json of [short, short.replaceAll(',', ', ')]) {
      const text = plainText(copyRows(`curl -s -X POST -d '${json}' http://localhost:8083/connectors`, 60));
      expect(JSON.parse(/'([^']*)'/.exec(text)?.[1] ?? '')).toEqual(document);
    }
  });

  it('is scrolled where there is more of it than fits, and says what became of it', () => {
    const text = Array.from({ length: 30 }, (_, index) => `echo ${index}`).join('\n');
    const rows = rowsOf([{ type: 'overlay-shown', overlay: { kind: 'copy', text } }], { columns: 60, rows: 16 });
    expect(rows[0]).toBe('echo 0');
    expect(rows.join()).toMatch(/\d+ more lines: Down/);
    expect(rows.join(' ')).toContain('The terminal was asked to put this on its clipboard.');
    const end = rowsOf(
      [
        { type: 'overlay-shown', overlay: { kind: 'copy', text } },
        { type: 'scrolled', pane: 'overlay', scroll: { at: 'tail' } },
      ],
      { columns: 60, rows: 16 },
    );
    expect(end.join()).toContain('echo 29');
  });
});
