import type { AssertionOf } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import { type Aspect, combine } from './aspect.ts';
import { jsonAspects } from './file-json.ts';
import { propertiesAspects } from './file-properties.ts';
import type { CheckResult } from './result.ts';
import { quoted } from './wording.ts';

/** text: the file's, undefined where there is none. Throws SyntaxError for a pattern that is no regular expression. */
export function judgeFile(assertion: AssertionOf<'file'>, text: string | undefined): CheckResult {
  const say = messages().check;
  const aspects = [
    ...(assertion.contains ?? []).map((wanted) => contains(text ?? '', wanted)),
    ...(assertion.matches ?? []).map((source) => matches(text ?? '', source)),
    ...propertiesAspects(text ?? '', assertion.properties ?? {}),
    ...jsonAspects(text ?? '', assertion.json ?? {}),
  ];
  const asked = aspects.length > 0 ? aspects : [{ ok: true, expected: say.exists, actual: say.exists }];
  if (text !== undefined) return combine(asked);
  const expected = asked.map((aspect) => aspect.expected).join(', ');
  return combine([{ ok: false, expected, actual: say.noSuchFile }]);
}

function contains(text: string, wanted: string): Aspect {
  const say = messages().check;
  const expected = say.fileContains({ text: quoted(wanted) });
  // An editor on Windows may have saved it with other line ends.
  const ok = text.replaceAll('\r\n', '\n').includes(wanted);
  return { ok, expected, actual: ok ? expected : say.notInFile };
}

function matches(text: string, source: string): Aspect {
  const say = messages().check;
  const expected = say.fileMatches({ pattern: source });
  const ok = new RegExp(source, 'mu').test(text.replaceAll('\r\n', '\n'));
  return { ok, expected, actual: ok ? expected : say.notInFile };
}
