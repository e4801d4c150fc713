import { expect, it } from 'vitest';
import { runShell } from '../../../src/commands/environment.ts';
import type { Address, Engine } from '../../../src/engine/types.ts';
import { capture } from './support.ts';

const { err } = capture();

/** Shells that end at once, without reading anything. */
const env = { ...process.env, SHELL: 'true', ComSpec: 'hostname.exe' };

const engineAt = (address: Address | undefined) =>
  ({
    kind: 'native',
    kafka: async () => 'broker',
    address: async () => address,
    shellPath: async () => '/tools',
  }) satisfies Partial<Engine> as unknown as Engine;

it.each([
  [{ host: '127.0.0.1', port: 9092 }, 'the broker is at localhost:9092 for them. Leave with exit.\n'],
  [{ host: '127.0.0.1', port: 40001 }, '(really 127.0.0.1:40001). Leave with exit.\n'],
  [undefined, 'The Kafka tools are on PATH. Leave with exit.\n'],
])('a shell says first how to leave it, with a broker at %o', async (address, hint) => {
  expect(await runShell(engineAt(address), { env })).toBe(0);
  expect(err().replaceAll(/\s+/g, ' ')).toContain(hint.trim());
});

it('a shell of the app also says where leaving it leads, in lines that fit', async () => {
  await runShell(engineAt({ host: '127.0.0.1', port: 40001 }), { env, step: 'A topic of your own' });
  expect(err()).toContain('exit leads back to "A topic of your own".');
  for (const line of err().split('\n')) expect(line.length).toBeLessThan(80);
});

it('a shell that is not there is told with where it is named', async () => {
  const missing = runShell(engineAt(undefined), { env: { ...env, SHELL: '/not/there', ComSpec: 'not-there.exe' } });
  await expect(missing).rejects.toMatchObject({
    explanation: { what: expect.stringContaining('cannot be started'), next: expect.stringContaining('SHELL') },
  });
});
