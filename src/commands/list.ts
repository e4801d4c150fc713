import { basename } from 'node:path';
import {
  allSteps,
  keyOf,
  lessonProgress,
  nextToDo,
  recordOf,
  sameStep,
  stepStanding,
  stepsOf,
  wasAhead,
} from '../course/index.ts';
import type { CourseState } from '../course/types.ts';
import { exitCodes } from '../errors.ts';
import { inPackOrder } from '../lesson/in-pack-order.ts';
import { titleOf } from '../lesson/title-of.ts';
import type { BrokenLesson } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import { folders } from '../platform/folders.ts';
import { readRecords } from '../progress/index.ts';
import { glyphs } from '../terminal/glyphs.ts';
import { loadCourse } from './load-course.ts';
import type { CommonOptions } from './options.ts';
import { printJson, printLine } from './output.ts';
import { ownLine } from './own-line.ts';

const marks = () => ({ passed: glyphs().good, skipped: '-', open: ' ', ahead: ' ', locked: ' ' }) as const;

/** `list [--json]` */
export async function listCommand(options: CommonOptions & { readonly json?: boolean }): Promise<number> {
  const pack = await loadCourse(options.pack);
  const course: CourseState = { ...(await readRecords(folders().home, pack.name)), pack };
  if (options.json) printMapJson(course);
  else printMap(course, options.pack);
  return exitCodes.good;
}

/** The course map: lessons, their steps, what is done, and the next step. given: what `--pack` says. */
export function printMap(course: CourseState, given?: string): void {
  const say = messages().cli;
  const next = nextToDo(course);
  const widest = Math.max(...allSteps(course.pack).map((ref) => keyOf(ref).length));
  printLine(titleOf(course.pack));
  for (const { kind, number, lesson } of inPackOrder(course.pack)) {
    printLine();
    if (kind === 'broken') {
      printLine(`${number}  ${brokenLine(lesson)}`);
      continue;
    }
    const { done, total } = lessonProgress(course, lesson.id);
    printLine(`${number}  ${lesson.title}  (${lesson.id})  ${say.stepsDone({ done, total })}`);
    printLine(`   ${lesson.summary} ${say.minutes({ minutes: lesson.minutes })}`);
    for (const ref of stepsOf(lesson)) {
      const standing = stepStanding(course, ref);
      const step = lesson.steps.find(({ id }) => id === ref.step);
      const words = [
        ...(next && sameStep(ref, next) ? [say.standing.next] : standing === 'open' ? [say.standing.open] : []),
        ...(standing === 'skipped' ? [say.standing.skipped] : []),
        ...(wasAhead(course, ref) ? [say.standing.ahead] : []),
      ];
      const remark = words.length === 0 ? '' : `  (${words.join(', ')})`;
      printLine(`   ${marks()[standing]} ${keyOf(ref).padEnd(widest)} ${step?.title ?? ''}${remark}`);
    }
  }
  if (!next) return;
  printLine();
  const step = keyOf(next);
  printLine(say.nextStep({ step, run: ownLine(['run', step], given), check: ownLine(['check', step], given) }));
}

/** A lesson that cannot be opened: which, and where its first error is. */
function brokenLine({ id, folder, errors: [first, ...others] }: BrokenLesson): string {
  const say = messages().pack;
  const place = first ? `${folder}/${basename(first.position.path)}:${first.position.line}` : folder;
  return `${id ?? folder}  ${say.broken}: ${say.brokenWhere({ place, count: others.length + 1 })}`;
}

const brokenJson = ({ id, folder, errors }: BrokenLesson) => ({
  ...(id !== undefined && { id }),
  folder,
  errors: errors.map(({ position, message }) => ({ ...position, message })),
});

/** The same as data. */
function printMapJson(course: CourseState): void {
  const next = nextToDo(course);
  printJson({
    pack: course.pack.name,
    next: next ? keyOf(next) : null,
    ...(course.pack.broken && { broken: course.pack.broken.map(brokenJson) }),
    lessons: course.pack.lessons.map((lesson) => ({
      id: lesson.id,
      title: lesson.title,
      summary: lesson.summary,
      minutes: lesson.minutes,
      ...lessonProgress(course, lesson.id),
      steps: lesson.steps.map((step) => {
        const ref = { lesson: lesson.id, step: step.id };
        const record = recordOf(course, ref);
        return {
          id: step.id,
          title: step.title,
          kind: step.kind,
          standing: stepStanding(course, ref),
          ...(record?.ahead && { ahead: true }),
          ...(record && { attempts: record.attempts, hints: record.hints, at: record.at }),
        };
      }),
    })),
  });
}
