import type { Lesson, ServiceName, Step } from '../lesson/types.ts';

/** Services a step needs beside those of its lesson: those its blocks and checks name with `at`. */
export function ownServices({ runs, solution, checks, setup }: Step): readonly ServiceName[] {
  const blocks = [...(setup?.blocks ?? []), ...runs, ...solution].flatMap((block) =>
    block.kind === 'sh' ? (block.at ?? []) : [],
  );
  const looked = checks.flatMap((check) => ('at' in check && check.subject !== 'sql' ? (check.at ?? []) : []));
  return [...new Set([...blocks, ...looked])];
}

/** All services a step needs. */
export const servicesOf = (lesson: Lesson, step: Step): readonly ServiceName[] => [
  ...new Set([...lesson.services, ...ownServices(step)]),
];

/** The service for want of which a step can only be read where these are to be had; undefined if it can be done. */
export const missingService = (step: Step, available: readonly ServiceName[]): ServiceName | undefined =>
  ownServices(step).find((service) => !available.includes(service));

/** A step as it is where only these services are to be had: one that needs another is there to be read. */
export const stepHere = (step: Step, available: readonly ServiceName[]): Step =>
  missingService(step, available) === undefined ? step : toRead(step);

function toRead({ setup: _, board: __, ...step }: Step): Step {
  return { ...step, kind: 'reading', runs: [], checks: [], mistakes: [], solution: [], hints: [] };
}
