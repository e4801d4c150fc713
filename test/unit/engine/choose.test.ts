import { expect, it } from 'vitest';
import { chooseEngine, type EngineProbes, type EngineReason, reasonText } from '../../../src/engine/choose.ts';
import type { DockerProblem } from '../../../src/engine/docker/diagnose-ask.ts';
import type { Finding } from '../../../src/engine/types.ts';
import { exitCodes, UserError } from '../../../src/errors.ts';

const noJava: Finding = { id: 'java-missing', level: 'error', what: 'Java is missing.' };
const notRunning: DockerProblem = { kind: 'not-running' };

const machine = (docker?: DockerProblem, native?: Finding): EngineProbes => ({
  docker: async () => docker,
  native: async () => native,
});
const unseen: EngineProbes = {
  docker: () => Promise.reject(new Error('looked at Docker')),
  native: () => Promise.reject(new Error('looked at Java')),
};

it('takes what is asked for, the option before the variable, and what is remembered, without a look at the machine', async () => {
  expect(await chooseEngine({ option: 'native', variable: 'docker', remembered: 'docker' }, unseen)).toEqual({
    engine: 'native',
    reason: { kind: 'asked-by-option' },
  });
  expect(await chooseEngine({ variable: 'docker', remembered: 'native' }, unseen)).toEqual({
    engine: 'docker',
    reason: { kind: 'asked-by-variable' },
  });
  expect(await chooseEngine({ remembered: 'docker' }, unseen)).toEqual({
    engine: 'docker',
    reason: { kind: 'remembered' },
  });
});

it('takes Docker if it can be used, whatever Java says', async () => {
  expect(await chooseEngine({}, { ...unseen, docker: async () => undefined })).toEqual({
    engine: 'docker',
    reason: { kind: 'docker-answers' },
  });
});

it('takes native without Docker, and knows both reasons where neither is ready', async () => {
  expect(await chooseEngine({ variable: '' }, machine(notRunning))).toEqual({
    engine: 'native',
    reason: { kind: 'without-docker', docker: notRunning },
  });
  expect((await chooseEngine({}, machine(notRunning, noJava))).reason).toEqual({
    kind: 'neither',
    docker: notRunning,
    native: noJava,
  });
});

it('takes any other name for wrong usage and says which was meant', async () => {
  const refusal = await chooseEngine({ option: 'dokcer' }, unseen).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(UserError);
  expect(refusal).toMatchObject({
    exitCode: exitCodes.usage,
    explanation: { next: expect.stringContaining('docker') },
  });
  await expect(chooseEngine({ variable: 'podman' }, unseen)).rejects.toBeInstanceOf(UserError);
});

it('says why in a few words', () => {
  const reasons: EngineReason[] = [
    { kind: 'asked-by-option' },
    { kind: 'asked-by-variable' },
    { kind: 'remembered' },
    { kind: 'docker-answers' },
    { kind: 'without-docker', docker: { kind: 'compose-missing' } },
    { kind: 'neither', docker: notRunning, native: noJava },
  ];
  const texts = reasons.map(reasonText);
  expect(new Set(texts).size).toBe(reasons.length);
  expect(texts[4]).toContain('compose');
  for (const text of texts) expect(text.length).toBeLessThan(50);
});
