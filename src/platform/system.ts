import { arch, platform, release } from 'node:os';

/** What a bug report says of the system. */
export const aboutSystem = () => ({
  platform: platform(),
  release: release(),
  arch: arch(),
  node: process.versions.node,
});

/** The system in messages: `linux x64`. */
export const systemName = (): string => `${process.platform} ${process.arch}`;
