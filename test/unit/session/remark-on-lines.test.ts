import { expect, it, vi } from 'vitest';
import { remarkOnLines } from '../../../src/session/remark-on-lines.ts';

const names = { topics: ['quickstart-events'], groups: [], connectors: [], brokers: [1] };
const describeIt = 'kafka-topics.sh --bootstrap-server localhost:9092 --describe --topic quickstart-event';
const today = { isMuseum: false };

it('tells of the name that is there', async () => {
  expect(await remarkOnLines(async () => names)(describeIt, today)).toEqual([
    'There was no topic quickstart-event when this began; there is a topic quickstart-events, with an extra s.',
  ]);
});

it('does not look where no name is spoken of, and repeats what the line lacks', async () => {
  const look = vi.fn(async () => names);
  const [remark] = await remarkOnLines(look)('kafka-topics.sh --list', today);
  expect(remark).toContain('Perhaps this was meant: kafka-topics.sh --bootstrap-server localhost:9092 --list');
  expect(look).not.toHaveBeenCalled();
});

it('has nothing to say where nobody can look, or not in time', async () => {
  expect(await remarkOnLines(() => Promise.reject(new Error('gone')))(describeIt, today)).toEqual([]);
  expect(await remarkOnLines(() => new Promise(() => {}))(describeIt, today)).toEqual([]);
});
