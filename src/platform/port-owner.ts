import { readdir, readFile, readlink } from 'node:fs/promises';
import { execa } from 'execa';
import { systemProgram } from './system-program.ts';

/** A program that listens on a port. */
export type PortOwner = { readonly pid: number; readonly name: string };

/**
 * Who listens on a TCP port of this machine; undefined where nobody does or the system does not tell (it may be another
 * user's process). Never throws.
 */
export async function portOwner(
  port: number,
  platform: NodeJS.Platform = process.platform,
): Promise<PortOwner | undefined> {
  try {
    switch (platform) {
      case 'linux':
        return await ownerByProc(port);
      case 'win32':
        return await ownerByNetstat(port);
      default:
        return parseLsof(await outputOf('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc']));
    }
  } catch {
    return undefined;
  }
}

async function ownerByProc(port: number): Promise<PortOwner | undefined> {
  const tables = await Promise.all(
    ['tcp', 'tcp6'].map((name) => readFile(`/proc/net/${name}`, 'utf8').catch(() => '')),
  );
  const sockets = new Set(tables.flatMap((table) => listeningInodes(table, port)).map((inode) => `socket:[${inode}]`));
  if (sockets.size === 0) return undefined;
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    // Other users' processes cannot be looked into.
    const handles = await readdir(`/proc/${pid}/fd`).catch(() => []);
    for (const handle of handles) {
      const target = await readlink(`/proc/${pid}/fd/${handle}`).catch(() => '');
      if (sockets.has(target)) {
        return { pid: Number(pid), name: (await readFile(`/proc/${pid}/comm`, 'utf8')).trim() };
      }
    }
  }
  return undefined;
}

/** From /proc/net/tcp (proc(5)): local address and port in hex, state 0A = listening, the tenth field is the inode. */
export function listeningInodes(table: string, port: number): readonly string[] {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0');
  return table.split('\n').flatMap((line) => {
    const fields = line.trim().split(/\s+/);
    const isOurs = fields[1]?.endsWith(`:${wanted}`) && fields[3] === '0A';
    return isOurs && fields[9] !== undefined ? [fields[9]] : [];
  });
}

/** From `lsof -F pc`: a line `pPID`, then a line `cNAME`. */
export function parseLsof(text: string): PortOwner | undefined {
  const pid = /^p(\d+)$/m.exec(text)?.[1];
  return pid === undefined ? undefined : { pid: Number(pid), name: /^c(.+)$/m.exec(text)?.[1] ?? '' };
}

async function ownerByNetstat(port: number): Promise<PortOwner | undefined> {
  const pid = parseNetstat(await outputOf(systemProgram('netstat.exe'), ['-ano', '-p', 'TCP']), port);
  if (pid === undefined) return undefined;
  const list = await outputOf(systemProgram('tasklist.exe'), ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']);
  return { pid, name: /^"([^"]+)"/m.exec(list)?.[1] ?? '' };
}

/** From `netstat -ano`: the words are translated, but a listening socket's peer has port 0. */
export function parseNetstat(text: string, port: number): number | undefined {
  for (const line of text.split(/\r?\n/)) {
    const [protocol, local, peer, ...rest] = line.trim().split(/\s+/);
    if (protocol === 'TCP' && local?.endsWith(`:${port}`) && peer?.endsWith(':0')) return Number(rest.at(-1));
  }
  return undefined;
}

const outputOf = async (file: string, args: readonly string[]): Promise<string> =>
  (await execa(file, [...args], { stdin: 'ignore', reject: false, timeout: 3000 })).stdout ?? '';
