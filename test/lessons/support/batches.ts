import { readFileSync } from 'node:fs';

const lesson = readFileSync(new URL('../../../lessons/11-windows-clinic/lesson.md', import.meta.url), 'utf8');

/** A file as the lesson gives it, or its solution. */
function block(info: string): string {
  const opening = `\`\`\`${info}\n`;
  const start = lesson.indexOf(opening);
  if (start < 0) throw new Error(`the lesson has no block ${info}`);
  return lesson.slice(start + opening.length, lesson.indexOf('```', start + opening.length));
}

export const batchFile = 'My Tools/confluent-7.1.0/bin/windows/kafka-run-class.bat';
const given = block(`bat file="${batchFile}" edit crlf`);
const solution = block(`bat solution file="${batchFile}" crlf`);

const core = 'rem Classpath addition for core';
const jars = String.raw`%BASE_DIR%\share\java\kafka\*`;
const cure = (asked: string, called: string): string => `if exist ${asked} (\n call :concat ${called}\n)\n\n`;
const right = cure(`"${jars}"`, `"${jars}"`);

function put(lines: string, before: string): string {
  if (!given.includes(before)) throw new Error(`the batch file has no ${before}`);
  return given.replace(before, () => `${lines}${before}`);
}

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
