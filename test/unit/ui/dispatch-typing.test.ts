import { describe, expect, it, vi } from 'vitest';
import { plainText } from '../../../src/markdown/index.ts';
import { drawFrame } from '../../../src/ui/frame.ts';
import { isBusy } from '../../../src/ui/view.ts';
import { enter, esc, key, notice, situation, started } from './support/keyboard.ts';
import { ended, ref, runOf } from './support/states.ts';

describe('Ctrl+C', () => {
  const interrupt = key('ctrl-c');

  it('stops what runs and does not quit', () => {
    const { session, effects, press } = started(situation('running'));
    press(interrupt);
    expect(session.asked).toEqual(['stop']);
    expect(effects.quit).not.toHaveBeenCalled();
  });

  it('quits at once when pressed twice within two seconds', () => {
    const { effects, press, wait } = started(situation('running'));
    press(interrupt);
    wait(1_900);
    press(interrupt);
    expect(effects.quit).toHaveBeenCalledOnce();
  });

  it('stops again when the second press comes later', () => {
    const { session, effects, press, wait } = started(situation('running'));
    press(interrupt);
    wait(2_100);
    press(interrupt);
    expect(session.asked).toEqual(['stop', 'stop']);
    expect(effects.quit).not.toHaveBeenCalled();
  });

  it('quits when nothing runs', () => {
    for (const name of ['nothing done', 'watching', 'help']) {
      const { effects, press } = started(situation(name));
      press(interrupt);
      expect(effects.quit, name).toHaveBeenCalledOnce();
    }
  });

  it('gives up a line before it quits', () => {
    const { store, effects, press } = started(situation('command line'));
    press('a', interrupt);
    expect(store.get().focus).toBe('lesson');
    expect(store.get().command.text).toBe('');
    expect(effects.quit).not.toHaveBeenCalled();
    press(interrupt);
    expect(effects.quit).toHaveBeenCalledOnce();
  });

  it('stops the background command whose pane has the focus', () => {
    const { session, press } = started([
      ...situation('background beside a run'),
      ended(1),
      { type: 'focused', focus: 'run-7' },
    ]);
    press(interrupt);
    expect(session.asked).toEqual(['stop-background reader']);
  });
});

describe('the command line', () => {
  it('over a running command: Ctrl+C stops that, then closes the line, then quits', () => {
    const { store, session, effects, press } = started(situation('running'));
    const footer = () => plainText(drawFrame(store.get()).rows.slice(-1));
    press('/', 'x');
    expect(footer()).toContain('Ctrl+C stop');
    press(key('ctrl-c'));
    expect(session.asked).toEqual(['stop']);
    expect(footer()).toContain('Ctrl+C close');
    press(key('ctrl-c'));
    expect(store.get().focus).toBe('lesson');
    expect(effects.quit).not.toHaveBeenCalled();
    press(key('ctrl-c'));
    expect(effects.quit).toHaveBeenCalledOnce();
  });

  it('forgets in another step what was typed for one, but for Ctrl+Y', () => {
    const { store, press } = started([]);
    press('/', ...'kafka', esc);
    store.tell({ type: 'opened', ref: ref('create') });
    expect(store.get().command.text).toBe('kafka');
    store.tell({ type: 'opened', ref: ref('why') });
    press('/');
    expect(store.get().command.text).toBe('');
    press(key('ctrl-y'));
    expect(store.get().command.text).toBe('kafka');
  });

  it('takes letters as text, runs the line, and closes', () => {
    const { store, session, effects, press } = started([]);
    press('/', ...'kafka-topics --list', enter);
    expect(session.asked).toEqual(['type kafka-topics --list']);
    expect(store.get().focus).toBe('lesson');
    expect(effects.saveHistory).toHaveBeenCalledWith(['kafka-topics --list']);
  });

  it('is busy from the key on, until what was sent is over', async () => {
    const { store, press } = started([]);
    press('/', ...'one', enter);
    expect(isBusy(store.get())).toBe(true);
    await vi.waitFor(() => expect(isBusy(store.get())).toBe(false));
  });

  it('brings earlier lines back', async () => {
    const { store, press } = started([]);
    for (const line of ['draw one', 'drop two', 'other']) {
      press('/', ...line, enter);
      await vi.waitFor(() => expect(isBusy(store.get())).toBe(false));
    }
    press('/', ...'dr');
    press(key('up'), key('up'));
    expect(store.get().command.text).toBe('draw one');
    press(key('down'), key('down'));
    expect(store.get().command.text).toBe('dr');
  });

  it('takes pasted text and Hangul as text', () => {
    const { store, press } = started(situation('command line'));
    press({ type: 'paste', text: 'kafka-topics.sh \\\n  --list' }, 'ㅂ');
    expect(store.get().command.text).toBe('kafka-topics.sh --listㅂ');
  });

  it('keeps the line while another command runs', () => {
    const { store, session, press } = started(situation('running'));
    press('/', ...'x', enter);
    expect(session.asked).toEqual([]);
    expect(store.get().command.text).toBe('x');
    expect(notice(store)).toContain('still running');
  });

  it('takes what was remarked before away with the next line', () => {
    const { store, press } = started([{ type: 'notice', level: 'warning', text: 'There is no tool "x" here.' }]);
    press('/', 'a');
    expect(notice(store)).toContain('no tool');
    press(enter);
    expect(store.get().notices).toEqual([]);
  });

  it('stays with a line that could not be run, and closes after one that could', () => {
    for (const [problem, focus, text] of [
      ['There is no tool "x" here.', 'command', 'x --list'],
      [undefined, 'lesson', ''],
    ] as const) {
      const { store, session, press } = started([]);
      press('/', ...'x --list', enter);
      const end = { exit: undefined, timedOut: false, stopped: false, ms: 0, ...(problem && { problem }) };
      session.emit(...runOf(1, 'create', [], { line: 'x --list', typed: true }), { type: 'run-ended', run: 1, end });
      expect(store.get()).toMatchObject({ focus, command: { text, cursor: text.length } });
    }
  });

  it('stays closed where the step has such a line, or the learner has gone on typing', () => {
    const problem = 'There is no tool "x" here.';
    const end = { exit: undefined, timedOut: false, stopped: false, ms: 0, problem };
    const { store, session, press } = started([]);
    session.emit(...runOf(1, 'create', [], { line: 'x' }), { type: 'run-ended', run: 1, end });
    expect(store.get().focus).toBe('lesson');
    press('/', 'x', enter, '/', 'y');
    session.emit(...runOf(2, 'create', [], { line: 'x', typed: true }), { type: 'run-ended', run: 2, end });
    expect(store.get().command.text).toBe('y');
  });

  it('is left by Esc and reached by Tab', () => {
    const { store, press } = started([]);
    press(key('tab'));
    expect(store.get().focus).toBe('command');
    press(esc);
    expect(store.get().focus).toBe('lesson');
  });

  it('does nothing with an empty line', () => {
    const { session, effects, press } = started(situation('command line'));
    press(' ', enter);
    expect(session.asked).toEqual([]);
    expect(effects.saveHistory).not.toHaveBeenCalled();
  });
});

describe('an interactive command', () => {
  const producer = situation('typing into a producer');

  it('has the focus by itself; Enter sends, Ctrl+D ends the input', () => {
    const { store, session, press } = started(producer);
    expect(store.get().focus).toBe('input');
    press(...'hq?', enter);
    press(key('ctrl-d'));
    expect(session.asked).toEqual(['send hq?', 'end-input']);
    expect(store.get().input.text).toBe('');
  });

  it('lets the keys work after Esc, and types on with i', () => {
    const { store, press } = started(producer);
    press(esc, '?');
    expect(store.get().overlay.kind).toBe('help');
    press(esc, 'ㅑ');
    expect(store.get().focus).toBe('input');
  });

  it('gives the focus back when it ends', () => {
    const { store, session } = started(producer);
    session.emit(ended(8));
    expect(store.get().focus).toBe('lesson');
  });

  it.each([
    ['a line', 'typed, but not sent with Enter: three'],
    ['nothing', 'stopped'],
  ])('stopped with %s typed and not sent says so', (what, said) => {
    const { store, session, press } = started(producer);
    press(...'two', enter);
    if (what === 'a line') press(...'three');
    session.emit({ type: 'run-ended', run: 8, end: { exit: 130, timedOut: false, stopped: true, ms: 900 } });
    const screen = plainText(drawFrame(store.get()).rows);
    expect(screen).toContain(said);
    expect(screen.includes('not sent')).toBe(what === 'a line');
  });

  it('goes round the panes with Tab', () => {
    const { store, press } = started(producer);
    const seen = Array.from({ length: 4 }, () => {
      press(key('tab'));
      return store.get().focus;
    });
    expect(seen).toEqual(['lesson', 'work', 'run-7', 'input']);
    press(key('shift-tab'));
    expect(store.get().focus).toBe('run-7');
  });
});
