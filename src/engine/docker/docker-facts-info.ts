import { type DockerAnswer, parseFields } from './docker-facts.ts';

/** The machine that the containers run on, from `docker info --format '{{json .}}'`. What it does not tell is left out. */
export type InfoFact = {
  readonly memoryBytes?: number;
  /** milliseconds since 1970, by the daemon's clock */
  readonly clock?: number;
  /** where the daemon keeps images and volumes, in its own file system */
  readonly rootDir?: string;
  /** in a virtual machine of its own: memory is set there, and its files are not this system's */
  readonly isDesktop: boolean;
};

export function infoFact(answer: DockerAnswer): InfoFact {
  const info = answer.kind === 'ended' ? parseFields(answer.stdout) : {};
  const { MemTotal, SystemTime, DockerRootDir, OperatingSystem } = info;
  const clock = typeof SystemTime === 'string' ? Date.parse(SystemTime) : Number.NaN;
  return {
    ...(typeof MemTotal === 'number' && MemTotal > 0 && { memoryBytes: MemTotal }),
    ...(Number.isFinite(clock) && { clock }),
    ...(typeof DockerRootDir === 'string' && DockerRootDir !== '' && { rootDir: DockerRootDir }),
    isDesktop: /docker desktop|orbstack|colima/i.test(String(OperatingSystem)),
  };
}

/**
 * Seconds the daemon's clock is ahead of ours (negative: behind), rounded; 0 where it may be right.
 * @param asked our clock before and after the question, between which the daemon looked at its own
 */
export function clockSkew(clock: number, asked: { readonly from: number; readonly to: number }): number {
  // Less than this does no harm and may be the measuring.
  const tolerance = 2000;
  if (clock > asked.to + tolerance) return Math.round((clock - asked.to) / 1000);
  if (clock < asked.from - tolerance) return -Math.round((asked.from - clock) / 1000);
  return 0;
}
