import { describe, expect, it } from 'vitest';
import { missingService, ownServices, servicesOf, stepHere } from '../../../src/course/index.ts';
import type { Assertion } from '../../../src/lesson/types.ts';
import { runStep, sh } from '../session/support.ts';
import { lesson } from './support.ts';

const old = runStep('old', [], { runs: [sh('kafka-topics.sh --list', { at: 'museum' })] });
const looks: Assertion = { subject: 'topic', topic: 'antique', at: 'museum', exists: true };
const checked = runStep('checked', 'echo', { checks: [looks] });
const plain = runStep('plain', 'echo');

describe('what a step needs beside its lesson', () => {
  it('is what its blocks and checks name', () => {
    expect([old, checked, plain].map(ownServices)).toEqual([['museum'], ['museum'], []]);
  });
  it('comes after the services of the lesson', () => {
    expect(servicesOf(lesson('a', [old], { services: ['broker'] }), old)).toEqual(['broker', 'museum']);
  });
});

describe('a step where a service cannot be had', () => {
  it('is there to be read', () => {
    expect(missingService(old, ['broker'])).toBe('museum');
    expect(stepHere(old, ['broker'])).toMatchObject({
      id: 'old',
      kind: 'reading',
      runs: [],
      checks: [],
      hash: old.hash,
    });
  });
  it('is itself where it can', () => {
    expect(stepHere(old, ['broker', 'museum'])).toBe(old);
    expect(stepHere(plain, [])).toBe(plain);
  });
});
