import { describe, expect, it } from 'vitest';
import { mapAddresses } from '../../../src/engine/canonical-addresses.ts';

const moved = new Map([
  [9092, 40001],
  [9093, 40002],
]);
const map = (...args: string[]): readonly string[] => mapAddresses(args, moved);

describe('mapAddresses', () => {
  it('maps both spellings of the host', () => {
    expect(map('--bootstrap-server', 'localhost:9092')).toEqual(['--bootstrap-server', '127.0.0.1:40001']);
    expect(map('127.0.0.1:9092')).toEqual(['127.0.0.1:40001']);
  });
  it('maps each of a list', () => {
    expect(map('localhost:9092,localhost:9093')).toEqual(['127.0.0.1:40001,127.0.0.1:40002']);
    expect(map('localhost:9092,other:9092')).toEqual(['127.0.0.1:40001,other:9092']);
  });
  it('maps behind an equals sign', () => {
    expect(map('--bootstrap-server=localhost:9092')).toEqual(['--bootstrap-server=127.0.0.1:40001']);
    expect(map('--command-property', 'bootstrap.servers=localhost:9092')).toEqual([
      '--command-property',
      'bootstrap.servers=127.0.0.1:40001',
    ]);
  });
  it('keeps the node behind the addresses of a ZooKeeper', () => {
    expect(map('--zookeeper', 'localhost:9092/kafka')).toEqual(['--zookeeper', '127.0.0.1:40001/kafka']);
    expect(map('zookeeper.connect=localhost:9092,localhost:9093/a/b')).toEqual([
      'zookeeper.connect=127.0.0.1:40001,127.0.0.1:40002/a/b',
    ]);
  });
  it('leaves other hosts, other ports and longer texts alone', () => {
    const others = [
      'kafka:9092',
      'localhost:9999',
      'localhost:90920',
      'say localhost:9092',
      'localhost',
      'http://localhost:9092',
      'localhost:9092/a b',
    ];
    expect(map(...others)).toEqual(others);
  });
  it('leaves the text as it was written where the port did not move', () => {
    expect(mapAddresses(['localhost:9092'], new Map([[9092, 9092]]))).toEqual(['localhost:9092']);
    expect(mapAddresses(['localhost:9092'], new Map())).toEqual(['localhost:9092']);
  });
});
