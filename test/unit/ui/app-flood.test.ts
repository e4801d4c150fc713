import { describe, expect, it } from 'vitest';
import { esc, numbers, start } from './support/app.ts';
import { phase, runOf } from './support/states.ts';

describe('a flood of output', () => {
  it('leaves the keys alive and shows its end', async () => {
    const { terminal, session } = await start();
    session.emit(phase('create', 'running'), ...runOf(1, 'create', ['begin']));
    await terminal.untilText('begin');
    let slowest = 0;
    for (let at = 0; at < 100_000; at += 1_000) {
      const started = performance.now();
      for (let line = at; line < at + 1_000; line += 10) {
        const lines = numbers(10, line).map((text) => ({
          stream: 'stdout' as const,
          text: `${text} ${'x'.repeat(60)}`,
        }));
        session.emit({ type: 'output', run: 1, lines, partial: '' });
      }
      if (at === 50_000) terminal.type('?');
      await new Promise((resolve) => setImmediate(resolve));
      slowest = Math.max(slowest, performance.now() - started);
      if (at === 55_000) await terminal.untilText('Keys ──');
    }
    terminal.type(esc);
    await terminal.untilText('line 99999');
    // No turn of the event loop is long enough for a person to notice a dead key.
    expect(slowest).toBeLessThan(500);
  });

  it('tells what is new once the learner has scrolled away', async () => {
    const { terminal, session } = await start();
    session.emit(phase('create', 'running'), ...runOf(1, 'create', numbers(100)));
    await terminal.untilText('line 99');
    terminal.type('\t');
    await terminal.untilText('[output]');
    terminal.type('k');
    await terminal.untilText('1 more line: Down');
    session.emit({
      type: 'output',
      run: 1,
      lines: numbers(15, 100).map((text) => ({ stream: 'stdout', text })),
      partial: '',
    });
    await terminal.untilText('15 new lines: G');
    expect(terminal.screen().join('\n')).not.toContain('line 114');
    terminal.type('G');
    await terminal.untilText('line 114');
  });
});
