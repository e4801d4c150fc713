import { expect, it } from 'vitest';
import { chooseEngine } from '../../../src/engine/choose.ts';
import { exitCodes, UserError } from '../../../src/errors.ts';

const refusal = (asked: string): UserError => {
  try {
    chooseEngine(asked);
  } catch (error) {
    if (error instanceof UserError) return error;
  }
  throw new Error(`${asked} was not refused`);
};

it('takes native, asked for or not', () => {
  expect(chooseEngine(undefined)).toBe('native');
  expect(chooseEngine('native')).toBe('native');
});

it('says that docker is not in this version', () => {
  expect(refusal('docker').exitCode).toBe(exitCodes.environment);
  expect(refusal('docker').explanation.next).toContain('--engine native');
});

it('takes any other name for wrong usage and says which was meant', () => {
  expect(refusal('natve').exitCode).toBe(exitCodes.usage);
  expect(refusal('natve').explanation.next).toContain('native');
});
