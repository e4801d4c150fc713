import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { historyLimit, loadHistory, saveHistory } from '../../../src/progress/index.ts';
import { temporaryHome } from './support.ts';

describe('history', () => {
  it('comes back as it was kept', async () => {
    const home = join(temporaryHome(), 'new');
    expect(await loadHistory(home)).toEqual([]);
    const lines = ['kafka-topics.sh --list', 'echo 안녕 | cat', 'kafka-topics.sh --list'];
    await saveHistory(home, lines);
    expect(await loadHistory(home)).toEqual(lines);
    expect(readFileSync(join(home, 'history'), 'utf8')).toBe(`${lines.join('\n')}\n`);
  });

  it('keeps the last lines, without blanks and repetitions, one line each', async () => {
    const home = temporaryHome();
    await saveHistory(home, ['a', 'a', '', '  ', 'b\nc\x1b[31m', 'b']);
    expect(await loadHistory(home)).toEqual(['a', 'b c [31m', 'b']);
    await saveHistory(
      home,
      Array.from({ length: historyLimit + 10 }, (_, n) => `line ${n}`),
    );
    const lines = await loadHistory(home);
    expect(lines).toHaveLength(historyLimit);
    expect(lines.at(-1)).toBe(`line ${historyLimit + 9}`);
  });

  it('is empty where the file is damaged, and no error where it cannot be written', async () => {
    const home = temporaryHome();
    for (const damaged of [Buffer.from([0x61, 0xff, 0x0a]), 'a\0b\n', 'a\x1b[31m\n']) {
      writeFileSync(join(home, 'history'), damaged);
      expect(await loadHistory(home)).toEqual([]);
    }
    const other = temporaryHome();
    mkdirSync(join(other, 'history'));
    await saveHistory(other, ['a']);
    expect(await loadHistory(other)).toEqual([]);
  });
});
