import * as z from 'zod';
import { messages } from '../messages/index.ts';
import { idFrom, isId, isTopicName, pathFault, portOf } from './names.ts';
import { museum } from './types.ts';
import { asWritten, withNumbers } from './yaml-plain.ts';

/** The scalars and lists that check blocks, front matter and pack.yaml are made of. Every message is one of ours. */

const m = () => messages().lesson;

/** A mapping without other keys. The message of an unknown key lists the known ones: validate.ts reads it back. */
export const strict = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : m().wantsMapping),
  });

/** Text; numbers and booleans become the text they were written as. */
export const anyText = z.unknown().transform((value, context): string => {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const written = asWritten(value);
  if (written !== undefined) return written;
  context.addIssue({ code: 'custom', message: m().wantsText });
  return z.NEVER;
});

export const text = anyText.refine((value) => value.trim() !== '', { error: () => m().wantsSomeText });

/** Text on one line, for titles. */
export const line = text.refine((value) => !/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(value), {
  error: () => m().wantsOneLine,
});

/** Sentences: line ends are allowed, other control characters are not. */
export const prose = text.refine((value) => !/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(value), {
  error: () => m().wantsPlainText,
});

export const wholeNumber = z.int({ error: () => m().wantsWholeNumber }).min(0, { error: () => m().wantsWholeNumber });
export const positiveNumber = z
  .int({ error: () => m().wantsPositiveNumber })
  .min(1, { error: () => m().wantsPositiveNumber });
export const flag = z.boolean({ error: () => m().wantsBoolean });

export const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, { error: () => m().wantsOneOf({ names: values }) });

const filled = { error: () => m().wantsFilledList };

export const list = <Item extends z.ZodType>(item: Item) => z.array(item, { error: () => m().wantsList });

/** One value, or a list of at least one. */
export const oneOrMore = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(item).min(1, filled));

export const filledList = <Item extends z.ZodType>(item: Item) => list(item).min(1, filled);

function refuseTwice(values: readonly (string | number)[], context: Pick<z.core.$RefinementCtx, 'addIssue'>): void {
  const seen = new Set<string | number>();
  for (const [index, value] of values.entries()) {
    if (seen.has(value)) {
      context.addIssue({ code: 'custom', path: [index], message: m().twice({ name: String(value) }) });
    }
    seen.add(value);
  }
}

/** A list in which nothing stands twice. */
export const distinct = <Item extends z.ZodType<string>>(item: Item) => list(item).superRefine(refuseTwice);

/** One value, or a list of at least one in which nothing stands twice. */
export const oneOrMoreDistinct = <Item extends z.ZodType<string> | z.ZodType<number>>(item: Item) =>
  oneOrMore(item).superRefine(refuseTwice);

/** Names to texts, as topic settings and properties files have them. */
export const settings = z
  .record(z.string(), anyText, { error: () => m().wantsMapping })
  .refine((value) => Object.keys(value).length > 0, { error: () => m().wantsFilledMapping });

/** The source of a regular expression with flags m and u. */
export const pattern = text.superRefine((source, context) => {
  try {
    new RegExp(source, 'mu');
  } catch (error) {
    const problem = error instanceof Error ? error.message.replace(/^.*\/mu: /s, '') : '';
    context.addIssue({ code: 'custom', message: m().badPattern({ problem }) });
  }
});

/** A path inside a folder: the lesson's workspace, the pack. */
export const fileName = text.superRefine((name, context) => {
  const fault = pathFault(name);
  if (fault !== undefined) context.addIssue({ code: 'custom', message: m().badPath({ name, fault }) });
});

/** Ids of lessons and packs. */
export const id = text.superRefine((name, context) => {
  if (isId(name)) return;
  context.addIssue({ code: 'custom', message: m().badId({ id: name }), params: { meant: idFrom(name) } });
});

export const topicName = text.refine(isTopicName, { error: () => m().badTopicName });

/** `HOST:PORT`, as clients write where they start. */
export const address = text.superRefine((written, context) => {
  if (portOf(written) !== undefined) return;
  const bare = written.replace(/^\w+:\/\//, '').replace(/\/$/, '');
  const params = portOf(bare) === undefined ? {} : { params: { meant: bare } };
  context.addIssue({ code: 'custom', message: m().badAddress({ address: written }), ...params });
});

/** Where an assertion looks. */
export const place = oneOf([museum]);

/** Any value, numbers as numbers: JSON, and the cells of a database. */
export const anyValue = z.unknown().transform(withNumbers);
