import { expect, it } from 'vitest';
import { aboutSystem, systemName } from '../../../src/platform/system.ts';

it('names this system in messages and in a bug report', () => {
  const { platform, arch } = process;
  expect(systemName()).toBe(`${platform} ${arch}`);
  expect(aboutSystem()).toEqual({ platform, arch, release: expect.stringMatching(/\d/), node: process.versions.node });
});
