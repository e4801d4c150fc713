import { describe, expect, it } from 'vitest';
import { boardReport } from '../../../src/session/board-report.ts';
import type { JournalEntry } from '../../../src/session/journal.ts';

const panel = (id: string) => ({
  id,
  title: `The ${id}`,
  symptom: `No\n${id}.`,
  report: `${id} was away.`,
  checks: [],
});
const board = [panel('a'), panel('b')];
const begin = Date.parse('2026-01-02T03:04:05.000Z');
type What = JournalEntry extends infer Entry ? (Entry extends JournalEntry ? Omit<Entry, 'at'> : never) : never;
const at = (seconds: number, what: What): JournalEntry =>
  ({ at: new Date(begin + seconds * 1000).toISOString(), ...what }) as JournalEntry;
const report = (...entries: readonly JournalEntry[]): string =>
  boardReport({ title: 'Night', board, entries: [at(0, { type: 'setup' }), ...entries] });
const shown = (seconds: number, id: string, state: 'broken' | 'mended') =>
  at(seconds, { type: 'panel', panel: id, state });
const said = (seconds: number, id: string, say: string) => at(seconds, { type: 'mistake', panel: id, say });

describe('the report', () => {
  it('says what was broken, what was done, and how long it took', () => {
    const text = report(
      shown(1, 'a', 'broken'),
      shown(1, 'b', 'broken'),
      at(7, { type: 'command', run: 1, line: 'look', typed: true }),
      at(8, { type: 'ended', run: 1, exit: 0 }),
      at(20, { type: 'hint' }),
      at(65, { type: 'command', run: 2, line: 'mend  |  it', typed: true }),
      at(66, { type: 'ended', run: 2, exit: 3 }),
      shown(70, 'b', 'mended'),
      at(3700, { type: 'command', run: 3, line: 'last', typed: true }),
      shown(3725, 'a', 'mended'),
      at(3725, { type: 'passed' }),
      at(3726, { type: 'ended', run: 3, exit: 1 }),
      at(4000, { type: 'command', run: 4, line: 'later', typed: true }),
    );
    expect(text).toBe(`# Night: report

Begun 2026-01-02 03:04 UTC, all of it mended after 1 h 2 min 5 s.
With 1 hint.

## What was broken

### 1. The a

- Seen: No a.
- Cause: a was away.
- Mended after 1 h 2 min 5 s.

### 2. The b

- Seen: No b.
- Cause: b was away.
- Mended after 1 min 10 s.

## What you did

\`\`\`text
   0:07  look
   1:05  mend | it   [exit code 3]
1:01:40  last
\`\`\`

What was done in another terminal or shell is not seen here.

## What was noticed on the way

Nothing went wrong.
`);
  });

  it('tells mistakes once, and what broke again; the last mending counts', () => {
    const text = report(
      shown(1, 'a', 'broken'),
      said(5, 'a', 'Too far.'),
      said(6, 'a', 'Too far.'),
      shown(10, 'a', 'mended'),
      shown(20, 'a', 'broken'),
      said(21, 'a', 'Too near.'),
      shown(30, 'a', 'mended'),
      // the program was started anew
      shown(40, 'a', 'mended'),
      at(50, { type: 'passed' }),
    );
    expect(text).toContain('- Mended after 30 s.');
    expect(text).toContain(
      '- 0:05 The a: Too far.\n- 0:20 The a: it was mended, and broke again.\n- 0:21 The a: Too near.\n',
    );
  });

  it('knows a command of another start of the program from one with the same number', () => {
    const text = report(
      at(1, { type: 'command', run: 1, line: 'quit while it ran', typed: true }),
      at(9, { type: 'command', run: 1, line: 'stopped', typed: true }),
      at(9, { type: 'ended', run: 1, exit: null }),
      at(10, { type: 'passed' }),
    );
    expect(text).toContain('0:01  quit while it ran\n   0:09  stopped   [stopped]\n');
  });

  it('of nothing that was seen says so', () => {
    const text = report(at(3, { type: 'passed' }));
    expect(text).toContain('Without a hint.');
    expect(text).toContain('- Mended while nobody looked.');
    expect(text).toContain('No command was typed in kafka-lessons.');
  });
});
