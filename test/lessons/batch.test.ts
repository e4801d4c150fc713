import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeBatch } from '../../src/check/batch.ts';
import { judgeFile } from '../../src/check/file.ts';
import { loadCourse } from '../../src/commands/load-course.ts';
import { findStep } from '../../src/course/index.ts';
import { loadTries } from '../../src/lesson/load-tries.ts';
import type { AssertionOf } from '../../src/lesson/types.ts';
import { type BatchEnd, createBatchRunner } from '../../src/platform/run-batch.ts';
import { winePrefix } from '../../src/platform/wine-prefix.ts';
import { openWorkspace } from '../../src/session/workspace.ts';
import { testCache } from '../support/kafka-once.ts';
import { tempFolder } from '../support/temp.ts';
import { wine } from '../support/wine-here.ts';
import { batchFile, loops, rightBatches } from './support/batches.ts';

/**
 * The batch file of the lesson as the check reads it and as a cmd really runs it: what is called a mistake has to fail, and what is
 * called right has to work. Reading needs no cmd; running says at the end of the tests whether there was one.
 */
const pack = await loadCourse(fileURLToPath(new URL('../../lessons/', import.meta.url)));
const stepAt = (step: string) => {
  const found = findStep(pack, { lesson: 'windows-clinic', step });
  if (!found) throw new Error(`no step ${step}`);
  return found.step;
};
const { checks } = stepAt('mend');
const [file, batch] = checks as readonly [AssertionOf<'file'>, AssertionOf<'batch'>];

/** What the lesson calls mistakes in the batch file, as its tries.yaml makes them. */
const { tried } = await loadTries(pack);
const wrongBatches = (tried.get('windows-clinic')?.find(({ step }) => step === 'mend')?.tries ?? []).flatMap(
  ({ say, deeds: [deed] }) => (deed?.kind === 'file' && deed.name === batchFile ? [[say, deed.text] as const] : []),
);

let root: string;
beforeAll(async () => {
  // A learner's folder may be called like this.
  root = join(await tempFolder(), "Léa's files");
  const { prepare } = openWorkspace(root, 'lesson');
  await prepare(stepAt('empty').files);
});
afterAll(() => rm(dirname(root), { recursive: true, force: true }));

const read = (text: string): string => judgeFile(file, text).status;

describe('the text of the batch file', () => {
  it('is tried in all the ways that the lesson knows', () => expect(wrongBatches.length).toBeGreaterThan(15));

  it.each(wrongBatches.map(([mistake, text]) => ({ mistake, text })))('is wrong: $mistake', ({ text }) => {
    expect(read(text)).toBe('fail');
  });

  it.each([...rightBatches, ...loops].map((text, index) => ({ text, index })))('is right, $index', ({ text }) => {
    expect(read(text)).toBe('pass');
  });
});

describe.skipIf(wine === undefined)('the batch file that is run', () => {
  const runBatch = createBatchRunner({ prefix: winePrefix(testCache) });
  const folder = (): string => join(root, 'lesson');
  const run = async (text: string): Promise<BatchEnd> => {
    await mkdir(dirname(join(folder(), batchFile)), { recursive: true });
    await writeFile(join(folder(), batchFile), text.replaceAll(/\r?\n/g, '\r\n'));
    return runBatch({ folder: folder(), name: batchFile });
  };

  it.each(wrongBatches.map(([mistake, text]) => ({ mistake, text })))('fails: $mistake', async ({ text }) => {
    expect(judgeBatch(batch, await run(text)).status).toBe('fail');
  });

  it.each(rightBatches.map((text, index) => ({ text, index })))('works, $index', async ({ text }) => {
    expect(judgeBatch(batch, await run(text))).toMatchObject({
      status: 'pass',
      actual: expect.stringMatching(/^exit code 0/),
    });
  });

  it.each(loops.map((text) => ({ text })))('works as a loop on Windows, and not with wine', async ({ text }) => {
    expect(judgeBatch(batch, await run(text)).status).toBe(process.platform === 'win32' ? 'pass' : 'fail');
  });
});
