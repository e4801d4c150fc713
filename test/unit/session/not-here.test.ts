import { describe, expect, it } from 'vitest';
import { createSession } from '../../../src/session/create-session.ts';
import { createHeadless } from '../../../src/session/headless.ts';
import { bench, exists, kafkaLesson, listen, ref, runStep, sh } from './support.ts';

/** A lesson whose second step is done by the museum's tools; the world has only a broker. */
const steps = [
  runStep('one', 'create t', { checks: [exists('t')] }),
  runStep('old', [], { runs: [sh('old tool', { at: 'museum' })], checks: [exists('antique')] }),
  runStep('three', 'three'),
];
const given = () => bench([kafkaLesson('a', steps, ['t'])]);

describe('a step whose service this engine does not have', () => {
  it('is read in the app: nothing is run, and it is passed', async () => {
    const { world, deps } = await given();
    const session = createSession(deps);
    const told = listen(session.subscribe);
    session.open(ref('a/old'));
    expect(await session.perform()).toBe('passed');
    expect(world.lines).toEqual([]);
    expect(told.checks()).toEqual([]);
    await session.close();
  });

  it('is skipped without a screen, and not looked at', async () => {
    const { world, deps } = await given();
    const headless = createHeadless(deps);
    expect(await headless.solve(ref('a/old'))).toMatchObject({ status: 'not-here', runs: [], checks: [] });
    expect(world.records.steps['a/old']?.status).toBe('skipped');
    expect(await headless.look(ref('a/old'))).toMatchObject({ status: 'skipped', assertions: [] });
    await headless.close();
  });

  it('is left out where steps before another one are performed again', async () => {
    const { world, deps } = await given();
    const headless = createHeadless(deps);
    expect(await headless.solve(ref('a/three'))).toMatchObject({ status: 'passed' });
    expect(world.lines).toEqual(['create t', 'three']);
    await headless.close();
  });

  it('is performed by an engine that has it, told whose tools are meant', async () => {
    const { world, deps } = await given();
    const headless = createHeadless({
      ...deps,
      chosen: async () => ({ kind: 'native', because: 'a test', services: ['broker', 'museum'] }),
    });
    world.topics.add('antique');
    expect(await headless.solve(ref('a/old'))).toMatchObject({ status: 'passed' });
    expect(world.runs.at(-1)).toMatchObject({ line: 'old tool', options: { at: 'museum' } });
    await headless.close();
  });
});
