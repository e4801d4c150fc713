import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openLog } from '../../../src/command/log-file.ts';
import { tempFolder } from '../../support/temp.ts';

let folder = '';
afterEach(() => rm(folder, { recursive: true }));

it('takes no more than fits, and says in its last line that it does not', async () => {
  folder = await tempFolder();
  const file = join(folder, 'flood.log');
  const log = await openLog(file, 2 ** 20);
  const line = `${'x'.repeat(1023)}\n`;
  for (let lines = 0; lines < 3000; lines += 1) log.write(line);
  await log.close();
  const text = await readFile(file, 'utf8');
  expect(text.length).toBeLessThan(2 ** 20 + 200);
  expect(text.trimEnd().split('\n').at(-1)).toBe('The log ends here: it has 1 MB, and the command goes on.');
});
