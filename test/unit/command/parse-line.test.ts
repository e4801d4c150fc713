import { describe, expect, it } from 'vitest';
import { parseLine, readLine } from '../../../src/command/parse-line.ts';
import { isUserError } from '../../../src/errors.ts';

describe('words', () => {
  const cases: readonly (readonly [line: string, tool: string, ...args: string[]])[] = [
    ['kafka-topics.sh --list', 'kafka-topics', '--list'],
    ['  echo   a\tb  ', 'echo', 'a', 'b'],
    [`echo 'a b' "c d" e\\ f`, 'echo', 'a b', 'c d', 'e f'],
    [`echo a'b'"c"d`, 'echo', 'abcd'],
    [`echo '' ""`, 'echo', '', ''],
    [`echo 'it'\\''s' "say \\"hi\\""`, 'echo', "it's", 'say "hi"'],
    [`echo "a\\nb" 'a\\nb' a\\nb`, 'echo', 'a\\nb', 'a\\nb', 'anb'],
    [`echo '|' "&&" \\> ';' '$HOME' "\\$HOME" \\$HOME`, 'echo', '|', '&&', '>', ';', '$HOME', '$HOME', '$HOME'],
    ['echo a#b 5$ "5$" $', 'echo', 'a#b', '5$', '5$', '$'],
    ['echo "`"'.replace('`', '\\`'), 'echo', '`'],
    ['kafka-topics.sh --topic test* --x a?[b] {a,b}', 'kafka-topics', '--topic', 'test*', '--x', 'a?[b]', '{a,b}'],
    ['echo a\\\n  b\\\r\n  c\n', 'echo', 'a', 'b', 'c'],
    ['echo a\u00a0b\u3000c', 'echo', 'a', 'b', 'c'],
    [
      `curl -d '{"a": {"b": "\${env:X}"}}' 'http://x/?a=1&b=2'`,
      'curl',
      '-d',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a line of sh
      '{"a": {"b": "${env:X}"}}',
      'http://x/?a=1&b=2',
    ],
    ['echo 안녕 "여러 분"', 'echo', '안녕', '여러 분'],
  ];
  for (const [line, tool, ...args] of cases) {
    it(JSON.stringify(line), () => {
      expect(parseLine(line)).toEqual({ commands: [{ tool, args }], remarks: [] });
    });
  }

  it('splits at pipes', () => {
    expect(parseLine('echo a | cat|kafka-console-producer.sh --topic t').commands).toEqual([
      { tool: 'echo', args: ['a'] },
      { tool: 'cat', args: [] },
      { tool: 'kafka-console-producer', args: ['--topic', 't'] },
    ]);
  });
});

describe('what only a shell does is named, with its place', () => {
  const cases: readonly (readonly [line: string, named: string, column: number | undefined])[] = [
    ['echo a > f', '">"', 8],
    ['C:\\k\\kafka-topics.bat --list > f', '">"', 30],
    ['C:\\k\\kafka-topics.bat>f', '">"', 22],
    ['echo a >> f', '">>"', 8],
    ['echo a 2>&1', '">&"', 9],
    ['cat < f', '"<"', 5],
    ['cat <<EOF', '"<<"', 5],
    ['cat <<< x', '"<<<"', 5],
    ['echo a && echo b', '"&&"', 8],
    ['echo a || echo b', '"||"', 8],
    ['echo a; echo b', '";"', 7],
    ['echo a &', '"&"', 8],
    ['curl http://x/?a=1&b=2', '"&"', 19],
    ['echo a |& cat', '"|&"', 8],
    ['(echo a)', '"("', 1],
    ['cat <(echo a)', '"<("', 5],
    ['echo $HOME', '"$HOME"', 6],
    ['echo "x $HOME"', '"$HOME"', 9],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a line of sh
    ['echo ${HOME}', '"${…}"', 6],
    ['echo "$(date)"', '"$(…)"', 7],
    ['echo `date`', '"`"', 6],
    ['echo "`date`"', '"`"', 7],
    ["echo $'a'", '"$\'…\'"', 6],
    ['echo $1', '"$1"', 6],
    ["echo 'a", "quote is not closed: '", 6],
    ['echo "a', 'quote is not closed: "', 6],
    ["echo it's", "quote is not closed: '", 8],
    ['echo a\\', 'ends with a backslash', 7],
    ['# List', '"#" starts a comment', 1],
    ['echo a # b', '"#" starts a comment', 8],
    ['echo a\necho b', 'several lines', 7],
    ['cat ~/f', '"~"', 5],
    ['A=1 echo', '"A="', 1],
    ['echo a |', 'A pipe has no command', 8],
    ['| cat', 'A pipe has no command', 1],
    ['echo a | | cat', 'A pipe has no command', 10],
    ['', 'no command', undefined],
    ['   ', 'no command', undefined],
  ];
  for (const [line, named, column] of cases) {
    it(JSON.stringify(line), () => {
      const read = readLine(line);
      if (read.ok) throw new Error('understood');
      expect(read.problem.explanation.what).toContain(named);
      expect(read.problem.explanation.next).toBeTruthy();
      expect(read.problem.column).toBe(column);
    });
  }

  it('points to a real shell', () => {
    let caught: unknown;
    try {
      parseLine('echo a > f');
    } catch (error) {
      caught = error;
    }
    expect(isUserError(caught) && caught.explanation.next).toContain('kafka-lessons shell');
  });
});
