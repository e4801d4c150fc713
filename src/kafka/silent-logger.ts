const nothing = (): void => {};

/** kafkajs would write its connection errors as JSON over the screen. What matters comes back as an error anyway. */
export const silentLogger = {
  info: nothing,
  error: nothing,
  warn: nothing,
  debug: nothing,
  namespace: () => silentLogger,
};
