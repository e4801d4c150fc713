import { PassThrough } from 'node:stream';
import { render, Text } from 'ink';
import type { ReactElement } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { KeyEvent } from '../../../src/terminal/key-events.ts';
import { useKeys } from '../../../src/terminal/use-keys.ts';

/** Streams that look like a terminal to Ink. */
function fakeTerminal() {
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: () => {},
    ref: () => {},
    unref: () => {},
  });
  const stdout = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
  let written = '';
  stdout.on('data', (chunk: Buffer) => {
    written += chunk.toString('utf8');
  });
  return { stdin, stdout, written: () => written };
}

let unmount: () => void = () => {};
afterEach(() => unmount());

function start(element: ReactElement) {
  const terminal = fakeTerminal();
  const instance = render(element, {
    stdin: terminal.stdin as unknown as NodeJS.ReadStream,
    stdout: terminal.stdout as unknown as NodeJS.WriteStream,
    exitOnCtrlC: false,
    interactive: true,
    patchConsole: false,
  });
  unmount = () => instance.unmount();
  return terminal;
}

const told = (event: KeyEvent): string => (event.type === 'named' ? `<${event.name}>` : `${event.type} ${event.text}`);

function Probe({ onEvent }: { readonly onEvent: (event: KeyEvent) => void }) {
  useKeys(onEvent);
  return <Text>ready</Text>;
}

async function eventsOf(bytes: string, count: number): Promise<readonly string[]> {
  const events: string[] = [];
  const { stdin, written } = start(<Probe onEvent={(event) => events.push(told(event))} />);
  await vi.waitFor(() => expect(written()).toContain('\u001b[?2004h'));
  stdin.write(bytes);
  await vi.waitFor(() => expect(events.length).toBeGreaterThanOrEqual(count));
  return events;
}

describe('useKeys', () => {
  it.each([
    ['letters and Enter in one chunk', 'ab\r', ['char a', 'char b', '<enter>']],
    ['Korean', '토픽', ['char 토', 'char 픽']],
    ['backspace of either kind', '\x7f\b', ['<backspace>', '<backspace>']],
    ['delete', '\x1b[3~', ['<delete>']],
    ['arrows', '\x1b[A\x1bOB\x1b[C\x1b[D', ['<up>', '<down>', '<right>', '<left>']],
    ['arrows with Ctrl and Alt', '\x1b[1;5D\x1b[1;3C', ['<ctrl-left>', '<alt-right>']],
    ['home, end and pages', '\x1b[H\x1b[4~\x1b[5~\x1b[6~', ['<home>', '<end>', '<pageup>', '<pagedown>']],
    ['tab and back', '\t', ['<tab>']],
    ['shift-tab', '\x1b[Z', ['<shift-tab>']],
    ['Ctrl and letters', '\x03', ['<ctrl-c>']],
    ['Alt and letters', '\x1bb\x1bF', ['<alt-b>', '<alt-f>']],
    ['Alt and backspace', '\x1b\x7f', ['<alt-backspace>']],
    ['Escape', '\x1b', ['<escape>']],
    ['an F-key before a letter', '\x1b[25~\x1bOPx', ['char x']],
    ['a mouse report before a letter', '\x1b[<0;1;1Mx', ['char x']],
    ['a paste, cleaned', '\x1b[200~one\r\ntwo\x1b[31m!\x1b[201~', ['paste one\ntwo!']],
  ])('reads %s', async (_, bytes, events) => {
    expect(await eventsOf(bytes, events.length)).toEqual(events);
  });
});
