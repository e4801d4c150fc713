import * as z from 'zod';
import { messages } from '../../messages/index.ts';
import { defined } from '../defined.ts';
import { list, oneOf, strict, text } from '../schema.ts';
import { databaseNames } from '../types.ts';
import { withNumbers } from '../yaml-plain.ts';
import { faultAt, refuseTogether } from './rules.ts';

const database = oneOf(databaseNames);

const cell = z.preprocess(
  withNumbers,
  z.union([z.string(), z.number(), z.boolean(), z.null()], { error: () => messages().lesson.wantsCell }),
);
const row = z.record(z.string(), cell, { error: () => messages().lesson.wantsRow });

const count = z.int({ error: () => messages().lesson.wantsRows }).min(0, { error: () => messages().lesson.wantsRows });

/** how many rows there are, or the rows; not a union, whose errors would not say which row */
export const rows = z.unknown().transform((value, context) => {
  const result = Array.isArray(value) ? list(row).safeParse(value) : count.safeParse(value);
  if (result.success) return result.data;
  for (const { path, message } of result.error.issues) context.addIssue({ code: 'custom', path: [...path], message });
  return z.NEVER;
});

/** `sql: QUERY` */
export const sql = strict({
  sql: text,
  at: database,
  rows: rows.exactOptional(),
  'same-as': strict({ sql: text, at: database }).exactOptional(),
})
  .superRefine(refuseTogether('rows', 'same-as'))
  .superRefine((item, context) => {
    if (!('rows' in item) && !('same-as' in item)) faultAt(context, 'sql', messages().lesson.sqlNeedsRows);
  })
  .transform(({ 'same-as': sameAs, ...rest }) => ({ subject: 'sql' as const, ...rest, ...defined({ sameAs }) }));
