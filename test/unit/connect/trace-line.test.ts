import { expect, test } from 'vitest';
import { traceLine } from '../../../src/connect/trace-line.ts';

test.each([
  ['org.apache.kafka.connect.errors.ConnectException: No file\n\tat a.b.C.d(C.java:1)\n', 'ConnectException: No file'],
  [
    'org.apache.kafka.connect.errors.ConnectException: Exiting\n\tat a.b.C\nCaused by: java.lang.RuntimeException: x\n\tat y\nCaused by: java.sql.SQLException: Access denied\n\t... 3 more',
    'ConnectException: Exiting (Caused by: SQLException: Access denied)',
  ],
  ['a.b.SomeException: one thing\nCaused by: c.d.OtherException: one thing', 'SomeException: one thing'],
  ['\u001b[31mplain words\u001b[0m\r\n', 'plain words'],
  ['', ''],
])('%j', (trace, line) => {
  expect(traceLine(trace)).toBe(line);
});

test('is one line of at most 200 characters, however long the trace', () => {
  const line = traceLine(`a.B: ${'x'.repeat(500)}\nCaused by: c.D: ${'y'.repeat(500)}`);
  expect(line).toHaveLength(200);
  expect(line).toMatch(/^B: x+\.\.\. \(Caused by: D: y+\.\.\.\)$/);
});
