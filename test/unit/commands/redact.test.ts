import { expect, it } from 'vitest';
import { redact, redactAll } from '../../../src/commands/redact.ts';

const minji = { home: '/home/minji', user: 'minji' };

it('says ~ for the home folder and USER for the user, also on other systems', () => {
  expect(redact('Maven (/home/minji/.sdk/mvn), java of minji', minji)).toBe('Maven (~/.sdk/mvn), java of USER');
  expect(redact('/home/minji2/x and /home/minji', minji)).toBe('/home/USER/x and ~');
  const windows = { home: 'C:\\Users\\Min Ji', user: 'Min Ji' };
  expect(redact('C:\\Users\\Min Ji\\AppData c:/users/min ji/x', windows)).toBe('~\\AppData ~/x');
  expect(redact('/Users/other/Library', minji)).toBe('/Users/USER/Library');
  expect(redact('DESKTOP\\minji owns it; reminjied', minji)).toBe('DESKTOP\\USER owns it; reminjied');
});

it('leaves the words of our own sentences to who is called by one', () => {
  const root = { home: '/root', user: 'root' };
  expect(redact('Its socket is for root and the group docker (/root/.docker)', root)).toBe(
    'Its socket is for root and the group docker (~/.docker)',
  );
  expect(redact('/a/b', { home: '/', user: '' })).toBe('/a/b');
});

it.each([
  ['DOCKER_HOST is ssh://me:pw@other', 'DOCKER_HOST is ssh://***@other'],
  ['proxy https://name:s3cret@proxy.example:3128/', 'proxy https://***@proxy.example:3128/'],
  ['MARIADB_ROOT_PASSWORD=hunter2 next', 'MARIADB_ROOT_PASSWORD=*** next'],
  ['"password": "a b c", "x": 1', '"password": ***, "x": 1'],
  ['mvn --token abc123 -B', 'mvn --token *** -B'],
  ['Authorization: Bearer abcdefgh12345678', 'Authorization: Bearer ***'],
  ['GITHUB_TOKEN=x', 'GITHUB_TOKEN=***'],
  ['used ghp_0123456789abcdefghij here', 'used *** here'],
  ['AWS_SECRET_ACCESS_KEY: abc/def', 'AWS_SECRET_ACCESS_KEY: ***'],
])('hides the secret of: %s', (text, clean) => {
  expect(redact(text, minji)).toBe(clean);
});

it('leaves addresses, images and versions alone', () => {
  const text = 'apache/kafka:4.3.1 at 127.0.0.1:9092, Docker 28.2.2 (pid 12), bootstrap=localhost:9092';
  expect(redact(text, minji)).toBe(text);
});

it('goes through a whole document', () => {
  expect(redactAll({ a: ['/home/minji', { b: 1, c: null, d: true }] }, minji)).toEqual({
    a: ['~', { b: 1, c: null, d: true }],
  });
});
