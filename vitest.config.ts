import { defineConfig } from 'vitest/config';

/** What measures time, or performs the course on one engine after the other, has the machine to itself. */
const alone = [
  'test/kafka/**/*.test.ts',
  'test/connect/soak.test.ts',
  ...['engines', 'flood', 'idle', 'live'].map((name) => `test/e2e/${name}.test.ts`),
];

/** Real brokers, on downloads that all files share. */
const real = { globalSetup: ['test/support/kafka-once.ts'], testTimeout: 120_000, hookTimeout: 300_000 };

/**
 * The proof of the lessons is what takes longest, and it starts one small JVM after the other: beside it runs what is mostly waiting. Projects of
 * a group share its workers, in the order of their names.
 */
const beside = { maxWorkers: 2, sequence: { groupOrder: 1 } };

export default defineConfig({
  test: {
    projects: [
      {
        // vitest leaves a core free, which is half of a small machine.
        test: { name: 'unit', maxWorkers: '100%', include: ['test/unit/**/*.test.{ts,tsx}'], testTimeout: 10_000 },
      },
      {
        test: { ...real, ...beside, name: 'lessons', include: ['test/lessons/**/*.test.ts'] },
      },
      {
        test: {
          ...real,
          ...beside,
          name: 'real',
          include: ['test/engine/**/*.test.ts', 'test/connect/**/*.test.ts', 'test/e2e/**/*.test.ts'],
          exclude: alone,
          globalSetup: [...real.globalSetup, 'test/support/engines-ran.ts'],
        },
      },
      {
        test: { ...real, name: 'timed', include: alone, maxWorkers: 1, sequence: { groupOrder: 2 } },
      },
    ],
  },
});
