import type { AssertionOf, DatabaseName } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import { type Aspect, combine } from './aspect.ts';
import type { CheckResult } from './result.ts';
import type { SqlAnswer } from './sql-facts.ts';
import { isOrdered, type Rows, sameRows, wantedRows } from './sql-rows.ts';
import { runSql } from './tool-commands.ts';

type SqlAssertion = AssertionOf<'sql'>;

export type AskDatabase = (at: DatabaseName, sql: string) => Promise<SqlAnswer>;

export async function checkSql(assertion: SqlAssertion, ask: AskDatabase): Promise<CheckResult> {
  const { sql, at, sameAs } = assertion;
  const [answer, other] = await Promise.all([ask(at, sql), sameAs && ask(sameAs.at, sameAs.sql)]);
  return judgeSql(assertion, answer, other);
}

/** other: the answer to `same-as` */
export function judgeSql(assertion: SqlAssertion, answer: SqlAnswer, other?: SqlAnswer): CheckResult {
  const { rows: wanted, sameAs, at, sql } = assertion;
  const tryNext = runSql(at, sql);
  if (answer.kind !== 'rows') return combine([noRows(assertion, answer, at)]);
  if (sameAs && other) {
    if (other.kind !== 'rows') return combine([noRows(assertion, other, sameAs.at)]);
    const ordered = isOrdered(sql) && isOrdered(sameAs.sql);
    return combine([{ tryNext, ...sameRows({ at, rows: answer }, { at: sameAs.at, rows: other }, ordered) }]);
  }
  if (typeof wanted === 'number') return combine([{ tryNext, ...count(answer, wanted) }]);
  return combine([{ tryNext, ...wantedRows(answer, wanted ?? [], isOrdered(sql)) }]);
}

function count({ rows }: Rows, wanted: number): Aspect {
  const say = messages().check;
  return {
    ok: rows.length === wanted,
    expected: say.rows({ count: wanted }),
    actual: say.rows({ count: rows.length }),
  };
}

/** A table that is not there yet is as wrong as one without rows; the server says which. */
function noRows({ rows, sameAs, sql, at }: SqlAssertion, answer: SqlAnswer, from: DatabaseName): Aspect {
  const say = messages().check;
  const expected = sameAs
    ? say.sameRows({ other: sameAs.at })
    : say.rows({ count: typeof rows === 'number' ? rows : (rows?.length ?? 0) });
  return {
    ok: false,
    expected,
    actual: answer.kind === 'error' ? say.databaseRefused({ database: from }) : say.noResult({ database: from }),
    because: answer.kind === 'error' ? answer.message : undefined,
    tryNext: from === at ? runSql(at, sql) : runSql(from, sameAs?.sql ?? sql),
  };
}
