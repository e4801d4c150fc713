import { expect, it } from 'vitest';
import { endingSignal, endShown } from '../../../src/platform/signals.ts';

it('hands a signal on, and on Windows one that Node knows there', () => {
  expect([endingSignal('SIGHUP', 'linux'), endingSignal('SIGTERM', 'darwin')]).toEqual(['SIGHUP', 'SIGTERM']);
  expect(endingSignal('SIGHUP', 'win32')).toBe('SIGTERM');
});

it('shows what one would type to end processes', () => {
  expect(endShown('stop', [1, 22], 'linux')).toBe('kill -TERM 1 22');
  expect(endShown('kill', [1], 'darwin')).toBe('kill -KILL 1');
  expect(endShown('stop', [1, 22], 'win32')).toBe('taskkill /T /F /PID 1 /PID 22');
  expect(endShown('kill', [1], 'win32')).toBe('taskkill /T /F /PID 1');
});
