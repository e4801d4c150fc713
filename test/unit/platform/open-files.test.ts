import { expect, it } from 'vitest';
import { findSystem } from '../../../src/engine/native/diagnose-system.ts';
import { canRenameOpenFiles } from '../../../src/platform/open-files.ts';

it('is what Windows refuses, and the doctor says so', () => {
  expect([canRenameOpenFiles('linux'), canRenameOpenFiles('darwin'), canRenameOpenFiles('win32')]).toEqual([
    true,
    true,
    false,
  ]);
  expect(findSystem(true)).toEqual([]);
  expect(findSystem(false)).toEqual([
    expect.objectContaining({ id: 'windows-kafka', level: 'warning', fix: expect.stringContaining('--engine docker') }),
  ]);
});
