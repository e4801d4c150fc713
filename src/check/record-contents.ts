import type { Settings } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import type { Aspect } from './aspect.ts';
import type { RecordFacts } from './facts.ts';
import { produceWithHeaders } from './tool-commands.ts';
import { listed, quoted } from './wording.ts';

/** Some record's value contains the text. */
export function containsText(records: readonly RecordFacts[], text: string): Aspect {
  const say = messages().check;
  const values = records.flatMap(({ value }) => (value === null ? [] : [value]));
  const ok = values.some((value) => value.includes(text));
  const inOtherCase = values.find((value) => value.toLowerCase().includes(text.toLowerCase()));
  const told = quoted(text);
  return {
    ok,
    expected: say.recordContains({ text: told }),
    actual: ok
      ? say.recordContains({ text: told })
      : records.length === 0
        ? say.records({ count: 0 })
        : say.noRecordContains({ text: told }),
    because: inOtherCase === undefined ? undefined : say.otherCase({ found: quoted(inOtherCase) }),
  };
}

/** Some record carries all of these headers. */
export function hasHeaders(topic: string, records: readonly RecordFacts[], wanted: Settings): Aspect {
  const say = messages().check;
  const pairs = Object.entries(wanted);
  const carries = ({ headers }: RecordFacts): boolean =>
    pairs.every(([name, value]) => headers.some((header) => header[0] === name && header[1] === value));
  const ok = records.some(carries);
  const list = listed(pairs.map(([name, value]) => `${name}=${value}`));
  const found = new Set(records.flatMap(({ headers }) => headers.map(([name, value]) => `${name}=${value}`)));
  return {
    ok,
    expected: say.headers({ list }),
    actual: ok ? say.headers({ list }) : records.length === 0 ? say.records({ count: 0 }) : say.noRecordHeaders,
    because:
      records.length === 0
        ? undefined
        : found.size === 0
          ? say.noHeadersSent
          : say.headersFound({ list: listed([...found]) }),
    tryNext: found.size === 0 ? produceWithHeaders(topic) : undefined,
  };
}
