import { describe, expect, it } from 'vitest';
import {
  identify,
  isSameProcess,
  parseProc,
  parsePs,
  parseWindowsProcess,
} from '../../../src/platform/process-identity.ts';

/** /proc/PID/stat: state is field 3, threads 20, start time 22. */
const stat = (name: string, state: string, threads: number, start: number): string =>
  `4242 (${name}) ${state} 1 4242 4242 0 -1 4194304 100 0 0 0 10 5 0 0 20 0 ${threads} 0 ${start} 3000000 500 18446744073709551615`;

describe('parseProc', () => {
  it('takes the start time with the boot it counts from, and the command line', () => {
    expect(parseProc(stat('java', 'S', 30, 777), 'java\0-cp\0a b\0kafka.Kafka\0', 'boot')).toEqual({
      started: 'boot/777',
      commandLine: 'java -cp a b kafka.Kafka',
    });
  });
  it('is not led astray by a name with spaces and parentheses', () => {
    expect(parseProc(stat('a) R 1 (b', 'S', 1, 9), 'x', '')?.started).toBe('/9');
  });
  it('takes a zombie for dead, but not while other threads of it live', () => {
    expect(parseProc(stat('java', 'Z', 1, 777), '', 'boot')).toBeUndefined();
    expect(parseProc(stat('java', 'Z', 3, 777), '', 'boot')?.started).toBe('boot/777');
  });
  it('knows nothing of an empty file', () => expect(parseProc('', '', '')).toBeUndefined());
});

describe('parsePs', () => {
  it('reads start, state and command', () => {
    expect(
      parsePs('Mon Sep  1 10:11:12 2025     Ss   /usr/bin/java -Xmx384m kafka.Kafka /a b/server.properties\n'),
    ).toEqual({
      started: 'Mon Sep 1 10:11:12 2025',
      commandLine: '/usr/bin/java -Xmx384m kafka.Kafka /a b/server.properties',
    });
  });
  it('takes a zombie for dead', () => expect(parsePs('Mon Sep  1 10:11:12 2025 Z    (java)\n')).toBeUndefined());
  it('knows nothing of no output', () => expect(parsePs('')).toBeUndefined());
});

describe('parseWindowsProcess', () => {
  it('reads creation time and command line', () => {
    expect(parseWindowsProcess('2025-09-01T08:11:12.1234567Z|"C:\\jdk\\bin\\java.exe" kafka.Kafka x|y\r\n')).toEqual({
      started: '2025-09-01T08:11:12.1234567Z',
      commandLine: '"C:\\jdk\\bin\\java.exe" kafka.Kafka x|y',
    });
  });
  it('knows nothing of no output', () => expect(parseWindowsProcess('\r\n')).toBeUndefined());
});

describe('identify', () => {
  it('finds this process, the same each time', async () => {
    const own = await identify(process.pid);
    expect(own?.commandLine).toContain('node');
    expect(await isSameProcess(process.pid, own?.started ?? '')).toBe(true);
    expect(await isSameProcess(process.pid, 'another')).toBe(false);
  });
  it('finds nothing for a pid that cannot be', async () => {
    expect(await identify(0)).toBeUndefined();
    expect(await identify(2 ** 30)).toBeUndefined();
  });

  it('asks Windows, whose answer takes long, once for a while, but anew for who wants to end it', async () => {
    let asked = 0;
    const ask = async (): Promise<string> => {
      asked += 1;
      return `2025-09-01T08:11:12.1234567Z|node ${asked}`;
    };
    const look = () => identify(process.pid, 'win32', ask);
    const [first, second] = [await look(), await look()];
    expect(first).toEqual({ started: '2025-09-01T08:11:12.1234567Z', commandLine: 'node 1' });
    expect(second).toEqual(first);
    await isSameProcess(process.pid, '');
    expect((await look())?.commandLine).toBe('node 2');
    expect(await identify(2 ** 30, 'win32', ask)).toBeUndefined();
    expect(asked).toBe(2);
  });

  it.runIf(process.platform !== 'win32')('asks ps on macOS', async () => {
    const own = await identify(process.pid, 'darwin');
    expect(own?.commandLine).toContain('node');
    expect(await identify(process.pid, 'darwin')).toEqual(own);
  });
});
