import type { SqlAnswer, SqlCell } from '../check/sql-facts.ts';
import { plainText } from '../markdown/index.ts';
import { layoutTable } from '../markdown/table.ts';
import { messages } from '../messages/index.ts';

/** As wide as a table may be, in cells; of a wider one each row is a block of lines. */
const widest = 72;

/** What a learner sees of an answer: a table and how many rows it has, or how many rows were changed, or the server's error. */
export function answerLines(answer: SqlAnswer): readonly string[] {
  const say = messages().database;
  switch (answer.kind) {
    case 'rows':
      return [...tableLines(answer), say.rows({ count: answer.rows.length })];
    case 'done':
      return [answer.changed === 0 ? say.nothingChanged : say.changed({ count: answer.changed })];
    case 'error':
      return [say.error(answer)];
  }
}

function tableLines({ columns, rows }: Extract<SqlAnswer, { kind: 'rows' }>): readonly string[] {
  if (rows.length === 0) return [];
  const table = {
    kind: 'table',
    alignments: columns.map(({ numeric }) => (numeric ? 'right' : 'left')),
    header: columns.map(({ name }) => cell(name)),
    rows: rows.map((row) => row.map(cell)),
  } as const;
  // What a tool prints is the same on every terminal: checks may look for it.
  return plainText(layoutTable(table, widest, '-')).split('\n');
}

const cell = (value: SqlCell) => [[{ text: value === null ? 'NULL' : onOneRow(value) }]];

/** Line ends and other control characters would tear the table apart. */
const onOneRow = (value: string): string => value.replaceAll(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
