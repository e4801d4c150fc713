const named: Readonly<Record<string, string>> = {
  '\\': '\\',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** What `\n`, `\t`, `\\` and their like stand for, octal numbers included; any other backslash stays (POSIX printf, echo -e). */
export const fromEscapes = (text: string): string =>
  text.replaceAll(/\\(?:([0-7]{1,3})|([\\abfnrtv]))/g, (_, octal: string | undefined, name: string | undefined) =>
    octal === undefined ? (named[name ?? ''] ?? '') : String.fromCharCode(Number.parseInt(octal, 8) & 0xff),
  );
