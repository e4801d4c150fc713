import { describe, expect, test } from 'vitest';
import { readShellLines } from '../../../src/lesson/shell-lines.ts';
import { fence, stepErrors, stepOf } from './support.ts';

const linesOf = (text: string) => readShellLines(text).lines.map(({ line }) => line);

describe('lines of a sh block', () => {
  test.each([
    ['blank lines and comments are left out', 'a\n\n  # no\n#no\n  b  \n', ['a', 'b']],
    ['a backslash continues', 'a \\\n  --b \\\n  --c\nd\n', ['a --b --c', 'd']],
    ['without spaces words grow together', 'a\\\nb\n', ['ab']],
    ['a space on one side stays one space', 'a\\\n  b\n', ['a  b']],
    ['a # later in the line is not ours', 'a # b\n', ['a # b']],
    ['a # in a continuation is not a comment line', 'a \\\n#b\n', ['a #b']],
    ['an escaped backslash does not continue', 'a \\\\\nb\n', ['a \\\\', 'b']],
    ['in double quotes spaces stay', 'a "b  \\\n  c"\n', ['a "b    c"']],
    ['in single quotes a backslash is a backslash', "a 'b\\\nc\n", ["a 'b\\", 'c']],
    ['quotes inside other quotes', `a "it's \\\n ok" \\\n  b\n`, [`a "it's  ok" b`]],
  ])('%s', (_name, text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });

  test('every index of a joined line is found again', () => {
    const [joined] = readShellLines('# x\n  tool --a \\\n     --bad \\\n  --c\n').lines;
    expect(joined?.line).toBe('tool --a --bad --c');
    expect(joined?.placeOf(0)).toEqual({ line: 2, column: 3 });
    expect(joined?.placeOf(joined.line.indexOf('--bad'))).toEqual({ line: 3, column: 6 });
    expect(joined?.placeOf(joined.line.indexOf('--c'))).toEqual({ line: 4, column: 3 });
  });

  test.each([
    [
      'a space after the backslash',
      ['a \\ ', '  b'],
      ['2:3 There is a space after the backslash, so the line does not continue. Remove the space.'],
    ],
    ['nothing after the backslash', ['a', 'b \\'], ['3:3 The backslash continues the line, but nothing follows.']],
    [
      'an empty line after the backslash',
      ['b \\', '', 'c'],
      ['2:3 The backslash continues the line, but nothing follows.'],
    ],
  ])('%s is told', (_name, lines, errors) => {
    expect(stepErrors(fence('sh run', ...lines))).toEqual(errors);
  });
});

describe('the judge of command lines', () => {
  const seen: string[] = [];
  const checkCommand = (line: string) => {
    seen.push(line);
    const column = line.indexOf('BAD') + 1;
    return column === 0 ? undefined : { message: 'Bad.', column, suggestion: 'Good?' };
  };

  test('sees every line of run and solution, and its word stands at the right place', () => {
    const content =
      fence('sh run', 'a', 'b \\', '   BAD') +
      fence('yaml check', '- exit: 0') +
      fence('sh solution', 'c', '  BAD d').replaceAll(/^/gm, '  ');
    expect(stepErrors(content, { checkCommand })).toEqual(['4:4 Bad. [Good?]', '11:5 Bad. [Good?]']);
    expect(seen).toEqual(['a', 'b BAD', 'c', 'BAD d']);
  });

  test('is told where the block runs', () => {
    const places: unknown[] = [];
    const content =
      fence('sh run at=museum', 'a') +
      fence('sh run', 'b') +
      fence('yaml check', '- exit: 0') +
      fence('sh solution at=museum', 'c');
    const { runs, solution } = stepOf(content, { checkCommand: (line, at) => void places.push([line, at]) });
    expect(places).toEqual([
      ['a', 'museum'],
      ['b', undefined],
      ['c', 'museum'],
    ]);
    expect(runs.map((block) => 'at' in block && block.at)).toEqual(['museum', false]);
    expect(solution).toMatchObject([{ kind: 'sh', at: 'museum' }]);
  });

  test('without a column it is the line’s start', () => {
    const errors = stepErrors(fence('sh run', 'a', '  b'), {
      checkCommand: (line) => (line === 'b' ? { message: 'No.' } : undefined),
    });
    expect(errors).toEqual(['3:3 No.']);
  });
});
