import { expect, it } from 'vitest';
import { type Layers, parsePullLine, sumOf, withLine } from '../../../../src/engine/docker/pull-progress.ts';

const after = (...lines: string[]): Layers =>
  lines.reduce<Layers>((layers, text) => {
    const line = parsePullLine(text);
    return line ? withLine(layers, line) : layers;
  }, new Map());

const downloading = (id: string, current: number, total: number): string =>
  JSON.stringify({ status: 'Downloading', progressDetail: { current, total }, progress: '[==>  ]', id });

it('adds up the layers whose download has begun', () => {
  const lines = [
    '{"status":"Pulling from apache/kafka","id":"4.3.1"}',
    '{"status":"Pulling fs layer","progressDetail":{},"id":"aaa"}',
    '{"status":"Already exists","progressDetail":{},"id":"old"}',
    downloading('aaa', 10, 100),
    downloading('bbb', 5, 50),
    downloading('aaa', 40, 100),
  ];
  expect(sumOf(after(...lines))).toEqual({ done: 45, total: 150 });
});

it('counts a layer that is complete in full, and does not count what is unpacked', () => {
  const lines = [
    downloading('aaa', 90, 100),
    '{"status":"Download complete","progressDetail":{},"id":"aaa"}',
    '{"status":"Extracting","progressDetail":{"current":3,"total":100},"id":"aaa"}',
  ];
  expect(sumOf(after(...lines))).toEqual({ done: 100, total: 100 });
});

it('reads errors, and passes over what it does not know', () => {
  expect(parsePullLine('{"errorDetail":{"message":"x"},"error":"x"}')?.error).toBe('x');
  expect(parsePullLine('{"message":"no such host"}')?.message).toBe('no such host');
  expect(parsePullLine('half a li')).toBeUndefined();
  expect(parsePullLine('{"status":7}')).toBeUndefined();
});
