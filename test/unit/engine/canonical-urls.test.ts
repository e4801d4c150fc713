import { expect, test } from 'vitest';
import { mapUrl } from '../../../src/engine/canonical-urls.ts';

const ports = new Map([[8083, 18083]]);

test.each([
  ['http://localhost:8083/connectors?expand=status', 'http://127.0.0.1:18083/connectors?expand=status'],
  ['localhost:8083', '127.0.0.1:18083'],
  ['127.0.0.1:8083/connectors', '127.0.0.1:18083/connectors'],
  ['HTTP://LOCALHOST:8083', 'HTTP://127.0.0.1:18083'],
  ['http://localhost:80830/', 'http://localhost:80830/'],
  ['http://localhost:8084/', 'http://localhost:8084/'],
  ['http://example.org:8083/', 'http://example.org:8083/'],
  ['{"url":"localhost:8083"}', '{"url":"localhost:8083"}'],
  ['-X', '-X'],
])('%s', (written, real) => {
  expect(mapUrl(written, ports)).toBe(real);
});

test('a port that is the same on this machine stays as it was written', () => {
  expect(mapUrl('http://localhost:8083/', new Map([[8083, 8083]]))).toBe('http://localhost:8083/');
  expect(mapUrl('http://localhost:8083/', new Map())).toBe('http://localhost:8083/');
});
