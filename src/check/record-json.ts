import { messages } from '../messages/index.ts';
import { type Aspect, combine } from './aspect.ts';
import type { RecordFacts } from './facts.ts';
import { jsonAspects } from './file-json.ts';
import { listed } from './wording.ts';

/** Some record's value is JSON with all of these values at these pointers. */
export function recordWithJson(records: readonly RecordFacts[], wanted: Readonly<Record<string, unknown>>): Aspect {
  const say = messages().check;
  // One that holds none of them tells nothing, so the nearest one is told; of several the newest.
  let best: { readonly aspects: readonly Aspect[]; readonly right: number } | undefined;
  for (const { value } of records) {
    if (value === null) continue;
    const aspects = jsonAspects(value, wanted);
    const right = aspects.filter(({ ok }) => ok).length;
    if (right === aspects.length) {
      const told = say.recordWithJson({ list: aspects.map(({ expected }) => expected).join(', ') });
      return { ok: true, expected: told, actual: told };
    }
    if (!best || right >= best.right) best = { aspects, right };
  }
  const expected = say.recordWithJson({
    list: jsonAspects('null', wanted)
      .map((each) => each.expected)
      .join(', '),
  });
  if (!best) return { ok: false, expected, actual: say.records({ count: 0 }) };
  const result = combine(best.aspects);
  return {
    ok: false,
    expected,
    actual: say.noRecordWithJson,
    because: result.status === 'fail' ? say.nearestRecord({ actual: result.actual }) : undefined,
  };
}

/** So many records have no value: what a delete leaves. */
export function tombstones(records: readonly RecordFacts[], wanted: number): Aspect {
  const say = messages().check;
  const found = records.filter(({ value }) => value === null);
  const keys = listed(found.map(({ key }) => key ?? say.noKey));
  return {
    ok: found.length === wanted,
    expected: say.tombstones({ count: wanted }),
    actual: say.tombstones({ count: found.length }),
    because: found.length > wanted ? say.tombstonesOf({ list: keys }) : undefined,
  };
}
