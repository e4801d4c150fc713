import { totalmem } from 'node:os';
import { expect, it } from 'vitest';
import { availableMemoryMb } from '../../../src/platform/memory.ts';

it('is what Linux says can be had, and elsewhere all there is', () => {
  const total = Math.round(totalmem() / 1024 / 1024);
  expect([availableMemoryMb('darwin'), availableMemoryMb('win32')]).toEqual([total, total]);
  const available = availableMemoryMb('linux');
  expect(available).toBeGreaterThan(0);
  expect(available).toBeLessThan(total);
});
