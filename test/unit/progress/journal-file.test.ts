import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { journalFile } from '../../../src/progress/journal-file.ts';
import { tempFolder } from '../../support/temp.ts';

const at = '2026-01-01T00:00:00.000Z';
const ref = { lesson: 'night', step: 'calls' };
let folder: string;
beforeEach(async () => {
  folder = await tempFolder();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the journal', () => {
  it('keeps what was added, in order, for the next start of the program', async () => {
    const journal = journalFile(folder);
    journal.begin(ref, at);
    for (const run of [1, 2, 3]) journal.add(ref, { type: 'command', at, run, line: `line\n${run}`, typed: true });
    journal.add({ ...ref, step: 'other' }, { type: 'hint', at });
    expect(await journal.read(ref)).toHaveLength(4);
    const later = journalFile(folder);
    later.add(ref, { type: 'passed', at });
    expect((await later.read(ref)).map(({ type }) => type)).toEqual([
      'setup',
      'command',
      'command',
      'command',
      'passed',
    ]);
  });

  it('begins anew', async () => {
    const journal = journalFile(folder);
    journal.add(ref, { type: 'hint', at });
    journal.begin(ref, at);
    expect(await journal.read(ref)).toEqual([{ type: 'setup', at }]);
  });

  it('leaves out a line that is damaged', async () => {
    const journal = journalFile(folder);
    journal.begin(ref, at);
    await journal.read(ref);
    const path = join(folder, 'night', 'calls.jsonl');
    await appendFile(path, '{"type":"hint"}\n{"type":"pas');
    expect(await journal.read(ref)).toEqual([{ type: 'setup', at }]);
    expect(await readFile(path, 'utf8')).toContain('"pas');
  });

  it('is empty where there is none, and never throws where none can be written', async () => {
    expect(await journalFile(folder).read(ref)).toEqual([]);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'file'), '');
    const journal = journalFile(join(folder, 'file'));
    journal.begin(ref, at);
    journal.add(ref, { type: 'hint', at });
    expect(await journal.read(ref)).toEqual([]);
  });
});
