import { describe, expect, it } from 'vitest';
import { parseGreeting } from '../../../src/engine/ask-mariadb.ts';

const packet = (payload: Buffer, sequence = 0): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUIntLE(payload.length, 0, 3);
  head[3] = sequence;
  return Buffer.concat([head, payload]);
};

describe('parseGreeting', () => {
  it('reads the version, without the one for old clients', () => {
    const rest = Buffer.from([0, 1, 0, 0, 0]);
    const greeting = (version: string) => packet(Buffer.concat([Buffer.from([10]), Buffer.from(version), rest]));
    expect(parseGreeting(greeting('11.4.5-MariaDB-log'))).toBe('11.4.5-MariaDB-log');
    expect(parseGreeting(greeting('5.5.5-10.11.19-MariaDB'))).toBe('10.11.19-MariaDB');
  });
  it('takes nothing else for a server that can be used', () => {
    const tooMany = packet(Buffer.concat([Buffer.from([0xff, 0x10, 0x04]), Buffer.from('Too many connections\0')]));
    expect(parseGreeting(tooMany)).toBeUndefined();
    expect(parseGreeting(Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n'))).toBeUndefined();
    expect(parseGreeting(packet(Buffer.from([10, 49])))).toBeUndefined();
  });
});
