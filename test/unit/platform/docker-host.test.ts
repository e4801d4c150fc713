import { expect, it } from 'vitest';
import { hasOwnDaemon, idsForContainers } from '../../../src/platform/docker-host.ts';

const ids = { getuid: () => 1001, getgid: () => 100 };

it('is this system on Linux only; elsewhere Docker has a machine of its own', () => {
  expect([hasOwnDaemon('linux'), hasOwnDaemon('darwin'), hasOwnDaemon('win32')]).toEqual([true, false, false]);
  expect(idsForContainers('linux', ids)).toEqual({ uid: 1001, gid: 100 });
  expect([idsForContainers('darwin', ids), idsForContainers('win32', {})]).toEqual([undefined, undefined]);
});
