/** How this program is started, for what starts it again (shims on the learner's PATH). */
export type Program = { readonly node: string; readonly main: string };

/** Run as a program, under its name (on Windows without its suffix). */
export type ShimFile = { readonly name: string; readonly text: string };

/**
 * A small script that starts this program again. In cmd.exe `kafka-topics.sh` means `kafka-topics.sh.bat`, so that names with .sh
 * can be typed there too.
 * @param name what one types
 * @param words what the program is told before what is typed: `tool kafka-topics`
 */
export function shimFile(
  name: string,
  words: readonly string[],
  { node, main }: Program,
  platform: NodeJS.Platform = process.platform,
): ShimFile {
  if (platform === 'win32') {
    const quoted = [node, main].map((path) => `"${path.replaceAll('%', '%%')}"`);
    const text = `@${[...quoted, ...words].join(' ')} %*\r\n`;
    // cmd.exe reads a batch file in the console's code page, and would take 홍길동 for something else.
    return { name: `${name}.bat`, text: /[^\x20-\x7e\r\n]/.test(text) ? `@chcp 65001 >nul\r\n${text}` : text };
  }
  const quoted = [node, main].map((path) => `'${path.replaceAll("'", "'\\''")}'`);
  return { name, text: `#!/bin/sh\nexec ${[...quoted, ...words].join(' ')} "$@"\n` };
}

/** True for the text of such a script that runs a tool: who looks for a tool by its name does not want to come back to us. */
export const isToolShim = (text: string): boolean =>
  /^(?:#!\/bin\/sh\nexec '.*' tool [\w.-]+ "\$@"|(?:@chcp 65001 >nul\r\n)?@".*" tool [\w.-]+ %\*)\r?\n$/.test(text);

/** None of them is longer, whatever the paths. */
export const longestShim = 16_384;
