import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkLine } from '../../../src/command/check-line.ts';
import { parseLine, readLine } from '../../../src/command/parse-line.ts';
import { quoteLine } from '../../../src/command/quote-line.ts';
import { isUserError } from '../../../src/errors.ts';
import { randomFrom, seeded } from './seeded.ts';

const alphabet = [
  ...'ab\\\'"$`|&;()<>#*?[~{}=-/ \t\n\r%:,.\u00a0é한😀',
  '\\\n',
  'kafka-topics.sh ',
  'docker exec ',
  'sudo ',
];

describe('any line', () => {
  it('is understood or refused with a UserError, and checkLine agrees', () => {
    const random = seeded(1);
    for (let round = 0; round < 20_000; round++) {
      const line = randomFrom(alphabet, random, 25);
      let refused = false;
      try {
        parseLine(line);
      } catch (error) {
        if (!isUserError(error)) throw new Error(`${JSON.stringify(line)}: ${error}`);
        refused = true;
      }
      const fault = checkLine(line);
      if (refused && !fault) throw new Error(`refused, but no fault: ${JSON.stringify(line)}`);
      const column = fault?.column ?? 1;
      if (column < 1 || column > line.length + 1) throw new Error(`${JSON.stringify(line)}: column ${column}`);
    }
  });

  it('is read again as the same words when quoted', () => {
    const random = seeded(2);
    for (let round = 0; round < 2_000; round++) {
      const args = [1, 2, 3].map(() => randomFrom(alphabet, random, 6));
      expect(parseLine(quoteLine([{ tool: 'echo', args }])).commands).toEqual([{ tool: 'echo', args }]);
    }
  });

  // What sh does with a pattern that matches no file is what we do; the folder here has no such names.
  const hasShell = process.platform !== 'win32';
  it.runIf(hasShell)('means the words that sh makes of it', () => {
    const random = seeded(3);
    const spaced = alphabet.filter((piece) => !/[\u00a0\r{}]|docker|sudo|kafka/.test(piece));
    const understood: { readonly line: string; readonly words: readonly string[] }[] = [];
    while (understood.length < 3_000) {
      const line = `printf '%s\\0' x ${randomFrom(spaced, random, 12)}`;
      const read = readLine(line);
      if (read.ok && read.line.commands.length === 1)
        understood.push({ line, words: read.line.commands[0]?.args.slice(1) ?? [] });
    }
    const script = ['set -f', ...understood.map(({ line }) => `${line}\nprintf '\\001'`)].join('\n');
    const empty = mkdtempSync(join(tmpdir(), 'kafka-lessons-words-'));
    onTestFinished(() => rmSync(empty, { recursive: true }));
    const answer = execFileSync('/bin/sh', [], { input: script, encoding: 'utf8', cwd: empty });
    const byShell = answer
      .split('\u0001')
      .slice(0, -1)
      .map((text) => text.split('\0').slice(0, -1));
    for (const [index, { line, words }] of understood.entries()) {
      if (JSON.stringify(byShell[index]) !== JSON.stringify(words)) {
        throw new Error(`${JSON.stringify(line)}: sh ${JSON.stringify(byShell[index])}, we ${JSON.stringify(words)}`);
      }
    }
  });
});
