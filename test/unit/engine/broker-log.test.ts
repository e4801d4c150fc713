import { describe, expect, it } from 'vitest';
import { causeLine, saysPortTaken } from '../../../src/engine/broker-log.ts';

describe('causeLine', () => {
  it('takes the innermost cause', () => {
    const log = `[2026-01-01 10:00:00,000] ERROR Exiting Kafka due to fatal exception (kafka.Kafka$)
java.lang.RuntimeException: Stored node id 7 doesn't match previous node id 1
	at org.apache.kafka.Some.method(Some.java:1)
Caused by: java.io.IOException: the disk is on fire
	... 3 more
[2026-01-01 10:00:00,001] INFO shutting down (kafka.Kafka)`;
    expect(causeLine(log)).toBe('the disk is on fire');
  });
  it('takes the exception where it has no cause', () => {
    expect(causeLine("ERROR x\njava.lang.RuntimeException: Stored node id 7 doesn't match\n\tat a.b(C.java:1)")).toBe(
      "Stored node id 7 doesn't match",
    );
  });
  it('names the port that was taken', () => {
    const log = `org.apache.kafka.common.KafkaException: Socket server failed to bind to 127.0.0.1:9092: Address already in use.
Caused by: java.net.BindException: Address already in use`;
    expect(causeLine(log)).toBe('Socket server failed to bind to 127.0.0.1:9092: Address already in use.');
    expect(saysPortTaken(log)).toBe(true);
  });
  it('prefers a full disk', () => {
    expect(causeLine('java.io.IOException: No space left on device\nCaused by: x.Y: other')).toBe(
      'No space left on device',
    );
  });
  it('passes on what the JVM itself said', () => {
    expect(
      causeLine('Error occurred during initialization of VM\nCould not reserve enough space for object heap\n'),
    ).toBe('Could not reserve enough space for object heap');
    expect(causeLine('Error: Could not find or load main class kafka.Kafka')).toBe(
      'Could not find or load main class kafka.Kafka',
    );
  });
  it('takes what MariaDB says before it gives up', () => {
    const log = `2026-11-26 12:00:00 0 [Note] Starting MariaDB 11.4.5
2026-11-26 12:00:01 0 [ERROR] Can't start server: Bind on TCP/IP port. Got error: 98: Address already in use
2026-11-26 12:00:01 0 [ERROR] Do you already have another server running on port: 3307 ?
2026-11-26 12:00:01 0 [ERROR] Aborting`;
    expect(causeLine(log)).toContain('Bind on TCP/IP port. Got error: 98: Address already in use');
    expect(saysPortTaken(log)).toBe(true);
  });
  it('takes an error of the log without an exception', () => {
    expect(causeLine('[2026-01-01 10:00:00,000] ERROR Cannot become anything (kafka.server.X)\n')).toBe(
      'Cannot become anything',
    );
  });
  it('knows nothing of an empty log', () => expect(causeLine('\n\n')).toBeUndefined());
});
