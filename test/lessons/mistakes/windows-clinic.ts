import { readFileSync } from 'node:fs';
import { type MistakeRow, oneAfterTheOther } from './row.ts';

const lesson = readFileSync(new URL('../../../lessons/11-windows-clinic/lesson.md', import.meta.url), 'utf8');

/** A file as the lesson gives it, or its solution. */
function block(info: string): string {
  const opening = `\`\`\`${info}\n`;
  const start = lesson.indexOf(opening);
  if (start < 0) throw new Error(`the lesson has no block ${info}`);
  return lesson.slice(start + opening.length, lesson.indexOf('```', start + opening.length));
}

export const batchFile = 'My Tools/confluent-7.1.0/bin/windows/kafka-run-class.bat';
export const given = block(`bat file="${batchFile}" edit crlf`);
export const solution = block(`bat solution file="${batchFile}" crlf`);

const core = 'rem Classpath addition for core';
const jars = String.raw`%BASE_DIR%\share\java\kafka\*`;
const cure = (asked: string, called: string): string => `if exist ${asked} (\n call :concat ${called}\n)\n\n`;
const right = cure(`"${jars}"`, `"${jars}"`);

function put(lines: string, before: string): string {
  if (!given.includes(before)) throw new Error(`the batch file has no ${before}`);
  return given.replace(before, () => `${lines}${before}`);
}
const slip = (text: string): string => text.replaceAll('BASE_DIR', 'BASE_FIR');

/** What learners make of the batch file, and how the mistake begins that is told. */
export const wrongBatches: readonly (readonly [mistake: string, text: string])[] = [
  ['The file is still as it was', given],
  // The note's own lines, and what is left of them when one fault is mended.
  ['Nobody has set a value', put(cure(slip(jars), jars), core)],
  ['Nobody has set a value', put(cure(`"${slip(jars)}"`, `"${jars}"`), core)],
  ['The message would be gone now', put(cure(`"${jars}"`, `"${slip(jars)}"`), core)],
  ['A path is without quotes', put(cure(jars, jars), core)],
  ['A path is without quotes', put(cure(`"${jars}"`, jars), core)],
  ['A path is without quotes', put(cure(jars, `"${jars}"`), core)],
  ['A path is without quotes', put(`for %%i in (${jars}.jar) do call :concat "%%i"\n\n`, core)],
  ['A path is without quotes', put(cure(jars.replaceAll('\\', '/'), `"${jars}"`), core)],
  ['The name between the % signs', put(right.replaceAll('BASE_DIR', 'BASEDIR'), core)],
  ['The line with call is a remark', put(right.trimEnd().replaceAll(/^/gm, 'rem ').concat('\n\n'), core)],
  ['The lines stand too far down', put(right, 'echo CLASSPATH=')],
  ['The lines stand too far down', put(right, ':concat\n')],
  ['The lines stand too far down', `${given}${right}`],
  ['The lines stand above the place', put(right, 'rem BASE_DIR is')],
  ['The lines stand between the brackets', put(right, String.raw`  call :concat "%BASE_DIR%\libs`)],
  [
    'The lines stand between the brackets',
    put(`  call :concat "${jars}"\n`, String.raw`  call :concat "%BASE_DIR%\core`),
  ],
  ['The line with call names the folder', put(right.replace(/(call .*)\\\*/, '$1'), core)],
  ['concat is a place in this file', put(right.replace('call :concat', 'concat'), core)],
  ['The jars lie one folder further', put(right.replaceAll(String.raw`\kafka\*`, String.raw`\*`), core)],
];

/** Other ways to the same end. */
export const rightBatches: readonly string[] = [
  solution,
  solution.replaceAll('\n', '\r\n'),
  put(right.replace('call :concat', 'call:concat'), core),
  put(right.toUpperCase(), core),
  put(right.replaceAll('\\', '/'), core),
  put(right.replace(String.raw`\*" (`, '" ('), core),
  put(`if exist "${jars}" call :concat "${jars}"\n\n`, core),
  put(`rem as (the note) says\ncall :concat "${jars}"\n\n`, core),
  put(right, 'rem Classpath addition for release'),
  put(right, 'if not defined CLASSPATH'),
  given.replaceAll(String.raw`\libs\*`, String.raw`\share\java\kafka\*`),
];

/** Right on Windows; wine's cmd does not look for names between quotes in a for. */
export const loops: readonly string[] = [
  put(`for %%i in ("${jars}") do (\n  call :concat "%%i"\n)\n\n`, core),
  put(`for %%i in ("${jars}.jar") do call :concat "%%~i"\n\n`, core),
];

const batch = (text: string) => ({ file: { [batchFile]: text.replaceAll(/\r?\n/g, '\r\n') } });

const letters = (text: string) => ({
  file: { 'predictions.txt': [...text].map((letter, index) => `${index + 1} = ${letter}\n`).join('') },
});
const settings = 'bootstrap.servers=localhost:9092\ngroup.id=connect-cluster\n';
const windows = (line: string) => ({ file: { 'windows/connect-distributed.properties': `${settings}${line}\n` } });
const linux = (line: string) => ({ file: { 'linux/connect-distributed.properties': `${settings}${line}\n` } });
const worker = (line: string) => ({ file: { 'worker.properties': `${settings}${line}\n` } });
const list = 'connect-plugin-path.sh list --worker-config';

const script = block('sh file=mounted/start.sh edit crlf');
const crlf = { file: { 'mounted/start.sh': script.replaceAll('\n', '\r\n') } };
const lf = { file: { 'mounted/start.sh': script } };
const attributes = (line: string) => ({ file: { 'mounted/.gitattributes': `*.bat text eol=crlf\n${line}\n` } });

export const rows: readonly MistakeRow[] = [
  ...oneAfterTheOther('windows-clinic/empty', [
    ['The batch file is mended already', batch(solution)],
    ['tar did not find', batch(given), 'tar cf archive.tar "My Tool"'],
  ]),
  ...oneAfterTheOther('windows-clinic/mend', [
    ...wrongBatches.map(([mistake, text]) => [mistake, batch(text)] as const),
    ['There is a file kafka-run-class.bat.txt', { file: { [`${batchFile}.txt`]: solution } }],
  ]),
  ...oneAfterTheOther('windows-clinic/mend', [
    ['The quotes end too early', batch(put(cure(String.raw`"%BASE_DIR%"\share\java\kafka\*`, `"${jars}"`), core))],
    ['There has to be a blank', batch(put(right.replace('" (', '"('), core))],
  ]),
  ...oneAfterTheOther('windows-clinic/predict', [
    ['Line 1: this is what', letters('AEGABA')],
    ['Line 2: some letters', letters('CDGABA')],
    ['Line 3: \\u begins', letters('CEFABA')],
    ['Line 4: the first backslash', letters('CEGHBA')],
    ['Line 4: each pair', letters('CEGIBA')],
    ['Line 5: nothing changes', letters('CEGAAA')],
    ['Line 6: a backslash takes', letters('CEGABI')],
    ['Line 1 is not right', letters('BEGABA')],
    ['Line 2 is not right', letters('CBGABA')],
    ['Line 3 is not right', letters('CEAABA')],
    ['Line 4 is not right', letters('CEGCBA')],
    ['Line 5 is not right', letters('CEGACA')],
    ['Line 6 is not right', letters('cegabb')],
  ]),
  ...oneAfterTheOther('windows-clinic/read', [
    ['Those are the five', 'kafka-lessons properties spellings.properties'],
    ['That is the one', 'kafka-lessons properties users.properties'],
    ['There is no such file', 'kafka-lessons properties user.properties'],
  ]),
  ...oneAfterTheOther('windows-clinic/mend-path', [
    ['The file for Windows names the folder with the jars', linux('plugin.path=/usr/share/java')],
    [
      "The file for Windows names the plugin's own",
      windows('plugin.path=C:/Work/confluentinc-kafka-connect-jdbc-10.0.1'),
    ],
    ['In the file for Windows no line', windows('# plugin.path=C:/Work')],
    ['The file for Windows has quotes', windows('plugin.path="C:/Work"')],
    ['The file for Windows has a single backslash', windows('plugin.path=C:\\Work')],
    ['In the file for Windows a blank', windows('plugin.path=C:/Work ')],
    [
      'The path in the file for Linux is right',
      windows('plugin.path=C:\\\\Work'),
      linux('# plugin.path=/usr/share/java'),
    ],
    ['The file for Linux names a folder', linux('plugin.path=/user/share/java')],
    ['The file for Linux has backslashes', linux('plugin.path=\\usr\\share\\java')],
    ['In the file for Linux the line is still', linux('# plugin.path=/user/share/java')],
  ]),
  ...oneAfterTheOther('windows-clinic/lost', [
    ['There it is found', worker('plugin.path=plugins'), `${list} worker.properties`],
    ['Connect looked for a folder', worker('plugin.path=plugin'), `${list} worker.properties`],
  ]),
  ...oneAfterTheOther('windows-clinic/found', [
    ['There is still a single backslash', 'echo opened'],
    ['The path still ends at lib', worker('plugin.path=plugins/harbour-1.0/lib')],
    ['The file is right now, but Connect', worker('plugin.path=plugins'), `${list} lost.properties`],
    ['The file is right now. Let', `echo saved`],
    ['No line sets plugin.path', worker('# plugin.path=plugins')],
    ['Connect looked for a folder', worker('plugin.path=plugin'), `${list} worker.properties`],
  ]),
  ...oneAfterTheOther('windows-clinic/line-ends', [
    ['start.sh still has CR LF', 'echo opened'],
    ['git will write it', attributes('*.sh text eol=lf')],
    ['The line names the scripts', attributes('*.sh text')],
    ['This line asks git', attributes('*.sh text eol=crlf')],
    ['The script is mended', lf, attributes('')],
    ['The command has gone', { file: { 'mounted/start.sh': '#!/bin/sh\n' } }, attributes('*.sh text eol=lf')],
    ['start.sh still has CR LF', crlf, attributes('# *.sh')],
  ]),
];
