import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createNativeEngine } from '../../src/engine/native/native-engine.ts';
import type { Finding } from '../../src/engine/types.ts';
import { EnvironmentError } from '../../src/errors.ts';
import { drain } from '../support/broker.ts';
import { type OwnCache, ownCache } from '../support/own-cache.ts';

let own: OwnCache;
beforeEach(async () => {
  own = await ownCache({ filled: false });
});
afterEach(() => own.remove());

const diagnose = (env: NodeJS.ProcessEnv): Promise<readonly Finding[]> =>
  createNativeEngine({ folders: own.folders, env: { ...own.env, ...env } }).diagnose();

it('finds nothing wrong with a machine that has Java and Maven', async () => {
  const findings = await diagnose({});
  expect(findings.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['java', 'maven', 'kafka-missing', 'memory', 'disk', 'broker-absent']),
  );
  expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
});

it('names Java first, with the command that installs it, and starts nothing', async () => {
  const env = { PATH: own.folders.home, JAVA_HOME: '' };
  const [first] = await diagnose(env);
  expect(first).toMatchObject({ id: 'java-missing', level: 'error', fix: expect.stringMatching(/\w/) });
  const engine = createNativeEngine({ folders: own.folders, env: { ...own.env, ...env } });
  await expect(drain(engine.ensure(['broker']))).rejects.toBeInstanceOf(EnvironmentError);
});

it('says so if Java is too old', async () => {
  const home = join(own.folders.home, 'jdk-11');
  await mkdir(join(home, 'bin'), { recursive: true });
  await writeFile(join(home, 'release'), 'JAVA_VERSION="11.0.2"\n');
  await writeFile(join(home, 'bin', 'java'), '');
  await chmod(join(home, 'bin', 'java'), 0o755);
  const [first] = await diagnose({ PATH: own.folders.home, JAVA_HOME: home });
  expect(first?.id).toBe('java-too-old');
  expect(first?.what).toContain('11');
});

it('tells what interrupted work has left', async () => {
  await mkdir(join(own.folders.cache, 'download-AbCd12'), { recursive: true });
  expect(await diagnose({})).toContainEqual(expect.objectContaining({ id: 'leftover', level: 'warning' }));
});
