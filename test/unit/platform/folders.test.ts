import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { folders } from '../../../src/platform/folders.ts';

it('puts everything under KAFKA_LESSONS_HOME, absolute', () => {
  const home = resolve('some', 'home');
  expect(folders({ KAFKA_LESSONS_HOME: join('some', 'home') })).toEqual({
    home,
    cache: join(home, 'cache'),
    environment: join(home, 'environment'),
    workspace: join(home, 'workspace'),
    logs: join(home, 'logs'),
  });
});

it('moves only the downloads by KAFKA_LESSONS_CACHE', () => {
  const moved = folders({ KAFKA_LESSONS_HOME: '/home/of', KAFKA_LESSONS_CACHE: '/cache/of' });
  expect([moved.home, moved.cache]).toEqual([resolve('/home/of'), resolve('/cache/of')]);
});
