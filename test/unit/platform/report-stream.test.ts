import { expect, it } from 'vitest';
import { reportStream } from '../../../src/platform/report-stream.ts';

it('passes on reports in order and ends with the work', async () => {
  const seen: number[] = [];
  const stream = reportStream<number>(async (report) => {
    report(1);
    report(2);
    await Promise.resolve();
    report(3);
  });
  for await (const item of stream) seen.push(item);
  expect(seen).toEqual([1, 2, 3]);
});

it('throws what the work throws, after its reports', async () => {
  const seen: number[] = [];
  const stream = reportStream<number>(async (report) => {
    report(1);
    throw new Error('broken');
  });
  const read = async () => {
    for await (const item of stream) seen.push(item);
  };
  await expect(read()).rejects.toThrow('broken');
  expect(seen).toEqual([1]);
});

it('aborts the work and waits for it when the loop is left', async () => {
  let cleaned = false;
  const stream = reportStream<number>(async (report, signal) => {
    report(1);
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    cleaned = true;
  });
  for await (const _ of stream) break;
  expect(cleaned).toBe(true);
});
