import { askDocker } from './diagnose-ask.ts';

const bytesPerMb = 1024 * 1024;

/** All the memory of the machine that containers run on, in MB; undefined where docker does not tell. */
export async function dockerMemoryMb(env: NodeJS.ProcessEnv): Promise<number | undefined> {
  const answer = await askDocker(['info', '--format', '{{.MemTotal}}'], { env, limitMs: 5000 });
  const bytes = answer.kind === 'ended' && answer.exit === 0 ? Number(answer.stdout) : 0;
  return bytes > 0 ? Math.round(bytes / bytesPerMb) : undefined;
}
