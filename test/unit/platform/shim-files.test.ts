import { expect, it } from 'vitest';
import { toolNames } from '../../../src/engine/tool-table.ts';
import { isToolShim, longestShim, shimFile } from '../../../src/platform/shim-files.ts';
import { longestCommandLine } from '../../../src/platform/spawn-form.ts';

const words = ['tool', 'kafka-topics'];

it.each(['linux', 'darwin'] as const)('quotes paths for sh on %s', (platform) => {
  expect(shimFile('kafka-topics', words, { node: '/n o/node', main: "/it's/main.mjs" }, platform)).toEqual({
    name: 'kafka-topics',
    text: "#!/bin/sh\nexec '/n o/node' '/it'\\''s/main.mjs' tool kafka-topics \"$@\"\n",
  });
});

it('is a batch file on Windows, for names with .sh too', () => {
  const program = { node: 'C:\\n\\node.exe', main: 'C:\\100%\\main.mjs' };
  const text = '@"C:\\n\\node.exe" "C:\\100%%\\main.mjs" tool kafka-topics %*\r\n';
  expect(shimFile('kafka-topics', words, program, 'win32')).toEqual({ name: 'kafka-topics.bat', text });
  expect(shimFile('kafka-topics.sh', words, program, 'win32')).toEqual({ name: 'kafka-topics.sh.bat', text });
});

it('is read in UTF-8 by cmd.exe where a path needs it', () => {
  const program = { node: 'C:\\node.exe', main: 'C:\\Users\\홍길동\\main.mjs' };
  expect(shimFile('kafka-lessons', [], program, 'win32').text).toBe(
    '@chcp 65001 >nul\r\n@"C:\\node.exe" "C:\\Users\\홍길동\\main.mjs" %*\r\n',
  );
});

it('leaves most of what cmd.exe can read to the one who types, with the longest paths there are', () => {
  const longest = (name: string): string => `C:\\${'x'.repeat(250 - name.length)}\\${name}`;
  const program = { node: longest('node.exe'), main: longest('main.mjs') };
  for (const tool of toolNames) {
    const { text } = shimFile(tool, ['tool', tool], program, 'win32');
    expect(text.length).toBeLessThan(longestCommandLine - 7_500);
  }
});

it('is known again, on every system and with every path', () => {
  const programs = [
    { node: '/n o/node', main: "/it's/main.mjs" },
    { node: 'C:\\100%\\node.exe', main: 'C:\\Users\\홍길동\\main.mjs' },
  ];
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    for (const program of programs) {
      const { text } = shimFile('mariadb', ['tool', 'mariadb'], program, platform);
      expect(isToolShim(text)).toBe(true);
      expect(text.length).toBeLessThan(longestShim);
      expect(isToolShim(shimFile('kafka-lessons', [], program, platform).text)).toBe(false);
    }
  }
  expect(isToolShim('#!/bin/sh\nexec mariadb "$@"\n')).toBe(false);
});
