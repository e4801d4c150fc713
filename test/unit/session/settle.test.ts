import { expect, it } from 'vitest';
import type { Assertion } from '../../../src/lesson/types.ts';
import { settleMs } from '../../../src/session/perform-step.ts';

const topic: Assertion = { subject: 'topic', topic: 't', exists: true };
const group: Assertion = { subject: 'group', group: 'g', state: 'Stable' };

it('waits longer for what comes round after its command has ended', () => {
  expect(settleMs({ services: ['broker'] }, [topic])).toBe(5000);
  expect(settleMs({ services: ['broker'] }, [topic, group])).toBe(20_000);
  expect(settleMs({ services: ['broker', 'connect'] }, [topic])).toBe(20_000);
  expect(settleMs({ services: ['cluster'] }, [topic])).toBe(20_000);
});
