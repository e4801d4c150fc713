import { spawn } from 'node:child_process';
import { type IncomingMessage, request } from 'node:http';
import { createInterface } from 'node:readline';
import { Duplex } from 'node:stream';
import type { DockerContext } from './context.ts';

/** What the daemon answers: its HTTP status and its lines, as they come. */
export type DaemonAnswer = { readonly status: number; readonly lines: AsyncIterable<string> };

/**
 * One request without a body to Docker's HTTP API, through `docker system dial-stdio`: that knows contexts, sockets and pipes of
 * every system, and prints nothing of its own. Resolves to undefined if there is no such way (Podman has none).
 * @param signal ends it; the daemon then ends what it was doing for us
 */
export async function askDaemon<T>(
  { env }: Pick<DockerContext, 'env'>,
  { method, path, signal }: { readonly method: 'GET' | 'POST'; readonly path: string; readonly signal: AbortSignal },
  read: (answer: DaemonAnswer) => Promise<T>,
): Promise<T | undefined> {
  const dial = spawn('docker', ['system', 'dial-stdio'], { env, stdio: ['pipe', 'pipe', 'ignore'], windowsHide: true });
  const connection = Duplex.from({ readable: dial.stdout, writable: dial.stdin });
  // Ended under a stream that is still open: told by `close`, and to nobody else.
  for (const stream of [dial.stdin, dial.stdout, connection]) stream.on('error', () => undefined);
  // It does not listen to TERM while it waits for the daemon.
  const close = (): void => void dial.kill('SIGKILL');
  signal.addEventListener('abort', close);
  try {
    const message = await new Promise<IncomingMessage | undefined>((resolve) => {
      const nothing = (): void => resolve(undefined);
      dial.once('error', nothing);
      dial.once('close', nothing);
      const asked = request({ method, path, headers: { host: 'docker' }, createConnection: () => connection });
      asked.once('response', resolve).on('error', nothing).end();
    });
    if (message === undefined) return undefined;
    message.on('error', () => undefined);
    return await read({ status: message.statusCode ?? 0, lines: createInterface({ input: message }) });
  } finally {
    signal.removeEventListener('abort', close);
    close();
  }
}
