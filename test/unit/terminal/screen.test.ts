import { describe, expect, it } from 'vitest';
import { copyToClipboard, isInteractive, isPlain, prepareTerminal } from '../../../src/terminal/screen.ts';

const tty = { isTTY: true };
const pipe = {};

describe('prepareTerminal', () => {
  it.each([
    ['NO_COLOR switches colours off', { NO_COLOR: '1' }, {}, { NO_COLOR: '1', FORCE_COLOR: '0' }],
    ['an empty NO_COLOR says nothing', { NO_COLOR: '' }, {}, { NO_COLOR: '' }],
    ['FORCE_COLOR wins', { NO_COLOR: '1', FORCE_COLOR: '1' }, {}, { NO_COLOR: '1', FORCE_COLOR: '1' }],
    ['--no-color wins over all', { FORCE_COLOR: '1' }, { noColor: true }, { FORCE_COLOR: '0' }],
    ['CI is hidden from Ink', { CI: 'true', CONTINUOUS_INTEGRATION: '1' }, {}, {}],
    ['other variables stay', { TERM: 'xterm' }, {}, { TERM: 'xterm' }],
  ])('%s', (_, user, flags, own) => {
    const env: NodeJS.ProcessEnv = { ...user };
    const children = prepareTerminal(env, { stdin: tty, stdout: tty }, flags);
    expect(env).toEqual(own);
    expect(children).toEqual(user);
  });

  it('leaves CI where nobody sits at the terminal', () => {
    const env: NodeJS.ProcessEnv = { CI: 'true' };
    prepareTerminal(env, { stdin: pipe, stdout: tty });
    expect(env).toEqual({ CI: 'true' });
  });
});

describe('the terminal', () => {
  it.each([
    [tty, tty, true],
    [pipe, tty, false],
    [tty, pipe, false],
    [{ isTTY: false }, tty, false],
  ])('%j and %j: interactive %s', (stdin, stdout, interactive) => {
    expect(isInteractive(stdin, stdout)).toBe(interactive);
  });

  it.each([
    [{}, {}, false],
    [{ TERM: 'xterm-256color' }, { plain: false }, false],
    [{}, { plain: true }, true],
    [{ TERM: 'dumb' }, {}, true],
    [{ INK_SCREEN_READER: 'true' }, {}, true],
    [{ INK_SCREEN_READER: 'false' }, {}, false],
    [{ INK_SCREEN_READER: '' }, {}, false],
  ])('%j with %j: plain %s', (env, flags, plain) => {
    expect(isPlain(env, flags)).toBe(plain);
  });

  it('copies by OSC 52, in tmux also to the terminal outside', () => {
    const encoded = Buffer.from('토픽 a', 'utf8').toString('base64');
    const sequence = `\u001b]52;c;${encoded}\u0007`;
    expect(copyToClipboard('토픽 a')).toBe(sequence);
    expect(copyToClipboard('토픽 a', { TMUX: '/tmp/tmux' })).toBe(
      `${sequence}\u001bPtmux;\u001b\u001b]52;c;${encoded}\u0007\u001b\\`,
    );
  });
});
