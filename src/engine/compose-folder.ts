import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of the compose files. It lies at the top of the package: two folders up from this file in the source, one up from
 * the bundle (dist/), which holds this code in some file of its own.
 */
export function composeFolder(moduleUrl: string = import.meta.url): string {
  const places = ['../compose/', '../../compose/'].map((place) => fileURLToPath(new URL(place, moduleUrl)));
  return places.find((place) => existsSync(join(place, 'base.yaml'))) ?? (places[0] as string);
}
