import type { AssertionOf, LineEnds } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import { type Aspect, calledSo, combine, when } from './aspect.ts';
import { jsonAspects } from './file-json.ts';
import { propertiesAspects } from './file-properties.ts';
import type { CheckResult } from './result.ts';
import { quoted } from './wording.ts';

/** text: the file's, undefined where there is none. Throws SyntaxError for a pattern that is no regular expression. */
export function judgeFile(assertion: AssertionOf<'file'>, text: string | undefined): CheckResult {
  const say = messages().check;
  // An editor on Windows may have saved it with other line ends.
  const lines = (text ?? '').replaceAll('\r\n', '\n');
  const aspects = [
    ...(assertion.contains ?? []).map((wanted) => contains(lines, wanted, assertion)),
    ...(assertion.matches ?? []).map((source) => matches(lines, source, assertion)),
    ...when(assertion.lineEnds, (ends) => lineEnds(text ?? '', ends)),
    ...propertiesAspects(text ?? '', assertion.properties ?? {}),
    ...jsonAspects(text ?? '', assertion.json ?? {}),
  ];
  const asked = aspects.length > 0 ? aspects : [{ ok: true, expected: say.exists, actual: say.exists }];
  const told = calledSo(assertion.as, asked);
  if (text !== undefined) return combine(told);
  const expected = told.map((aspect) => aspect.expected).join(', ');
  return combine([{ ok: false, expected, actual: say.noSuchFile }]);
}

type Reading = Pick<AssertionOf<'file'>, 'ignoreCase'>;

function contains(text: string, wanted: string, { ignoreCase = false }: Reading): Aspect {
  const say = messages().check;
  const expected = say.fileContains({ text: quoted(wanted) });
  const ok = ignoreCase ? text.toLowerCase().includes(wanted.toLowerCase()) : text.includes(wanted);
  return { ok, expected, actual: ok ? expected : say.notInFile };
}

function matches(text: string, source: string, { ignoreCase = false }: Reading): Aspect {
  const say = messages().check;
  const expected = say.fileMatches({ pattern: source });
  const ok = new RegExp(source, ignoreCase ? 'imu' : 'mu').test(text);
  return { ok, expected, actual: ok ? expected : say.notInFile };
}

/** A file without a line end has neither kind of them. */
function lineEnds(text: string, wanted: LineEnds): Aspect {
  const say = messages().check;
  const all = text.split('\n').length - 1;
  const crlf = text.split('\r\n').length - 1;
  const ok = all > 0 && crlf === (wanted === 'crlf' ? all : 0);
  return {
    ok,
    expected: say.lineEnds({ ends: wanted }),
    actual: ok ? say.lineEnds({ ends: wanted }) : say.linesWithCrlf({ count: crlf, of: all }),
  };
}
