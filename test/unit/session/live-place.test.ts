import { describe, expect, it, vi } from 'vitest';
import type { ServiceName } from '../../../src/lesson/types.ts';
import { createSession } from '../../../src/session/create-session.ts';
import { livePlace } from '../../../src/session/live-place.ts';
import { lesson, step } from '../course/support.ts';
import { kafka } from '../live/support.ts';
import { bench, kafkaLesson, listen, ref } from './support.ts';

/** An engine in which these services have an address. */
async function engineWith(ports: Readonly<Partial<Record<ServiceName, number>>>) {
  const { deps } = await bench([]);
  const address = async (service: ServiceName) => {
    const port = ports[service];
    return port === undefined ? undefined : { host: '127.0.0.1', port };
  };
  return { engine: { ...deps.engine, address } };
}
const of = (...services: readonly ServiceName[]) => lesson('a', [step('one')], { services });
const at = (port: number) => ({ host: '127.0.0.1', port });

describe('where the live view looks', () => {
  it('is the Kafka of the lesson', async () => {
    const deps = await engineWith({ broker: 1, cluster: 2, museum: 3 });
    expect((await livePlace(deps, of('cluster'))).kafka).toEqual(at(2));
    expect((await livePlace(deps, of('museum'))).kafka).toEqual(at(3));
  });

  it('is the Kafka that runs where the lesson has none, or its own has not got the place', async () => {
    expect((await livePlace(await engineWith({ cluster: 2 }), of())).kafka).toEqual(at(2));
    expect((await livePlace(await engineWith({ cluster: 2 }), of('broker'))).kafka).toEqual(at(2));
    expect(await livePlace(await engineWith({}), of('broker'))).toEqual({
      owned: [],
      usesConnect: false,
      isWhole: false,
    });
    expect(await livePlace(await engineWith({}))).toEqual({ owned: [], usesConnect: false, isWhole: false });
  });

  it('is a Connect worker too, where the lesson has one', async () => {
    const deps = await engineWith({ broker: 1, connect: 8 });
    expect((await livePlace(deps, of('broker', 'connect'))).connect).toEqual(at(8));
    expect((await livePlace(deps, of('broker'))).connect).toBeUndefined();
    const alone = await engineWith({ broker: 1 });
    expect(await livePlace(alone, of('broker', 'connect'))).toMatchObject({
      kafka: at(1),
      usesConnect: true,
      isWhole: false,
    });
    expect(await livePlace(alone, of('broker'))).toMatchObject({ isWhole: true });
  });
});

describe('a session', () => {
  it('tells how Kafka looks while somebody watches, and closes what it opened', async () => {
    const { deps } = await bench([kafkaLesson('a', [step('one')])]);
    let open = 0;
    const session = createSession({
      ...deps,
      openLive: async () => {
        open += 1;
        return {
          look: async () => kafka(),
          close: () => {
            open -= 1;
          },
        };
      },
    });
    const told = listen(session.subscribe);
    session.open(ref('a/one'));
    session.watchLive(true);
    await vi.waitFor(() => expect(told.of('live')).toHaveLength(1));
    expect(open).toBe(1);
    await session.close();
    expect(open).toBe(0);
  });
});
