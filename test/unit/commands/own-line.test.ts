import { expect, test } from 'vitest';
import { ownLine } from '../../../src/commands/own-line.ts';

test('a line is about the pack that was asked for', () => {
  expect(ownLine([])).toBe('kafka-lessons');
  expect(ownLine(['run', 'lag/what-lag-is'])).toBe('kafka-lessons run lag/what-lag-is');
  expect(ownLine(['list'], 'lag-pack')).toBe('kafka-lessons list --pack lag-pack');
  expect(ownLine(['list'], "my cat's pack")).toBe("kafka-lessons list --pack 'my cat'\\''s pack'");
});
