import { expect, it } from 'vitest';
import { readCompose } from '../../../../src/command/own/read-compose.ts';

const read = (line: string) => readCompose(line.split(' '));

it.each(['compose -f a.yaml up -d', 'compose --file a.yaml up --detach', 'compose --file=a.yaml up -d'])(
  '%s',
  (line) => {
    expect(read(line)).toEqual({ file: 'a.yaml', verb: 'up' });
  },
);

it('takes down', () => {
  expect(read('compose -f a.yaml down')).toEqual({ file: 'a.yaml', verb: 'down' });
});

it.each([
  'ps',
  'compose up -d',
  'compose -f a.yaml up',
  'compose -f a.yaml up -d kafka',
  'compose -f a.yaml down -v',
  'compose -f a.yaml logs',
  'compose -f a.yaml -f b.yaml up -d',
])('leaves %s to docker', (line) => {
  expect(read(line)).toBeUndefined();
});
