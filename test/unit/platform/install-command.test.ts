import { expect, it } from 'vitest';
import { commandFor, parseOsRelease, thisSystem } from '../../../src/platform/install-command.ts';

const java = (osRelease: string): string => commandFor('java', parseOsRelease(osRelease));

it('knows the package of each system', () => {
  expect(java('ID=debian\nVERSION_ID="12"\n')).toBe('sudo apt install openjdk-17-jre-headless');
  expect(java('ID=debian\nVERSION_ID="13"\n')).toBe('sudo apt install openjdk-21-jre-headless');
  expect(java('ID=ubuntu\nID_LIKE=debian\nVERSION_ID="24.04"\n')).toBe('sudo apt install openjdk-17-jre-headless');
  expect(java('ID=linuxmint\nID_LIKE="ubuntu debian"\n')).toContain('apt install');
  expect(java('ID=fedora\nVERSION_ID=42\n')).toContain('dnf install');
  expect(java('ID="rocky"\nID_LIKE="rhel centos fedora"\n')).toContain('dnf install');
  expect(java('ID=arch\n')).toContain('pacman');
  expect(java('ID="opensuse-leap"\nID_LIKE="suse opensuse"\n')).toContain('zypper');
  expect(java('ID=alpine\n')).toContain('apk add');
  expect(java('ID=nixos\n')).toContain('package manager');
});

it('knows macOS and Windows', async () => {
  expect(commandFor('java', await thisSystem('darwin'))).toContain('brew');
  expect(commandFor('maven', await thisSystem('darwin'))).toBe('brew install maven');
  expect(commandFor('java', await thisSystem('win32'))).toContain('winget install');
});

it('brings Docker together with a compose plugin of version 2', () => {
  const of = (osRelease: string) =>
    (['docker', 'compose'] as const).map((what) => commandFor(what, parseOsRelease(osRelease)));
  expect(of('ID=ubuntu\nID_LIKE=debian\nVERSION_ID="24.04"\n')).toEqual([
    'sudo apt install docker.io docker-compose-v2',
    'sudo apt install docker-compose-v2',
  ]);
  expect(of('ID=debian\nVERSION_ID="13"\n')[1]).toBe('sudo apt install docker-compose');
  // Its package is version 1.
  expect(of('ID=debian\nVERSION_ID="12"\n')[1]).toContain('docker-compose-plugin');
  expect(of('ID=alpine\n')[0]).toContain('docker-cli-compose');
});
