import { type ParseOptions, parseLesson } from '../../../src/lesson/parse-lesson.ts';
import type { Lesson, Step } from '../../../src/lesson/types.ts';

/** Front matter of six lines and an empty one: what follows starts at line 9. */
export const frontMatter = `---
id: topics
title: Topics
summary: Create a topic.
minutes: 10
services: [broker]
---

`;

/** A step's heading and id, three lines: what follows starts at line 12. */
export const stepHead = '## A step\n<!-- step: a -->\n\n';

export const path = '/pack/topics/lesson.md';

/** The lesson, or a failed test that shows what is wrong. */
export function lessonOf(text: string, options?: ParseOptions): Lesson {
  const { lesson, errors } = parseLesson({ path, text, folder: 'topics' }, options);
  if (lesson === undefined) throw new Error(`not a lesson:\n${shown(errors)}`);
  return lesson;
}

/** The only step of a lesson with this content. */
export function stepOf(content: string, options?: ParseOptions): Step {
  const [step] = lessonOf(frontMatter + stepHead + content, options).steps;
  if (step === undefined) throw new Error('no step');
  return step;
}

/** `line:column message [suggestion]`, one a line. */
export function errorsOf(text: string, options?: ParseOptions): readonly string[] {
  const { lesson, errors } = parseLesson({ path, text, folder: 'topics' }, options);
  if ((lesson === undefined) !== errors.length > 0) throw new Error('either a lesson or errors');
  return lines(errors);
}

/** Errors of a step's content; the content's first line is line 1. */
export function stepErrors(content: string, options?: ParseOptions): readonly string[] {
  return errorsOf(frontMatter + stepHead + content, options).map((line) =>
    line.replace(/^\d+/, (number) => String(Number(number) - 11)),
  );
}

/** A fenced block. */
export const fence = (info: string, ...lines: readonly string[]): string =>
  [`\`\`\`${info}`, ...lines, '```', ''].join('\n');

export const run = fence('sh run', 'kafka-topics.sh --list');
export const check = (...lines: readonly string[]): string => fence('yaml check', ...lines);

type Errors = ReturnType<typeof parseLesson>['errors'];
const lines = (errors: Errors): readonly string[] =>
  errors.map(
    ({ position, message, suggestion }) =>
      `${position.line}:${position.column} ${message}${suggestion === undefined ? '' : ` [${suggestion}]`}`,
  );
const shown = (errors: Errors): string => lines(errors).join('\n');
