import { courseProgress, findStep } from '../course/index.ts';
import type { CourseState, StepRef } from '../course/types.ts';
import { addressText } from '../engine/address.ts';
import type { ServiceStatus } from '../engine/types.ts';
import { messages } from '../messages/index.ts';
import type { CommonOptions } from './options.ts';
import { ownLine } from './own-line.ts';

type Left = {
  readonly course: CourseState;
  /** the step that was on the screen */
  readonly ref?: StepRef;
  /** what is known of the services; undefined where the engine could not be asked */
  readonly services: readonly ServiceStatus[] | undefined;
  /** how the program was started: the next time it is to be started so again */
  readonly options: Pick<CommonOptions, 'ascii' | 'engine' | 'pack' | 'plain'>;
};

/** What is said on the normal screen, at most five lines: where the learner is, how to go on, what still runs and how to stop it. */
export function leavingLines({ course, ref, services, options }: Left): readonly string[] {
  const say = messages().cli.leaving;
  const { ascii, engine, plain, pack } = options;
  const words = [
    ...(engine === undefined ? [] : ['--engine', engine]),
    ...(plain ? ['--plain'] : []),
    ...(ascii ? ['--ascii'] : []),
  ];
  const running = services?.filter(({ state }) => state === 'running' || state === 'starting').map(nameOf);
  return [
    ...whereLines(course, ref),
    say.again({ line: ownLine(words, pack) }),
    ...(running === undefined ? [] : running.length === 0 ? [say.nothingRuns] : [say.running({ names: running })]),
    ...(running?.length ? [say.stopIt({ line: ownLine(['down']) })] : []),
  ];
}

function whereLines(course: CourseState, ref: StepRef | undefined): readonly string[] {
  const say = messages().cli.leaving;
  const count = courseProgress(course);
  if (count.done === count.total) return [say.done(count)];
  const found = ref && findStep(course.pack, ref);
  if (!found) return [say.count(count)];
  const { lesson, lessonIndex, step, stepIndex } = found;
  const place = {
    lesson: lessonIndex + 1,
    lessons: course.pack.lessons.length,
    step: stepIndex + 1,
    steps: lesson.steps.length,
  };
  return [say.at({ ...place, title: step.title }), say.count(count)];
}

/** `broker (127.0.0.1:9092)`, `cluster of 3 brokers`, `cluster (starting)`, `connect` */
function nameOf({ service, state, nodes = [], address }: ServiceStatus): string {
  const up = nodes.filter((node) => node.state === 'running').length;
  if (state === 'starting') return messages().cli.leaving.starting({ service });
  if (up > 0) return messages().cli.leaving.brokers({ service, count: up });
  return service === 'broker' && address ? `${service} (${addressText(address)})` : service;
}
