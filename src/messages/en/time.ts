/** How long something takes. */
export const time = {
  milliseconds: ({ count }: { count: number }) => `${count} ms`,
  seconds: ({ seconds }: { seconds: string }) => `${seconds} s`,
  minutes: ({ minutes, seconds }: { minutes: number; seconds: number }) =>
    seconds === 0 ? `${minutes} min` : `${minutes} min ${seconds} s`,
};
