import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCourse } from '../../src/commands/load-course.ts';
import { allSteps, findStep, keyOf, ownServices, stepsOf } from '../../src/course/index.ts';
import type { StepRef } from '../../src/course/types.ts';
import type { EngineKind } from '../../src/engine/types.ts';
import type { Step } from '../../src/lesson/types.ts';
import { testHome } from '../support/broker.ts';
import { dockerAnswers } from '../support/docker-answers.ts';
import { goOn, placeOf, playStep } from './play.ts';
import { programPath, type RunningProgram, startProgram } from './program.ts';

/**
 * The whole course without a screen, on each engine: the same results, and a learner who changes from one to the other loses nothing. The
 * program speaks Korean in it, because checks look at what it prints as well; in English the course is played by its keys (course.test.ts).
 */

const pack = await loadCourse(fileURLToPath(new URL('../../lessons/', import.meta.url)));
const lesson = pack.lessons.find(({ id }) => id === 'topics');
const steps = lesson ? stepsOf(lesson) : [];
/** The whole course on one engine. */
const longest = 900_000;

type Report = {
  readonly engine: EngineKind;
  readonly failed: number;
  readonly steps: readonly {
    readonly lesson: string;
    readonly step: string;
    readonly status: string;
    readonly commands: readonly object[];
    readonly checks: readonly object[];
  }[];
};

const stepOf = (ref: StepRef): Step => {
  const step = findStep(pack, ref)?.step;
  if (!step) throw new Error(`no such step: ${keyOf(ref)}`);
  return step;
};

describe('the course in Korean', () => {
  let home: string;
  let env: NodeJS.ProcessEnv;
  let app: RunningProgram | undefined;
  let native: Report;

  beforeAll(async () => {
    const made = await testHome({ KAFKA_LESSONS_ENGINE: '' });
    env = made.env;
    home = made.folders.home;
  });
  afterAll(async () => {
    app?.dispose();
    // The downloads are those of all tests: only Docker's side is purged.
    await program(['down', '--engine', 'native']);
    if (dockerAnswers) await program(['down', '--purge', '--engine', 'docker']);
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  });

  const program = (args: readonly string[]) =>
    execa(process.execPath, [programPath, ...args], { env, reject: false, stdin: 'ignore' });
  /** of the engine used last */
  const topics = async (): Promise<readonly string[]> =>
    (await program(['tool', 'kafka-topics', '--bootstrap-server', 'localhost:9092', '--list'])).stdout.split('\n');
  const performAll = async (engine: EngineKind): Promise<Report> => {
    const { stdout } = await program(['run', '--all', '--json', '--lang', 'ko', '--engine', engine]);
    expect(stdout).toMatch(/[가-힣]/);
    return JSON.parse(stdout);
  };

  it('is performed to its end by the native engine', { timeout: longest }, async () => {
    native = await performAll('native');
    expect(native.engine).toBe('native');
    expect(native.steps.filter(({ status }) => status !== 'passed')).toEqual([]);
    expect(native.steps.map(keyOf)).toEqual(allSteps(pack).map(keyOf));
  });

  it.runIf(dockerAnswers)('has the same results in Docker, step by step', { timeout: longest }, async () => {
    // Two engines at once would only slow each other down.
    await program(['down', '--engine', 'native']);
    const docker = await performAll('docker');
    expect([docker.engine, docker.failed]).toEqual(['docker', 0]);
    // What an engine does not have is there to be read, and nothing else is.
    const skipped = docker.steps.filter(({ status }) => status === 'skipped').map(keyOf);
    expect(skipped).toEqual(
      allSteps(pack)
        .filter((ref) => ownServices(stepOf(ref)).length > 0)
        .map(keyOf),
    );
    const both = (report: Report) => report.steps.filter((step) => !skipped.includes(keyOf(step)));
    expect(both(docker).map(withoutWhatDiffers)).toEqual(both(native).map(withoutWhatDiffers));
  });

  it.runIf(dockerAnswers)(
    'goes on with the engine that brought something up last, unless another is asked for',
    async () => {
      await program(['up', '--engine', 'native']);
      const engineOf = async (...args: string[]) => (await program(['status', ...args])).stdout.split('\n')[0];
      expect(await engineOf()).toMatch(/native \(as the last time\)/);
      expect(await engineOf('--engine', 'docker')).toMatch(/docker \(you asked/);
      expect(await engineOf()).toMatch(/native \(as the last time\)/);
      await program(['up', '--engine', 'docker']);
      expect(await engineOf()).toMatch(/docker \(as the last time\)/);
      const asked = await execa(process.execPath, [programPath, 'status', '--json'], {
        env: { ...env, KAFKA_LESSONS_ENGINE: 'native' },
      });
      expect(JSON.parse(asked.stdout).engine).toBe('native');
    },
  );

  const play = async (running: RunningProgram, refs: readonly StepRef[]): Promise<void> => {
    for (const ref of refs) {
      await running.until(placeOf(pack, ref));
      await playStep(running, pack, ref, home);
      await goOn(running, pack, ref);
    }
  };

  it.runIf(dockerAnswers)(
    'is begun natively in the app and gone on with in Docker, where the open lesson is rebuilt',
    async () => {
      await program(['reset', '--engine', 'docker']);
      expect(await topics()).not.toContain('quickstart-events');
      const before = lesson ? pack.lessons.slice(0, pack.lessons.indexOf(lesson)) : [];
      await program(['run', ...before.map(({ id }) => id), '--engine', 'native']);
      const middle = steps.findIndex(({ step }) => step === 'orders');
      expect(middle).toBeGreaterThan(1);

      app = startProgram(['--engine', 'native'], { env });
      await play(app, steps.slice(0, middle));
      app.type('q');
      expect(await app.ended).toBe(0);
      app.dispose();

      app = startProgram(['--engine', 'docker'], { env, columns: 120, rows: 40 });
      await app.until('docker');
      await app.until(placeOf(pack, steps[middle] as StepRef));
      await play(app, steps.slice(middle));
      app.type('q');
      expect(await app.ended).toBe(0);

      const { stdout } = await program(['check', ...steps.map(keyOf), '--json', '--engine', 'docker']);
      const checked = JSON.parse(stdout) as {
        readonly steps: readonly { readonly step: string; readonly status: string }[];
      };
      // What the steps made before the change exists on the other engine as well.
      expect(checked.steps.filter(({ status }) => status === 'failed')).toEqual([]);
      expect(await topics()).toEqual(expect.arrayContaining(['quickstart-events', 'orders']));
    },
  );
});

/** Times, and what really ran, are an engine's own. Which broker gets which replica is drawn by lot for each topic, on any engine. */
const withoutWhatDiffers = ({ commands, checks, ...step }: Report['steps'][number]) => ({
  ...step,
  ms: 0,
  commands: commands.map((command) => ({ ...command, ran: '' })),
  checks: step.lesson === 'replication' ? checks.map((check) => ({ ...check, actual: '' })) : checks,
});
