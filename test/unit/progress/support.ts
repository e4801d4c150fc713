import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CourseRecords, StepRecord } from '../../../src/course/types.ts';
import { isUserError, type UserError } from '../../../src/errors.ts';
import { type OpenProgress, openProgress } from '../../../src/progress/index.ts';

/** A home that goes with the test. */
export function temporaryHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'kafka-lessons-progress-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  return home;
}

export const passed: StepRecord = {
  status: 'passed',
  at: '2030-01-02T03:04:05.000Z',
  attempts: 1,
  hints: 0,
  hash: 'h',
};

export const recordsAt = (step: string): CourseRecords => ({
  current: `topics/${step}`,
  clusters: { topics: 'cluster-1' },
  steps: { [`topics/${step}`]: passed },
});

export const documentOf = (records: CourseRecords): string =>
  JSON.stringify({ version: 1, packs: { course: records } });

export const open = (home: string, lock = true): Promise<OpenProgress> =>
  openProgress({ home, pack: 'course' }, { lock });

export async function userErrorOf(promise: Promise<unknown>): Promise<UserError> {
  try {
    await promise;
  } catch (error) {
    if (isUserError(error)) return error;
    throw error;
  }
  throw new Error('no error');
}
