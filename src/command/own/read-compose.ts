import type { ComposeCall } from '../../engine/types.ts';

/**
 * `docker compose -f FILE up -d` and `docker compose -f FILE down` are understood by every engine, also without Docker.
 * @param args the words behind `docker`
 * @returns undefined for any other command of docker, which only docker itself can run
 */
export function readCompose([first, ...rest]: readonly string[]): ComposeCall | undefined {
  if (first !== 'compose') return undefined;
  const [flag, file = '', verb, ...options] = rest[0]?.startsWith('--file=')
    ? ['-f', rest[0].slice('--file='.length), ...rest.slice(1)]
    : rest;
  if ((flag !== '-f' && flag !== '--file') || file === '') return undefined;
  if (verb === 'up' && options.length === 1 && /^(-d|--detach)$/.test(options[0] ?? '')) return { file, verb };
  if (verb === 'down' && options.length === 0) return { file, verb };
  return undefined;
}
