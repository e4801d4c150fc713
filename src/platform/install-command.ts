import { readFile } from 'node:fs/promises';

export type Installable = 'java' | 'maven';

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
  switch (system.family) {
    case 'debian':
      // Debian 13 dropped 17, Debian 12 does not have 21 yet; Ubuntu has both.
      return what === 'java'
        ? `sudo apt install openjdk-${system.id === 'debian' && system.version >= 13 ? 21 : 17}-jre-headless`
        : 'sudo apt install maven';
    case 'fedora':
      return what === 'java' ? 'sudo dnf install java-21-openjdk-headless' : 'sudo dnf install maven';
    case 'arch':
      return what === 'java' ? 'sudo pacman -S jre21-openjdk-headless' : 'sudo pacman -S maven';
    case 'suse':
      return what === 'java' ? 'sudo zypper install java-21-openjdk-headless' : 'sudo zypper install maven';
    case 'alpine':
      return what === 'java' ? 'sudo apk add openjdk21-jre-headless' : 'sudo apk add maven';
    case 'macos':
      return what === 'java' ? 'brew install --cask temurin@21' : 'brew install maven';
    case 'windows':
      return what === 'java' ? 'winget install EclipseAdoptium.Temurin.21.JRE' : 'scoop install maven';
    case 'linux':
      return what === 'java'
        ? 'install Java 21 with your package manager'
        : 'install Apache Maven with your package manager';
    default:
      return system.family satisfies never;
  }
}
