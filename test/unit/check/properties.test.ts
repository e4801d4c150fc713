import { describe, expect, test } from 'vitest';
import { parseProperties } from '../../../src/check/properties.ts';

const parse = (text: string): unknown => {
  const parsed = parseProperties(text);
  return parsed.ok ? Object.fromEntries(parsed.properties) : parsed;
};

/** Compared with java.util.Properties of Java 17, also on 60,000 random texts; the paths are those of Windows learners. */
describe('a properties file', () => {
  test.each<[string, string, Record<string, string>]>([
    ['equals', 'a=b', { a: 'b' }],
    ['colon', 'a:b', { a: 'b' }],
    ['white space', 'a b', { a: 'b' }],
    ['separator with white space', 'a \t= \t b', { a: 'b' }],
    ['only the first separator separates', 'a==b:c', { a: '=b:c' }],
    ['white space before the key', '  a=b', { a: 'b' }],
    ['white space after the value stays', 'a=b ', { a: 'b ' }],
    ['no value', 'a=\nb\nc:', { a: '', b: '', c: '' }],
    ['no key', '=b', { '': 'b' }],
    ['comments and blank lines', '# a=1\n  ! b=2\n\n \nc=3', { c: '3' }],
    ['a comment does not go on', '# a \\\nb=1', { b: '1' }],
    ['a line goes on', 'a=one, \\\n   two', { a: 'one, two' }],
    ['a line goes on into what looks like a comment', 'a=1\\\n#2', { a: '1#2' }],
    ['an escaped backslash does not go on', 'a=b\\\\\nc=d', { a: 'b\\', c: 'd' }],
    ['a lone backslash begins nothing', '\\\n#a=1\nb=2', { b: '2' }],
    ['the last line goes on', 'a=b\\', { a: 'b' }],
    ['line ends of Windows and of old', 'a=1\r\nb=2\rc=3', { a: '1', b: '2', c: '3' }],
    ['the last of two wins', 'a=1\na=2', { a: '2' }],
    ['escapes', 'a=\\t\\n\\r\\f\\u00e9', { a: '\t\n\r\fé' }],
    ['escapes in a key', 'a\\ b\\:c\\=d=1', { 'a b:c=d': '1' }],
    ['any other escape', 'a=\\q\\"', { a: 'q"' }],
    ['a path with single backslashes', 'p=C:\\Work\\lib', { p: 'C:Worklib' }],
    ['a path with tab and line end', 'p=C:\\temp\\new', { p: 'C:\temp\new' }],
    ['a path with double backslashes', 'p=C:\\\\Work\\\\lib', { p: 'C:\\Work\\lib' }],
    ['a path with a stray first backslash', 'p=\\C:\\\\Work', { p: 'C:\\Work' }],
    ['a path with slashes', 'p=C:/Work/lib', { p: 'C:/Work/lib' }],
    ['an escaped backslash before a u', 'p=C:\\\\users', { p: 'C:\\users' }],
  ])('%s', (_, text, properties) => {
    expect(parse(text)).toEqual(properties);
  });

  test.each([
    ['p=C:\\users\\me', 1],
    ['a=1\nb=\\u12g4', 2],
    ['a=\\\\\\u', 1],
    ['a=1\\\n  2\nb\\u=1', 3],
  ])('%j is malformed, as Java says', (text, line) => {
    expect(parse(text)).toEqual({ ok: false, line });
  });
});
