import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          testTimeout: 10_000,
        },
      },
      {
        test: {
          name: 'real',
          include: [
            'test/engine/**/*.test.ts',
            'test/kafka/**/*.test.ts',
            'test/connect/**/*.test.ts',
            'test/lessons/**/*.test.ts',
            'test/e2e/**/*.test.ts',
          ],
          globalSetup: ['test/support/kafka-once.ts', 'test/support/engines-ran.ts'],
          // Two cores and real brokers: one file at a time keeps the timings honest.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
