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
  expect(err()).toContain(hint);
});
