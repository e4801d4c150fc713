export type DownloadState = {
  readonly done: number;
  readonly total: number;
  /** undefined until there is a rate to go by */
  readonly secondsLeft?: number;
};

/** The part that has to be there before a time is promised. */
const tellFrom = 0.1;

/** How far a download is: at the pace so far, never past its end. */
export function downloadState(done: number, total: number, elapsedMs: number): DownloadState {
  const capped = Math.min(done, total);
  // Hundreds of small descriptions come first: the pace of the first seconds promises hours.
  if (capped < total * tellFrom || elapsedMs < 1000) return { done: capped, total };
  return { done: capped, total, secondsLeft: Math.ceil(((total - capped) * elapsedMs) / capped / 1000) };
}
