import { describe, expect, it } from 'vitest';
import { Unreachable } from '../../../src/check/unreachable.ts';
import { EnvironmentError } from '../../../src/errors.ts';
import type { SessionEvent } from '../../../src/session/events.ts';
import { keepServices } from '../../../src/session/services.ts';
import { bench, gate } from './support.ts';

async function keep() {
  const { world, deps } = await bench([]);
  const events: SessionEvent[] = [];
  const services = keepServices(deps, (event) => events.push(event));
  const states = () => events.flatMap((event) => (event.type === 'service' ? [event.state] : []));
  const notices = () => events.flatMap((event) => (event.type === 'notice' ? [event.text] : []));
  return { world, deps, services, states, notices };
}

describe('bringing services up', () => {
  it('tells what the system refused as a failure of the service, with what to do', async () => {
    const { world, services, states } = await keep();
    world.ensure = async function* () {
      yield { service: 'broker', phase: 'checking' };
      throw Object.assign(new Error('no'), { code: 'EACCES', path: '/home/me/environment', syscall: 'mkdir' });
    };
    await expect(services.require(['broker'])).rejects.toThrow('no');
    expect(states().at(-1)).toMatchObject({
      state: 'failed',
      explanation: { what: 'This cannot be written: /home/me/environment', why: 'You may not write there.' },
    });
  });

  it('is done once for everybody who asks meanwhile', async () => {
    const { world, services } = await keep();
    const up = gate();
    world.ensure = async function* () {
      await up.opened;
      yield { service: 'broker', phase: 'ready' };
    };
    const all = [services.require(['broker']), services.require(['broker'])];
    up.open();
    await Promise.all(all);
    expect(world.ensured).toBe(1);
    await services.require(['broker']);
    expect(world.ensured).toBe(2);
  });

  it('needs no engine where a lesson needs no service', async () => {
    const { world, services } = await keep();
    await services.require([]);
    expect(world.ensured).toBe(0);
  });

  it('tells how far it is, and then the address', async () => {
    const { world, services, states } = await keep();
    world.ensure = async function* () {
      yield { service: 'broker', phase: 'checking' };
      yield { service: 'broker', phase: 'downloading', done: 1, total: 2 };
      yield { service: 'broker', phase: 'ready' };
    };
    await services.require(['broker']);
    expect(states()).toEqual([
      { state: 'starting', progress: { service: 'broker', phase: 'checking' } },
      { state: 'starting', progress: { service: 'broker', phase: 'downloading', done: 1, total: 2 } },
      { state: 'up', address: '127.0.0.1:19092' },
    ]);
    world.ensure = async function* () {
      yield { service: 'broker', phase: 'checking' };
      yield { service: 'broker', phase: 'ready' };
    };
    await services.require(['broker']);
    expect(states()).toHaveLength(3);
  });

  it('tells what failed, to the views and to who asked', async () => {
    const { world, services, states } = await keep();
    const explanation = { what: 'No Java.', next: 'install it' };
    world.ensure = () => {
      throw new EnvironmentError(explanation);
    };
    expect(services.haveFailed(['broker'])).toBe(false);
    await expect(services.require(['broker'])).rejects.toBeInstanceOf(EnvironmentError);
    expect(states()).toEqual([{ state: 'failed', explanation }]);
    expect(services.haveFailed(['broker'])).toBe(true);
  });
});

describe('looking', () => {
  it('tells that a service has died, and that it was started again', async () => {
    const { world, services, states, notices } = await keep();
    await services.require(['broker']);
    world.service = 'stopped';
    await services.look();
    await services.look();
    expect(states().map(({ state }) => state)).toEqual(['up', 'down']);
    expect(notices()).toEqual([]);
    await services.require(['broker']);
    expect(states().map(({ state }) => state)).toEqual(['up', 'down', 'up']);
    expect(notices()).toHaveLength(1);
    expect(notices()[0]).toContain('running again');
  });

  it('sees what was started elsewhere', async () => {
    const { services, states } = await keep();
    await services.look();
    expect(states().map(({ state }) => state)).toEqual(['up']);
  });

  it('tells which brokers of a cluster have died, once, and that they are back', async () => {
    const { deps, services, states } = await keep();
    const engine = deps.engine as { status: typeof deps.engine.status };
    const see = async (...running: readonly number[]) => {
      const state = (node: number) => (running.includes(node) ? 'running' : 'stopped');
      const nodes = [1, 2, 3].map((node) => ({ node, state: state(node) }) as const);
      engine.status = async () => [{ service: 'cluster', state: state(1), nodes }];
      await services.look();
      await services.look();
    };
    await see(1, 2, 3);
    await see(1, 3);
    await see(3);
    await see();
    await see(1, 2, 3);
    const up = { state: 'up', address: '127.0.0.1:19092' };
    expect(states()).toEqual([
      up,
      { ...up, brokers: { count: 3, missing: ['broker-2'] } },
      { state: 'down', brokers: { count: 3, missing: ['broker-1', 'broker-2'] } },
      { state: 'down', brokers: { count: 3, missing: ['broker-1', 'broker-2', 'broker-3'] } },
      up,
    ]);
  });

  it('does not miss a broker that is just being started', async () => {
    const { deps, services, states } = await keep();
    const engine = deps.engine as { status: typeof deps.engine.status };
    const nodes = [1, 2].map((node) => ({ node, state: node === 1 ? 'running' : 'starting' }) as const);
    engine.status = async () => [{ service: 'cluster', state: 'running', nodes }];
    await services.look();
    expect(states()).toEqual([{ state: 'up', address: '127.0.0.1:19092' }]);
  });

  it('believes nothing it saw before services were brought up', async () => {
    const { world, deps, services, states } = await keep();
    await services.require(['broker']);
    const seen = gate();
    const engine = deps.engine as { status: typeof deps.engine.status };
    engine.status = async () => {
      await seen.opened;
      return [{ service: 'broker', state: 'stopped' }];
    };
    const looking = services.look();
    await services.require(['broker']);
    seen.open();
    await looking;
    expect(world.ensured).toBe(2);
    expect(states().map(({ state }) => state)).toEqual(['up']);
  });
});

describe('the reader of the cluster', () => {
  it('is one for all, also for those who ask at the same time', async () => {
    const { world, services } = await keep();
    const readers = await Promise.all([1, 2, 3].map(() => services.cluster(['broker'])));
    expect(new Set(readers).size).toBe(1);
    expect(world.openReaders).toBe(1);
    await services.close();
    expect(world.openReaders).toBe(0);
  });

  it('is another one when the address has changed, and the former is closed', async () => {
    const { world, services } = await keep();
    const before = await services.cluster(['broker']);
    world.port = 29092;
    expect(await services.cluster(['broker'])).not.toBe(before);
    expect(world.openReaders).toBe(1);
    await services.close();
  });

  it('is kept beside that of another service', async () => {
    const { world, deps, services } = await keep();
    const asked: string[] = [];
    (deps.engine as { address: typeof deps.engine.address }).address = async (service) => {
      asked.push(service);
      return { host: '127.0.0.1', port: service === 'museum' ? 19093 : 19092 };
    };
    const mine = await services.cluster(['cluster', 'museum']);
    expect(await services.cluster(['museum'])).not.toBe(mine);
    expect(await services.cluster(['cluster', 'museum'])).toBe(mine);
    expect(asked).toEqual(['cluster', 'museum', 'cluster']);
    expect(world.openReaders).toBe(2);
    await services.close();
    expect(world.openReaders).toBe(0);
  });

  it('is opened again after it could not be', async () => {
    const { deps, services } = await keep();
    const real = deps.openCluster;
    const mutable = deps as { openCluster: typeof deps.openCluster };
    mutable.openCluster = () => Promise.reject(new Unreachable('the broker'));
    await expect(services.cluster(['broker'])).rejects.toBeInstanceOf(Unreachable);
    mutable.openCluster = real;
    await expect(services.cluster(['broker'])).resolves.toBeDefined();
    await services.close();
  });

  it('is nowhere before the service was ever started', async () => {
    const { deps, services } = await keep();
    (deps.engine as { address: typeof deps.engine.address }).address = async () => undefined;
    await expect(services.cluster(['broker'])).rejects.toThrow('never started');
  });
});
