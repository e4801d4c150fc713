import type { Messages } from '../index.ts';

/** How long something takes. */
export const time: Messages['time'] = {
  milliseconds: ({ count }) => `${count} ms`,
  seconds: ({ seconds }) => `${seconds}초`,
  minutes: ({ minutes, seconds }) => (seconds === 0 ? `${minutes}분` : `${minutes}분 ${seconds}초`),
};
