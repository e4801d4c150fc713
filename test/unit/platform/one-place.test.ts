import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const src = fileURLToPath(new URL('../../../src/', import.meta.url));

/** What only code that asks which system this is has to say. */
const asks: readonly RegExp[] = [
  /\bprocess\s*\.\s*(?:platform|arch)\b/,
  /\b(?:platform|arch)\b[^;{}]*\}\s*=\s*process\b/,
  /\{[^}]*\b(?:platform|arch|type|release|version|machine|EOL)\b[^}]*\}\s*from\s*'(?:node:)?os'/,
  /\bos\s*\.\s*(?:platform|arch|type|release|EOL)\b/,
  /\bwin32\b|\bdarwin\b/i,
  /'linux'/,
  /\bcomspec\b|\bsystemroot\b|\bpathext\b|\bcmd\.exe\b|\bpowershell\.exe\b|\btaskkill\b/i,
  /\{[^}]*\b(?:delimiter|posix)\b[^}]*\}\s*from\s*'(?:node:)?path'/,
  /\bgetuid\b/,
];

/** What is no question about this system, and why. */
const known: Readonly<Record<string, string>> = {
  'author/rules/links.ts': 'links of markdown are written with / on every system',
  'engine/docker/diagnose-ask.ts': "the system of Docker's daemon",
  'engine/docker/docker-facts.ts': "the system of Docker's daemon",
  'engine/native/database-settings.ts': 'a server refuses to be root’s, wherever there is one',
  'messages/en/check.ts': 'names what runs batch files',
  'messages/en/platform.ts': 'names the program that stands in the way',
  'messages/ko/check.ts': 'names what runs batch files',
  'messages/ko/platform.ts': 'names the program that stands in the way',
};

const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*/g, '');

const asksForSystem = (text: string): boolean => asks.some((pattern) => pattern.test(withoutComments(text)));

async function files(): Promise<readonly { readonly name: string; readonly text: string }[]> {
  const entries = await readdir(src, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile() && /\.(?:tsx?|mjs)$/.test(entry.name));
  return Promise.all(
    paths.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return { name: relative(src, path).split(sep).join('/'), text: await readFile(path, 'utf8') };
    }),
  );
}

it('asks which system this is in src/platform only', async () => {
  const found = (await files()).filter(({ text }) => asksForSystem(text)).map(({ name }) => name);
  const outside = found.filter((name) => !name.startsWith('platform/'));
  expect(outside.sort()).toEqual(Object.keys(known));
  // That it finds anything at all.
  expect(found).toContain('platform/process-tree.ts');
});

it.each([
  `if (process.platform === x) return;`,
  `const { platform, getuid } = process;`,
  `import { platform } from 'node:os';`,
  `import { arch, homedir } from 'os';`,
  `const it = os.type() as string;`,
  `const names = system === 'win32' ? a : b;`,
  `import { delimiter, join } from 'node:path';`,
  `const shell = env['ComSpec'];`,
  `spawn('taskkill', ['/F']);`,
])('would see %s', (line) => expect(asksForSystem(`const a = 1;\n${line}\n`)).toBe(true));

it('does not take a comment for code', () => {
  expect(asksForSystem(`/** On win32 it differs. */\n// process.platform\nimport { homedir } from 'node:os';\n`)).toBe(
    false,
  );
});
