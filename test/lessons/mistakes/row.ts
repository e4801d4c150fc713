import type { Deed } from '../support/learner.ts';

/** One mistake of a lesson, and how to make it. */
export type MistakeRow = {
  /** LESSON/STEP */
  readonly step: string;
  /** how the sentence of the mistake begins */
  readonly mistake: string;
  /**
   * What is done from where the step begins: a line is typed and runs to its end, whatever it says;
   * `{ background: LINE }` stays; `{ stop: ID }` ends a background command of the lesson; `{ file: { name: text } }` is
   * written into the workspace; `{ enter: true }` performs the step.
   */
  readonly make: readonly Deed[];
  /** made after the row before it, where that left the step, and not from the step's beginning: saves time */
  readonly goesOn?: true;
};

/** Rows of one step, each made where the one before left it, as by somebody who gets it wrong again and again. */
export const oneAfterTheOther = (
  step: string,
  rows: readonly (readonly [mistake: string, ...make: Deed[]])[],
): readonly MistakeRow[] =>
  rows.map(([mistake, ...make], index) => ({ step, mistake, make, ...(index > 0 && { goesOn: true }) }));

export const broker = '--bootstrap-server localhost:9092';
export const withKeys = '--reader-property parse.key=true --reader-property key.separator=:';

/** Types these lines into a producer; each is a record. */
export const produce = (topic: string, records: readonly string[], options = withKeys): string =>
  `printf '%s\\n' ${records.map((record) => `'${record}'`).join(' ')} | kafka-console-producer.sh ${broker} --topic ${topic} ${options}`;

export const create = (topic: string, partitions?: number): string =>
  `kafka-topics.sh ${broker} --create --topic ${topic}${partitions === undefined ? '' : ` --partitions ${partitions}`}`;

export const remove = (topic: string): string => `kafka-topics.sh ${broker} --delete --topic ${topic}`;
