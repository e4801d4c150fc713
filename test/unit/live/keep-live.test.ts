import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepLive, type LivePlace } from '../../../src/live/keep-live.ts';
import type { NoAnswer } from '../../../src/live/look.ts';
import type { LiveKafka, Snapshot } from '../../../src/live/snapshot.ts';
import { kafka, partition, topic } from './support.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const home: LivePlace = {
  kafka: { host: '127.0.0.1', port: 9092 },
  owned: ['orders'],
  usesConnect: true,
  isWhole: true,
};

function bench(place: LivePlace = home) {
  const world = {
    place,
    answer: kafka() as LiveKafka | NoAnswer,
    looks: 0,
    finds: 0,
    opened: [] as string[],
    open: 0,
    connectors: async (): Promise<{ name: string; tasks: [] }[]> => [],
    lose: () => {},
    /** something that happens while a look is under way */
    meanwhile: () => {},
  };
  const told: Snapshot[] = [];
  const live = keepLive({
    find: async () => {
      world.finds += 1;
      return world.place;
    },
    openKafka: async ({ brokers, onLost }) => {
      world.opened.push(brokers.join());
      world.open += 1;
      world.lose = onLost;
      return {
        look: async () => {
          world.looks += 1;
          world.meanwhile();
          return world.answer;
        },
        close: () => {
          world.open -= 1;
        },
      };
    },
    openConnect: async () => ({ up: async () => {}, plugins: async () => [], connectors: () => world.connectors() }),
    publish: (snapshot) => void told.push(snapshot),
    now: Date.now,
  });
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  return { world, told, live, pass };
}

describe('looking at Kafka', () => {
  it('does nothing until somebody watches, and nothing after', async () => {
    const { world, live, pass } = bench();
    live.moved();
    await pass(5_000);
    expect(world).toMatchObject({ finds: 0, looks: 0, opened: [] });
    live.watch(true);
    await pass(0);
    expect(world).toMatchObject({ looks: 1, open: 1 });
    live.watch(false);
    await pass(5_000);
    expect(world).toMatchObject({ looks: 1, open: 0 });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('goes on where another step came on the screen during a look', async () => {
    const { world, live, pass } = bench();
    world.meanwhile = () => {
      world.meanwhile = () => {};
      world.place = { ...home, kafka: { host: '127.0.0.1', port: 9192 } };
      live.moved();
    };
    live.watch(true);
    await pass(1_500);
    expect(world.finds).toBe(2);
    expect(world.opened).toEqual(['127.0.0.1:9092', '127.0.0.1:9192']);
    live.watch(false);
    await pass(0);
  });

  it('looks about every second over one reader, and tells only what is new', async () => {
    const { world, told, live, pass } = bench();
    live.watch(true);
    await pass(3_500);
    expect(world).toMatchObject({ looks: 4, finds: 1, opened: ['127.0.0.1:9092'] });
    expect(told).toHaveLength(1);
    world.answer = kafka({ topics: [topic('orders', partition(0))] });
    await pass(1_000);
    expect(told).toHaveLength(2);
  });

  it('looks at once when a connection is lost', async () => {
    const { world, told, live, pass } = bench();
    live.watch(true);
    await pass(0);
    const readAt = Date.now();
    await pass(300);
    world.answer = 'down';
    world.lose();
    await pass(0);
    expect(told.at(-1)?.kafka).toEqual({
      value: { ...kafka(), brokers: [1, 2, 3].map((id) => ({ id, state: 'down' })) },
      asOf: readAt,
    });
  });

  it('does not repeat that nobody answers, and looks for it elsewhere until it is back', async () => {
    const { world, told, live, pass } = bench();
    live.watch(true);
    await pass(0);
    world.answer = 'down';
    await pass(3_000);
    expect(told).toHaveLength(2);
    world.place = { ...home, kafka: { host: '127.0.0.1', port: 9999 } };
    world.answer = kafka();
    await pass(1_000);
    expect(world.opened).toEqual(['127.0.0.1:9092', '127.0.0.1:9999']);
    expect(world.open).toBe(1);
    expect(told.at(-1)?.kafka).toEqual({ value: kafka() });
  });

  it('tells that nothing runs, and goes on looking', async () => {
    const { world, told, live, pass } = bench({ owned: [], usesConnect: false, isWhole: false });
    live.watch(true);
    await pass(2_500);
    expect(told).toEqual([{ owned: [] }]);
    world.place = home;
    await pass(1_000);
    expect(told.at(-1)).toEqual({ owned: ['orders'], kafka: { value: kafka() } });
  });

  it('looks at once where another step may be about another Kafka', async () => {
    const { world, live, pass } = bench();
    live.watch(true);
    await pass(100);
    live.moved();
    await pass(0);
    expect(world).toMatchObject({ finds: 2, looks: 2 });
  });

  it('looks for a Connect worker that is not there yet until it comes', async () => {
    const { world, told, live, pass } = bench({ ...home, isWhole: false });
    live.watch(true);
    await pass(0);
    expect(told.at(-1)?.connect).toBeUndefined();
    world.place = { ...home, connect: { host: '127.0.0.1', port: 8083 } };
    await pass(2_000);
    expect(told.at(-1)?.connect).toEqual({ value: { worker: '127.0.0.1:8083', connectors: [] } });
    expect(world.finds).toBe(2);
  });

  it('keeps what a Connect worker said when it falls silent', async () => {
    const { world, told, live, pass } = bench({ ...home, connect: { host: '127.0.0.1', port: 8083 } });
    const connectors = [{ name: 'source', tasks: [] as [] }];
    world.connectors = async () => connectors;
    live.watch(true);
    await pass(0);
    const value = { worker: '127.0.0.1:8083', connectors };
    expect(told.at(-1)?.connect).toEqual({ value });
    const readAt = Date.now();
    world.connectors = () => new Promise(() => {});
    await pass(1_000 + 800);
    expect(told.at(-1)?.connect).toEqual({ value });
    await pass(800);
    expect(told.at(-1)?.connect).toEqual({ value, asOf: readAt });
  });

  it('does not take a Connect worker for silent that answers when it is asked again', async () => {
    const { world, told, live, pass } = bench({ ...home, connect: { host: '127.0.0.1', port: 8083 } });
    live.watch(true);
    await pass(0);
    world.connectors = async () => {
      world.connectors = async () => [];
      throw new Error('late');
    };
    await pass(3_000);
    expect(told).toHaveLength(1);
  });

  it('says nothing of a Connect worker that it knows where the lesson has none', async () => {
    const { world, told, live, pass } = bench({ ...home, connect: { host: '127.0.0.1', port: 8083 } });
    live.watch(true);
    await pass(0);
    expect(told.at(-1)?.connect).toBeDefined();
    world.place = { ...home, usesConnect: false };
    live.moved();
    await pass(0);
    expect(told.at(-1)).toEqual({ owned: ['orders'], kafka: { value: kafka() } });
  });

  it('looks once for whoever asks once, and lets go again', async () => {
    const { world, told, live, pass } = bench();
    await live.once();
    await live.once();
    expect(told).toHaveLength(2);
    expect(world.open).toBe(0);
    await pass(5_000);
    expect(world.looks).toBe(2);
  });

  it('survives an engine that cannot say where Kafka is', async () => {
    const { told, live, pass } = bench();
    const broken = keepLive({
      find: () => Promise.reject(new Error('no engine')),
      openKafka: () => Promise.reject(new Error('not asked')),
      openConnect: () => Promise.reject(new Error('not asked')),
      publish: (snapshot) => void told.push(snapshot),
      now: Date.now,
    });
    broken.watch(true);
    await pass(1_500);
    expect(told).toEqual([{ owned: [] }]);
    await broken.close();
    await live.close();
    expect(vi.getTimerCount()).toBe(0);
  });
});
