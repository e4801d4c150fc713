import type { ServiceName } from '../../lesson/types.ts';
import { messages } from '../../messages/index.ts';
import type { DockerContext } from './context.ts';
import { askDocker } from './diagnose-ask.ts';
import { dockerError } from './docker-failed.ts';

const bytesPerMb = 1024 * 1024;

/** All the memory of the machine that containers run on, in MB; undefined where docker does not tell. */
export async function dockerMemoryMb(env: NodeJS.ProcessEnv): Promise<number | undefined> {
  const answer = await askDocker(['info', '--format', '{{.MemTotal}}'], { env, limitMs: 5000 });
  const bytes = answer.kind === 'ended' && answer.exit === 0 ? Number(answer.stdout) : 0;
  return bytes > 0 ? Math.round(bytes / bytesPerMb) : undefined;
}

/**
 * Refuses a service for which the machine that containers run on has no room: starting it would take the others down.
 * @param parts its processes, in words
 * @throws EnvironmentError that says both amounts
 */
export async function requireMemory(
  { memoryMb }: Pick<DockerContext, 'memoryMb'>,
  { service, neededMb, parts }: { readonly service: ServiceName; readonly neededMb: number; readonly parts: string },
): Promise<void> {
  const megabytes = await memoryMb();
  if (megabytes === undefined || megabytes >= neededMb) return;
  const say = messages().engine;
  throw dockerError({
    what: say.memoryRefused({ service, needed: neededMb, megabytes }),
    why: say.memoryRefusedWhy({ parts }),
    next: say.memoryRefusedNext,
  });
}
