import { messages } from '../messages/index.ts';

/** A time that passes, for people: `1.2 s`, `12 s`, `1 min 5 s`. Takes milliseconds. */
export function duration(ms: number): string {
  const seconds = Math.max(0, ms) / 1000;
  if (seconds < 9.95) return messages().time.seconds({ seconds: seconds.toFixed(1) });
  return wholeSeconds(seconds);
}

/** A time without fractions: `3 s`, `1 min 5 s`. Takes seconds. */
export function wholeSeconds(seconds: number): string {
  const whole = Math.round(seconds);
  const say = messages().time;
  if (whole < 60) return say.seconds({ seconds: `${whole}` });
  return say.minutes({ minutes: Math.floor(whole / 60), seconds: whole % 60 });
}

/** Bytes as megabytes without a fraction. */
export const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)}`;

/** The time of day, as a clock here shows it: `15:04:05`. Takes milliseconds. */
export const clockTime = (ms: number): string => new Date(ms).toTimeString().slice(0, 8);
