import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DockerContext } from './context.ts';

/** The images of the compose files. */
export type Images = { readonly kafka: string; readonly mariadb: string };

/** As compose/.env names them. */
export const defaultImages = ({ compose }: Pick<DockerContext, 'compose'>): Promise<Images> =>
  readImages({ compose, env: {} });

/** As compose itself finds them: a variable of the environment, else the line of compose/.env. */
export async function readImages({ compose, env }: Pick<DockerContext, 'compose' | 'env'>): Promise<Images> {
  const defaults = parseEnvFile(await readFile(join(compose, '.env'), 'utf8'));
  const image = (name: string): string => env[name] || defaults.get(name) || '';
  return { kafka: image('KAFKA_LESSONS_KAFKA_IMAGE'), mariadb: image('KAFKA_LESSONS_MARIADB_IMAGE') };
}

/** Lines `NAME=value`; others are comments. */
export function parseEnvFile(text: string): ReadonlyMap<string, string> {
  const lines = text.split(/\r?\n/).map((line) => /^([A-Z][A-Z0-9_]*)=(.*)$/.exec(line.trim()));
  return new Map(lines.filter((match) => match !== null).map(([, name = '', value = '']) => [name, value]));
}
