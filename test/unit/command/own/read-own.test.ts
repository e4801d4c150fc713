import { describe, expect, it } from 'vitest';
import { checkLine } from '../../../../src/command/check-line.ts';
import { type OwnCall, readOwn } from '../../../../src/command/own/read-own.ts';

const problemOf = (line: string) => {
  const read = readOwn(line.split(' ').filter(Boolean));
  if (read.ok) throw new Error(`${line} was understood`);
  return read.problem;
};

describe('kafka-lessons in a lesson', () => {
  it.each<[string, OwnCall]>([
    ['stop broker-2', { verb: 'stop', target: 'broker-2' }],
    ['kill broker-3', { verb: 'kill', target: 'broker-3' }],
    ['start broker-1', { verb: 'start', target: 'broker-1' }],
    ['stop connect', { verb: 'stop', target: 'connect' }],
    ['watch topic orders', { verb: 'watch', subject: 'topic', name: 'orders' }],
    ['watch group desk', { verb: 'watch', subject: 'group', name: 'desk' }],
    ['properties etc/x.properties', { verb: 'properties', file: 'etc/x.properties' }],
    ['probe localhost:9192', { verb: 'probe', address: 'localhost:9192' }],
  ])('%s', (line, call) => {
    expect(readOwn(line.split(' '))).toEqual({ ok: true, call });
  });

  it('keeps the controller, and says why', () => {
    for (const verb of ['stop', 'kill']) {
      expect(problemOf(`${verb} broker-1`)).toMatchObject({
        what: expect.stringContaining('broker-1 has to stay up'),
        why: expect.stringContaining('controller'),
        next: `kafka-lessons ${verb} broker-2`,
      });
    }
  });

  it.each([
    ['stop brokr-2', 'broker-2'],
    // broker-1 would be refused next.
    ['stop broker-9', 'broker-2'],
    ['kill broker-11', 'broker-2'],
    ['start broker-9', 'broker-1'],
    ['stopp broker-2', 'stop'],
    ['watch topics orders', 'topic'],
  ])('%s: did you mean %s?', (line, meant) => {
    expect(problemOf(line).next).toBe(`Did you mean ${meant}?`);
  });

  it.each([
    '',
    'up',
    'stop',
    'stop broker-2 broker-3',
    'stop broker-4',
    'watch',
    'watch topic',
    'probe',
    'probe x',
    'properties',
    'properties a b',
  ])('refuses «%s» with something to do next', (line) => {
    const { what, next } = problemOf(line);
    expect(what).not.toBe('');
    expect(next).toMatch(/\w/);
  });

  it("is looked at when a lesson is read, at the tool's column", () => {
    expect(checkLine('kafka-lessons stop broker-2')).toBeUndefined();
    expect(checkLine('kafka-lessons stop broker-9')).toMatchObject({ column: 1 });
    expect(checkLine('echo x | kafka-lessons fly')).toMatchObject({ column: 10 });
  });

  it('is understood as npx starts it', () => {
    expect(checkLine('npx kafka-lessons kill broker-2')).toBeUndefined();
  });
});
