import { createServer } from 'node:net';

export const loopback = '127.0.0.1';

/** True if nothing on this machine listens on the port (asked by binding it for a moment). */
export async function isPortFree(port: number): Promise<boolean> {
  return (await bindOnce(port)) !== undefined;
}

/** A port that is free now: the first free one of `preferred`, else one the system picks. Never one of `except`. */
export async function freePort(preferred: readonly number[], except: readonly number[] = []): Promise<number> {
  for (const port of preferred) {
    if (!except.includes(port) && (await isPortFree(port))) return port;
  }
  for (;;) {
    const port = await bindOnce(0);
    if (port === undefined) throw new Error('no free port on 127.0.0.1');
    if (!except.includes(port)) return port;
  }
}

function bindOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: loopback, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}
