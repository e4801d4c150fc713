import { describe, expect, it } from 'vitest';
import { createSaver } from '../../../src/progress/saver.ts';

/** A disk whose writes end when told. */
function slowDisk() {
  const written: string[] = [];
  const open: ((error?: Error) => void)[] = [];
  const write = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      written.push(text);
      open.push((error) => (error ? reject(error) : resolve()));
    });
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const finish = async (error?: Error): Promise<void> => {
    await turn();
    open.shift()?.(error);
    await turn();
  };
  return { written, write, finish };
}

describe('createSaver', () => {
  it('writes one after the other, and of those that wait only the last', async () => {
    const { written, write, finish } = slowDisk();
    const saver = createSaver(write);
    const first = saver.save('1');
    await finish();
    await first;
    const states = [saver.save('2'), saver.save('3')];
    await finish();
    await Promise.all(states);
    const during = saver.save('4');
    await new Promise((resolve) => setImmediate(resolve));
    const last = [saver.save('5'), saver.save('6')];
    await finish();
    await during;
    await finish();
    await Promise.all(last);
    expect(written).toEqual(['1', '3', '4', '6']);
  });

  it('tells a failure to those who wait for it, and goes on', async () => {
    const { written, write, finish } = slowDisk();
    const saver = createSaver(write);
    const lost = saver.save('1');
    await finish(new Error('full'));
    await expect(lost).rejects.toThrow('full');
    const kept = saver.save('2');
    await finish();
    await kept;
    await saver.flush();
    expect(written).toEqual(['1', '2']);
  });

  it('flush waits, and tries a failed state once more', async () => {
    const { written, write, finish } = slowDisk();
    const saver = createSaver(write);
    void saver.save('1');
    const flushed = saver.flush();
    await finish(new Error('full'));
    await finish();
    await flushed;
    void saver.save('2');
    await finish(new Error('full'));
    const failed = expect(saver.flush()).rejects.toThrow('still full');
    await finish(new Error('still full'));
    await failed;
    expect(written).toEqual(['1', '1', '2', '2']);
  });
});
