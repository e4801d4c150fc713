import { describe, expect, test } from 'vitest';
import { outsidePath, serverFileAccess } from '../../../src/lesson/confined.ts';

describe('paths that lead out of the lesson', () => {
  test.each([
    ['/etc/passwd', '/etc/passwd'],
    ['--command-config=/etc/x.properties', '/etc/x.properties'],
    ['@/etc/passwd', '/etc/passwd'],
    ['{"file": "/root/.bashrc"}', '/root/.bashrc'],
    ['aa=bb:/etc/x', '/etc/x'],
    ['a=b:/etc/x', 'b:/etc/x'],
    ['../x', '../x'],
    ['a/../../x', 'a/../../x'],
    ['..', '..'],
    ['a\\..\\b', 'a\\..\\b'],
    ['~/x', '~/x'],
    ['~', '~'],
    ['C:\\Users\\me', 'C:\\Users\\me'],
    ['file=D:/x', 'D:/x'],
    ['\\\\server\\share', '\\\\server\\share'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as Connect reads it
    ['${env:WORKSPACE}/../../x', expect.stringMatching(/W\/\.\.\/\.\.\/x$/)],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as Connect reads it
    ['${file:/etc/x:key}', '/etc/x'],
    ['file:///etc/passwd', '///etc/passwd'],
  ])('%s', (text, path) => {
    expect(outsidePath(text)?.path).toEqual(path);
  });

  test.each([
    'client.properties',
    'a/b/c.txt',
    'http://localhost:8083/connectors/x/status',
    'localhost:8083/connectors',
    'jdbc:mariadb://localhost:3306/shop',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as Connect reads it
    'jdbc:mariadb://${env:SHOP_HOST}:${env:SHOP_PORT}/shop',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as Connect reads it
    '{ "file": "${env:WORKSPACE}/lesson/out.txt" }',
    'key.separator=/',
    'Content-Type: application/json',
    'SELECT 6 / 2, 1 ... 3 -- ~1',
    '1/2 and /* this */',
    'a..b',
  ])('none in %s', (text) => {
    expect(outsidePath(text)).toBeUndefined();
  });
});

test.each([
  "SELECT 1 INTO OUTFILE '/x'",
  'SELECT 1 into/**/dumpfile "x"',
  'SELECT load_file("x")',
  'LOAD  DATA LOCAL INFILE "x" INTO TABLE t',
  'SELECT 1 /*! INTO OUTFILE "x" */',
  'SELECT 1 /*M!100000 INTO OUTFILE "x" */',
  'INSTALL PLUGIN x SONAME "y"',
])('%s', (sql) => {
  expect(serverFileAccess(sql)).toBeDefined();
});

test.each(['SELECT 1', 'INSERT INTO files VALUES (1)', 'SELECT outfile INTO x', '/* into outfile */ SELECT 1'])(
  'not %s',
  (sql) => {
    expect(serverFileAccess(sql)).toBeUndefined();
  },
);
