import { describe, expect, it, vi } from 'vitest';
import { esc, expectWhole, numbers, start } from './support/app.ts';
import { koreanPack, topicsPack } from './support/course.ts';
import { phase, runOf } from './support/states.ts';

describe('the cursor', () => {
  it('is hidden until a line is typed, and stands behind what was typed', async () => {
    const { terminal } = await start();
    terminal.type('/한글');
    await terminal.untilText('$ 한글');
    expect(terminal.cursor()).toEqual({ x: 3 + 4, y: 21 });
    expect(terminal.written().lastIndexOf(`${esc}[?25h`)).toBeGreaterThan(
      terminal.written().lastIndexOf(`${esc}[?25l`),
    );
  });

  it('stays with the line while output comes and the window changes', async () => {
    const { terminal, session } = await start();
    session.emit(phase('create', 'running'), ...runOf(1, 'create', ['first']));
    terminal.type('/abc');
    await terminal.untilText('$ abc');
    session.emit({ type: 'output', run: 1, lines: [{ stream: 'stdout', text: 'second' }], partial: '' });
    await terminal.untilText('second');
    expect(terminal.cursor()).toEqual({ x: 6, y: 21 });
    terminal.resize(70, 20);
    await terminal.until(
      (screen) => screen.split('\n')[17]?.startsWith(' $ abc') === true,
      'the line at its new place',
    );
    await vi.waitFor(() => expect(terminal.cursor()).toEqual({ x: 6, y: 17 }));
  });
});

describe.each([
  ['English', topicsPack()],
  ['Korean', koreanPack()],
])('resizing with %s text', (_, pack) => {
  it('leaves no stale rows and keeps what runs', async () => {
    const { terminal, session } = await start({ pack });
    session.emit(phase('create', 'running'), ...runOf(1, 'create', numbers(200)));
    await terminal.untilText('line 199');
    const sizes = [
      [200, 60],
      [60, 16],
      [120, 40],
      [61, 17],
      [80, 24],
      [100, 24],
      [99, 60],
      [60, 16],
    ] as const;
    for (const [columns, rows] of sizes) {
      terminal.resize(columns, rows);
      await terminal.until(
        (screen) => screen.split('\n')[rows - 2]?.includes('? help') === true && screen.includes('line 199'),
        `the frame at ${columns}x${rows}`,
      );
      await vi.waitFor(() => expectWhole(terminal, columns, rows));
    }
    const asked = session.asked.filter((each) => !each.startsWith('watch-live'));
    expect(asked).toEqual(['open topics/create']);
  });

  it('asks for more room, and comes back', async () => {
    const { terminal } = await start({ pack });
    terminal.resize(50, 10);
    await terminal.untilText('enlarge the terminal (now 50x10)');
    terminal.resize(80, 24);
    await terminal.untilText('Enter run');
    await vi.waitFor(() => expectWhole(terminal, 80, 24));
  });
});

describe('resizing', () => {
  it('keeps the place in the output', async () => {
    const { terminal, session } = await start({ columns: 80, rows: 24 });
    session.emit(phase('create', 'running'), ...runOf(1, 'create', numbers(200)));
    await terminal.untilText('line 199');
    terminal.type('\t');
    await terminal.untilText('[output]');
    terminal.type(`${esc}[5~${esc}[5~${esc}[5~`);
    await terminal.untilText('more lines: Down');
    const top = () =>
      terminal
        .screen()
        .find((row) => row.includes('line '))
        ?.trim();
    const before = top();
    terminal.resize(60, 20);
    await terminal.until((screen) => screen.split('\n')[18]?.includes('? help') === true, 'the smaller frame');
    expect(top()).toBe(before);
    terminal.resize(80, 24);
    await terminal.until((screen) => screen.split('\n')[22]?.includes('? help') === true, 'the larger frame');
    expect(top()).toBe(before);
  });

  it('never erases the scrollback', async () => {
    const { terminal } = await start({ columns: 120, rows: 40 });
    for (const [columns, rows] of [
      [80, 24],
      [120, 40],
      [60, 16],
    ] as const) {
      terminal.resize(columns, rows);
      await terminal.until((screen) => screen.split('\n')[rows - 2]?.includes('? help') === true, 'the frame');
    }
    expect(terminal.written()).not.toContain(`${esc}[3J`);
  });
});
