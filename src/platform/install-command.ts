import { readFile } from 'node:fs/promises';
import { messages } from '../messages/index.ts';

export type Installable = 'java' | 'maven' | 'docker' | 'compose' | 'mariadb';

/** A system as far as installing goes; `linux` is one whose package manager we do not know. */
export type SystemFamily = 'debian' | 'fedora' | 'arch' | 'suse' | 'alpine' | 'linux' | 'macos' | 'windows';
export type System = { readonly family: SystemFamily; readonly id: string; readonly version: number };

/** The one command that installs it on this system, or a plain sentence where we do not know one. */
export async function installCommand(what: Installable): Promise<string> {
  return commandFor(what, await thisSystem());
}

export async function thisSystem(platform: NodeJS.Platform = process.platform): Promise<System> {
  if (platform === 'darwin') return { family: 'macos', id: 'macos', version: 0 };
  if (platform === 'win32') return { family: 'windows', id: 'windows', version: 0 };
  return parseOsRelease(await readFile('/etc/os-release', 'utf8').catch(() => ''));
}

/** From os-release(5): ID names the distribution, ID_LIKE those it derives from. */
export function parseOsRelease(text: string): System {
  const value = (key: string): string => new RegExp(`^${key}="?([^"\\n]*)"?$`, 'm').exec(text)?.[1] ?? '';
  const id = value('ID');
  const names = [id, ...value('ID_LIKE').split(' ')];
  const version = Number.parseInt(value('VERSION_ID'), 10) || 0;
  for (const [family, known] of families) {
    if (known.some((name) => names.includes(name))) return { family, id, version };
  }
  return { family: 'linux', id, version };
}

const families: readonly (readonly [SystemFamily, readonly string[]])[] = [
  ['debian', ['debian', 'ubuntu']],
  ['fedora', ['fedora', 'rhel', 'centos']],
  ['arch', ['arch']],
  ['suse', ['suse', 'opensuse']],
  ['alpine', ['alpine']],
];

export function commandFor(what: Installable, system: System): string {
  const command =
    (system.family === 'debian' ? debianCommand(what, system) : undefined) ?? commands[system.family][what];
  return command ?? messages().engine.installByHand[what];
}

/** Debian and those that derive from it differ in what they have. */
function debianCommand(what: Installable, { id, version }: System): string | undefined {
  const isDebian = id === 'debian';
  switch (what) {
    case 'java':
      // Debian 13 dropped 17, Debian 12 does not have 21 yet; Ubuntu has both.
      return isDebian && version >= 13 ? 'sudo apt install openjdk-21-jre-headless' : undefined;
    case 'maven':
      return undefined;
    case 'mariadb':
      // The server without a service of its own; before Ubuntu 24 such a package is called after its version.
      return id === 'ubuntu' && version < 24 ? 'sudo apt install mariadb-server' : undefined;
    case 'docker':
    case 'compose': {
      const docker = what === 'docker' ? 'docker.io ' : '';
      if (id === 'ubuntu') return `sudo apt install ${docker}docker-compose-v2`;
      // Before Debian 13 the package docker-compose is version 1.
      return isDebian && version >= 13
        ? `sudo apt install ${docker}docker-compose`
        : messages().engine.installFromDocker[what];
    }
    default:
      return what satisfies never;
  }
}

/** What is left out is told in words. */
const commands: Readonly<Record<SystemFamily, Readonly<Partial<Record<Installable, string>>>>> = {
  debian: {
    java: 'sudo apt install openjdk-17-jre-headless',
    maven: 'sudo apt install maven',
    mariadb: 'sudo apt install mariadb-server-core mariadb-client-core',
  },
  fedora: {
    java: 'sudo dnf install java-21-openjdk-headless',
    maven: 'sudo dnf install maven',
    docker: 'sudo dnf install moby-engine docker-compose',
    compose: 'sudo dnf install docker-compose',
    mariadb: 'sudo dnf install mariadb-server',
  },
  arch: {
    java: 'sudo pacman -S jre21-openjdk-headless',
    maven: 'sudo pacman -S maven',
    docker: 'sudo pacman -S docker docker-compose',
    compose: 'sudo pacman -S docker-compose',
    mariadb: 'sudo pacman -S mariadb',
  },
  suse: {
    java: 'sudo zypper install java-21-openjdk-headless',
    maven: 'sudo zypper install maven',
    docker: 'sudo zypper install docker docker-compose',
    compose: 'sudo zypper install docker-compose',
    mariadb: 'sudo zypper install mariadb',
  },
  alpine: {
    java: 'sudo apk add openjdk21-jre-headless',
    maven: 'sudo apk add maven',
    docker: 'sudo apk add docker docker-cli-compose',
    compose: 'sudo apk add docker-cli-compose',
    mariadb: 'sudo apk add mariadb mariadb-client',
  },
  macos: {
    java: 'brew install --cask temurin@21',
    maven: 'brew install maven',
    docker: 'brew install --cask docker-desktop',
    compose: 'brew install docker-compose',
    mariadb: 'brew install mariadb',
  },
  windows: {
    java: 'winget install EclipseAdoptium.Temurin.21.JRE',
    maven: 'scoop install maven',
    docker: 'winget install Docker.DockerDesktop',
    compose: 'winget upgrade Docker.DockerDesktop',
    mariadb: 'winget install MariaDB.Server',
  },
  linux: {},
};
