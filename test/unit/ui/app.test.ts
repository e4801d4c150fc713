import { describe, expect, it, vi } from 'vitest';
import { EnvironmentError } from '../../../src/errors.ts';
import type { FileToEdit } from '../../../src/ui/file-to-edit.ts';
import { esc, expectWhole, start } from './support/app.ts';
import { createLine, filesPack } from './support/course.ts';
import { ended, phase, ref, runOf } from './support/states.ts';

describe('the app in a terminal', () => {
  it('opens the first step on the alternate screen, and gives the terminal back', async () => {
    const { terminal, session, ended: end } = await start();
    expect(session.asked).toEqual(['open topics/create']);
    expect(terminal.isAlternate()).toBe(true);
    expect(terminal.isRaw()).toBe(true);
    expectWhole(terminal, 80, 24);
    terminal.type('q');
    await expect(end).resolves.toMatchObject({ reason: 'quit', ref: { lesson: 'topics', step: 'create' } });
    expect(terminal.isAlternate()).toBe(false);
    expect(terminal.isRaw()).toBe(false);
    expect(terminal.normalScreen().join('').trim()).toBe('');
    expect(terminal.written().lastIndexOf(`${esc}[?25h`)).toBeGreaterThan(
      terminal.written().lastIndexOf(`${esc}[?25l`),
    );
  });

  it('lets nothing be echoed into its first frame', async () => {
    const { terminal } = await start();
    expect(terminal.writtenBeforeRaw()).toBe('');
  });

  it('does not draw only its last frame where CI is set', async () => {
    vi.stubEnv('CI', '1');
    const { terminal } = await start();
    vi.unstubAllEnvs();
    expect(terminal.isAlternate()).toBe(true);
  });

  it('plays a step from Enter to the next one', async () => {
    const { terminal, session } = await start({
      script: {
        perform: (asked) => {
          asked.emit(phase('create', 'running'), ...runOf(1, 'create', ['Created topic quickstart-events.']), ended(1));
          asked.finish('passed');
          return 'passed';
        },
      },
    });
    terminal.type('\r');
    await terminal.untilText('Passed. Enter goes on.');
    expect(terminal.screen().join('\n')).toContain('Created topic quickstart-events.');
    terminal.type('\r');
    await terminal.untilText('Partitions are how Kafka shares work.');
    expect(session.asked).toEqual(['open topics/create', 'perform', 'open topics/why']);
  });

  it('takes keys that arrive in one piece', async () => {
    const { terminal, session } = await start();
    terminal.type('/kafka-topics.sh --version\r');
    await vi.waitFor(() => expect(session.asked).toContain('type kafka-topics.sh --version'));
  });

  it('rejects when drawing crashes, after the terminal is given back', async () => {
    const { terminal, session, ended: end } = await start();
    session.emit({ type: 'notice', level: 'no such level' as 'error', text: 'x' });
    await expect(end).rejects.toThrow(TypeError);
    expect(terminal.isAlternate()).toBe(false);
    expect(terminal.isRaw()).toBe(false);
  });

  it('rejects when the session fails although it should not', async () => {
    const { terminal, ended: end } = await start({
      script: {
        perform: () => {
          throw new Error('a fault of ours');
        },
      },
    });
    terminal.type('\r');
    await expect(end).rejects.toThrow('a fault of ours');
    expect(terminal.isAlternate()).toBe(false);
  });

  it('resolves when it is ended from outside', async () => {
    const stop = new AbortController();
    const { terminal, ended: end } = await start({ app: { signal: stop.signal } });
    stop.abort();
    await expect(end).resolves.toMatchObject({ reason: 'aborted' });
    expect(terminal.isAlternate()).toBe(false);
  });

  it('works without a history that cannot be read', async () => {
    const { terminal } = await start({ app: { loadHistory: () => Promise.reject(new Error('no such file')) } });
    await terminal.untilText('Enter run');
  });
});

describe('the way out and back', () => {
  it('gives the terminal to a shell and comes back to the same screen', async () => {
    let leave: () => void = () => {};
    const during: { alternate: boolean; raw: boolean }[] = [];
    const { terminal, session } = await start({
      app: {
        onShell: () => {
          during.push({ alternate: terminal.isAlternate(), raw: terminal.isRaw() });
          return new Promise((resolve) => {
            leave = resolve;
          });
        },
      },
    });
    terminal.type('!');
    await vi.waitFor(() => expect(during).toHaveLength(1));
    await vi.waitFor(() => expect(terminal.isAlternate()).toBe(false));
    expect(during).toEqual([{ alternate: expect.any(Boolean), raw: false }]);
    session.emit({ type: 'notice', level: 'info', text: 'Something happened meanwhile.' });
    leave();
    await terminal.untilText('Something happened meanwhile.');
    expect(terminal.isAlternate()).toBe(true);
    expect(terminal.isRaw()).toBe(true);
    expectWhole(terminal, 80, 24);
    terminal.type('?');
    await terminal.untilText('Keys ──');
  });

  it('opens the shell in the folder of the lesson', async () => {
    const onShell = vi.fn(async () => {});
    const { terminal, session } = await start({ app: { onShell } });
    session.emit({ type: 'opened', ref: { lesson: 'topics', step: 'create' }, folder: '/w/topics' });
    terminal.type('!');
    await vi.waitFor(() => expect(onShell).toHaveBeenCalledWith({ folder: '/w/topics', step: 'Create a topic' }));
  });

  it('gives the terminal to an editor and comes back to the same screen, which looks again', async () => {
    let close: () => void = () => {};
    const onEdit = vi.fn(async (_: FileToEdit) => {
      await new Promise<void>((resolve) => {
        close = resolve;
      });
    });
    const { terminal, session } = await start({ pack: filesPack(), app: { onEdit } });
    const opened = ref('up', 'files');
    session.emit(
      { type: 'opened', ref: opened, folder: '/w/files' },
      { type: 'phase', ref: opened, phase: 'watching' },
    );
    await terminal.untilText('e edit');
    terminal.type('e');
    await vi.waitFor(() => expect(onEdit).toHaveBeenCalledOnce());
    expect(onEdit.mock.calls[0]?.[0]).toMatchObject({ lesson: 'files', path: '/w/files/compose.yaml' });
    await vi.waitFor(() => expect(terminal.isAlternate()).toBe(false));
    expect(terminal.isRaw()).toBe(false);
    session.emit({ type: 'phase', ref: opened, phase: 'passed' });
    close();
    await terminal.untilText('Enter next');
    expect(terminal.isAlternate()).toBe(true);
    expectWhole(terminal, 80, 24);
  });

  it('says what to set where there is no editor, and goes on', async () => {
    const missing = new EnvironmentError({ what: 'No editor was found.', next: 'Set VISUAL or EDITOR.' });
    const { terminal, session } = await start({ pack: filesPack(), app: { onEdit: () => Promise.reject(missing) } });
    session.emit({ type: 'opened', ref: ref('mend', 'files'), folder: '/w/files' });
    await terminal.untilText('e edit');
    terminal.type('e');
    await terminal.until(
      (screen) => screen.includes('No editor was found.') && screen.includes('Set VISUAL or EDITOR.'),
      'what is missing and what to do',
    );
    terminal.type('?');
    await terminal.untilText('Keys ──');
  });

  it('shows the command without borders and hands it to the clipboard', async () => {
    const { terminal } = await start();
    terminal.type('y');
    await terminal.until((screen) => screen.startsWith('kafka-topics.sh'), 'the command alone');
    expect(terminal.written()).toContain(`${esc}]52;c;${Buffer.from(createLine).toString('base64')}`);
  });

  it('saves the command line for the next time', async () => {
    const saveHistory = vi.fn(() => Promise.reject(new Error('disk full')));
    const { terminal, session } = await start({ app: { loadHistory: async () => ['one'], saveHistory } });
    terminal.type('/echo two\r');
    await vi.waitFor(() => expect(session.asked).toContain('type echo two'));
    expect(saveHistory).toHaveBeenCalledWith(['one', 'echo two']);
    terminal.type('?');
    await terminal.untilText('Keys ──');
  });
});
