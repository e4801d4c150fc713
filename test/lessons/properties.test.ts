import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseProperties } from '../../src/check/properties.ts';
import { requireJava } from '../../src/engine/native/java.ts';
import { randomFrom, seeded } from '../unit/command/seeded.ts';

/** Our reading of properties files beside that of java.util.Properties, over texts made of all that is special in them. */

const pieces = [
  ...['a', 'b', 'plugin.path', 'C', 'Work', 'temp', 'new', 'users', 'é', '한', '😀', '0041', 'u0041', 'U0041'],
  ...['\\', '\\\\', '\\\\\\', '/', '\\t', '\\n', '\\r', '\\f', '\\u0041', '\\u00e9', '\\u12', '\\u', '\\uuuu', '\\U'],
  ...['\\ud83d\\ude00', '\\u0000', '\\=', '\\:', '\\ ', '\\#', '\\!', '\\"', '\\b', '\\x', '\\0'],
  ...[
    '=',
    ':',
    ' ',
    '\t',
    '\f',
    '==',
    '= :',
    ' = ',
    '#',
    '!',
    '# a',
    '! b',
    '"',
    "'",
    '\u0000',
    '\u000b',
    '\u00a0',
    '\u2028',
  ],
  ...[
    '\n',
    '\r',
    '\r\n',
    '\n\r',
    '\n\n',
    '\\\n',
    '\\\r\n',
    '\\\r',
    '\\\n  ',
    '\\\n#',
    '\\\n\n',
    '\\\n\\\n',
    ' \\\n',
    '\n ',
    '\n\t#',
  ],
];

const given = [
  '',
  '\\',
  'a',
  'a=\\',
  '\\\n',
  '\\\n\\',
  'plugin.path=C:\\Work\\lib',
  'plugin.path=C:\\temp\\new',
  'plugin.path=C:\\users\\me\\plugins',
  'plugin.path=\\C:\\\\Work\\\\lib',
  '\ufeffa=b',
  '\\u0041=b',
  'a=b\\',
  'a=b\\\n',
  'a=b\\\n#c',
  '  # c\n a = b ',
  'a\\\n  b=c',
  'a\\u=1',
  '# \\u\n! \\u12',
  '=b',
  ':',
  'a\\=b=c',
  'a \\\n = b',
  'a\\\r\n\r\nb',
];

const random = seeded(20_261_126);
const made = Array.from({ length: 1500 }, () => randomFrom(pieces, random, 14));
const texts = [...given, ...made];

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
const hex = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('');

/** As Props.java prints it. */
function ours(text: string): string {
  const read = parseProperties(text);
  if (!read.ok) return 'malformed';
  const rows = [...read.properties].sort(([one], [other]) => (one < other ? -1 : 1));
  return ['read', ...rows.map(([key, value]) => `${hex(key)}=${hex(value)}`)].join(' ');
}

let java: readonly string[];
beforeAll(async () => {
  const source = fileURLToPath(new URL('../support/Props.java', import.meta.url));
  const { file } = await requireJava(process.env);
  const input = [...texts.map((text) => `text:${base64(text)}`), ...texts.map((text) => `bytes:${base64(text)}`)];
  const { stdout } = await execa(file, [source], { input: `${input.join('\n')}\n` });
  java = stdout.split('\n');
});

describe('properties files', () => {
  it('are read as java.util.Properties reads text', () => {
    const differing = texts.flatMap((text, index) =>
      ours(text) === java[index] ? [] : [{ text, ours: ours(text), java: java[index] }],
    );
    expect(differing).toEqual([]);
  });

  it('and bytes, which Java takes for Latin-1, as Kafka loads its files', () => {
    const latin = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
    const differing = texts.filter((text, index) => ours(latin(text)) !== java[texts.length + index]);
    expect(differing).toEqual([]);
  });

  it('and the texts are of both kinds', () => {
    expect(java).toHaveLength(2 * texts.length);
    expect(java.filter((line) => line === 'malformed').length).toBeGreaterThan(100);
    expect(java.filter((line) => line.startsWith('read ')).length).toBeGreaterThan(100);
  });
});
