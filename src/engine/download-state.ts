export type DownloadState = {
  readonly done: number;
  readonly total: number;
  /** undefined until there is a rate to go by */
  readonly secondsLeft?: number;
};

/** How far a download is: at the pace so far, never past its end. */
export function downloadState(done: number, total: number, elapsedMs: number): DownloadState {
  const capped = Math.min(done, total);
  if (capped <= 0 || elapsedMs < 1000) return { done: capped, total };
  return { done: capped, total, secondsLeft: Math.ceil(((total - capped) * elapsedMs) / capped / 1000) };
}
