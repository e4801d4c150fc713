import type { Step } from '../lesson/types.ts';

/** The hint to show after these, by its place in the lesson: what helps with a panel that is mended comes last. */
export function nextHint(
  { hints }: Pick<Step, 'hints'>,
  shown: readonly number[],
  mended: ReadonlySet<string>,
): number | undefined {
  const left = hints.map((_, index) => index).filter((index) => !shown.includes(index));
  const isUseful = (index: number): boolean => {
    const panel = hints[index]?.panel;
    return panel === undefined || !mended.has(panel);
  };
  return left.find(isUseful) ?? left[0];
}
