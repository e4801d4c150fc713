import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { packFolder } from '../../../src/commands/load-course.ts';
import { tempFolder } from '../../support/temp.ts';
import { capture } from './support.ts';

capture();
let temp: string;
beforeEach(async () => {
  temp = await tempFolder();
  vi.stubEnv('KAFKA_LESSONS_CACHE', join(temp, 'cache'));
  // Nobody listens there.
  vi.stubEnv('npm_config_registry', 'http://127.0.0.1:9/');
  vi.stubEnv('npm_config_cache', join(temp, 'npm'));
  vi.stubEnv('npm_config_fetch_retries', '0');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(temp, { recursive: true, force: true });
});

test('a folder that is spelt wrong is told before what npm says', { timeout: 60_000 }, async () => {
  await expect(packFolder('lesons')).rejects.toMatchObject({
    exitCode: 3,
    explanation: {
      what: 'There is no folder lesons here. npm could not fetch lesons.',
      why: expect.stringMatching(/^Did you mean lessons\? ./),
    },
  });
});
