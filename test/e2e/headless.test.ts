import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { ownCache } from '../support/own-cache.ts';
import { tempFolder } from '../support/temp.ts';
import { programPath } from './program.ts';
import { course, openStage, type Stage, stageOf } from './stage.ts';

/** The program without a terminal: scripts, CI, teachers. stdout is for results, stderr for messages, and the exit code says it all. */

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.remove());

const stackTrace = /^\s+at .*[:(]/m;

describe('before anything is learnt', () => {
  it('--version is answered without loading Ink, kafkajs or anything else of size', async () => {
    const hooks = pathToFileURL(fileURLToPath(new URL('log-imports.mjs', import.meta.url))).href;
    const { stdout, stderr } = await execa(process.execPath, ['--import', hooks, programPath, '--version']);
    expect(stdout).toBe(manifest.version);
    const imported = [...stderr.matchAll(/^import (?!node:)(.*)$/gm)].map(([, url]) => fileURLToPath(url ?? ''));
    expect(imported).toContain(programPath);
    const sizes = await Promise.all(imported.map(async (file) => (await stat(file)).size));
    // main.mjs and what the bundler puts beside it for all files; no library fits into that.
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(5000);
  });

  it('without a terminal it prints the map and how to go on', async () => {
    const { exitCode, stdout, stderr } = await stage.run([]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    for (const { title } of course.lessons) expect(stdout).toContain(title);
    expect(stdout).toContain('Next step: first-broker/tangle');
    expect(stdout).toContain('kafka-lessons run first-broker/tangle');
  });

  it('list --json is the same as data', async () => {
    const { exitCode, stdout } = await stage.run(['list', '--json']);
    expect(exitCode).toBe(0);
    const map = JSON.parse(stdout);
    expect(map).toMatchObject({ pack: 'kafka-lessons', next: 'first-broker/tangle' });
    expect(map.lessons.map(({ id }: { id: string }) => id)).toEqual(course.lessons.map(({ id }) => id));
    expect(map.lessons[0].steps[0]).toEqual({ id: 'tangle', title: 'The tangle', kind: 'reading', standing: 'open' });
  });

  it('leaves no file behind for having been looked at', async () => {
    expect((await readdir(stage.home)).filter((name) => name !== 'environment')).toEqual([]);
  });
});

describe('what was mistyped', () => {
  it.each([
    ['an unknown lesson', ['run', 'topic'], 'Did you mean topics?'],
    ['an unknown step', ['check', 'topics/creat'], 'Did you mean topics/create?'],
    ['an unknown option', ['list', '--jsn'], 'There is no option --jsn here.\nDid you mean --json?'],
    ['an unknown command', ['lst'], 'There is no command lst.\nDid you mean list?'],
    ['an unknown language', ['list', '--lang', 'fr'], '--lang cannot be fr.\nNext: one of en, ko'],
    ['an unknown service', ['up', 'brokr'], 'There is no service called brokr.'],
  ])('%s is told, with exit code 2', async (_, args, told) => {
    const { exitCode, stdout, stderr } = await stage.run(args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(told);
    expect(stderr).not.toMatch(stackTrace);
  });
});

describe('a machine without Java', () => {
  it('is told the command that installs it, with exit code 3', async () => {
    const env = { PATH: '', JAVA_HOME: undefined };
    const { exitCode, stderr } = await stage.run(['run', 'topics/create'], env);
    expect(exitCode).toBe(3);
    expect(stderr).toContain('Java is missing');
    expect(stderr).toMatch(/Next: .*(install|brew|winget|pacman|apk)/);
    expect(stderr).not.toMatch(stackTrace);
    const doctor = await stage.run(['doctor', '--json'], env);
    expect(doctor.exitCode).toBe(3);
    expect(JSON.parse(doctor.stdout).usable).toBe(false);
  });
});

describe('the broker', () => {
  it('is brought up by the first step that needs it, also the middle of a lesson, and again and again', async () => {
    for (let time = 0; time < 2; time += 1) {
      const { exitCode, stdout, stderr } = await stage.run(['run', 'topics/create']);
      expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
      expect(stdout).toContain('Created topic quickstart-events.');
      expect(stdout).toContain('1 passed, 0 failed');
    }
  });

  it('is found well by the doctor', async () => {
    const { exitCode, stdout } = await stage.run(['doctor', '--json']);
    expect(exitCode).toBe(0);
    const { usable, engines } = JSON.parse(stdout);
    expect(usable).toBe(true);
    // The chosen engine comes first.
    expect(engines[0].engine).toBe('native');
    const said = engines[0].findings.map(({ what }: { what: string }) => what).join();
    expect(said).toMatch(/The broker runs at 127\.0\.0\.1:\d+/);
  });

  it('gives run --json a document of the promised shape, and nothing else on stdout', async () => {
    const { exitCode, stdout } = await stage.run(['run', 'topics', '--json']);
    expect(exitCode).toBe(0);
    const report = JSON.parse(stdout);
    const steps = course.lessons.find(({ id }) => id === 'topics')?.steps ?? [];
    expect(Object.keys(report)).toEqual(['pack', 'engine', 'steps', 'passed', 'failed']);
    expect(report).toMatchObject({ pack: 'kafka-lessons', engine: 'native', failed: 0 });
    expect(report.steps.map(({ step }: { step: string }) => step)).toEqual(steps.map(({ id }) => id));
    for (const step of report.steps) {
      expect(Object.keys(step)).toEqual(['lesson', 'step', 'status', 'ms', 'commands', 'checks']);
    }
    expect(report.steps.find(({ step }: { step: string }) => step === 'create')).toEqual({
      lesson: 'topics',
      step: 'create',
      status: 'passed',
      ms: expect.any(Number),
      commands: [
        {
          line: expect.stringContaining('kafka-topics.sh --bootstrap-server localhost:9092'),
          ran: expect.stringMatching(/kafka-topics --bootstrap-server 127\.0\.0\.1:\d+/),
          exit: 0,
        },
      ],
      checks: [
        { status: 'pass', expected: 'the command ended well', actual: 'the command ended well' },
        { status: 'pass', expected: 'exists, 1 partition, leaders 1/1', actual: 'exists, 1 partition, leaders 1/1' },
      ],
    });
  });

  it('is looked at by check, which performs nothing', async () => {
    const good = await stage.run(['check', 'topics']);
    expect(good).toMatchObject({ exitCode: 0 });
    const drop = ['tool', 'kafka-topics', '--bootstrap-server', 'localhost:9092', '--delete', '--topic', 'orders'];
    expect((await stage.run(drop)).exitCode).toBe(0);
    const bad = await stage.run(['check', 'topics']);
    expect(bad.exitCode).toBe(1);
    expect(bad.stdout).toContain('no such topic');
    expect((await stage.run(['check', 'topics/orders', '--json'])).stdout).toContain('"failed": 1');
  });

  it('ends a run on SIGINT with 130, and nothing but the broker runs on', async () => {
    const running = execa(process.execPath, [programPath, 'run', '--all'], { ...options(stage), reject: false });
    const isAtWork = (text: string): boolean => /^\s*\$ kafka-/m.test(text);
    let out = '';
    running.stdout.on('data', (chunk) => {
      const before = out;
      out += chunk;
      if (isAtWork(out) && !isAtWork(before)) running.kill('SIGINT');
    });
    expect((await running).exitCode).toBe(130);
    const broker = await stage.brokerPid();
    await expect.poll(() => stage.processes([broker]), { timeout: 5000 }).toEqual([]);
  });

  it('that has died blocks a check: exit code 3, never a wrong answer', async () => {
    process.kill(await stage.brokerPid(), 'SIGKILL');
    const { exitCode, stdout } = await stage.run(['check', 'topics/create', '--json']);
    expect(exitCode).toBe(3);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({ failed: 0, steps: [{ status: 'blocked', checks: [{ status: 'blocked' }] }] });
  });

  it('is down after down, which may be said twice', async () => {
    for (let time = 0; time < 2; time += 1) expect(await stage.run(['down'])).toMatchObject({ exitCode: 0 });
    const { stdout } = await stage.run(['status', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ engine: 'native', services: [{ service: 'broker', state: 'stopped' }] });
    expect(await stage.processes()).toEqual([]);
  });
});

const options = ({ env }: Stage) => ({ env, extendEnv: false, stdin: 'ignore' }) as const;

describe('lessons of somebody else', () => {
  let pack: string;

  beforeAll(async () => {
    pack = await tempFolder();
    await mkdir(join(pack, 'one'));
    await writeFile(join(pack, 'pack.yaml'), packYaml);
  });

  afterAll(() => rm(pack, { recursive: true }));

  it('with an error are told where it is', async () => {
    await writeFile(join(pack, 'one', 'lesson.md'), lessonText.replace('partitions: 2', 'partition: 2'));
    const { exitCode, stderr } = await stage.run(['run', '--all', '--pack', pack]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/lesson\.md:21:3\b/);
    expect(stderr).toMatch(/^.*partition: 2\n.*\^/m);
    expect(stderr).toContain('partitions');
    expect(stderr).not.toMatch(stackTrace);
  });

  it('are not performed before somebody has said that they are trusted', async () => {
    await writeFile(join(pack, 'one', 'lesson.md'), lessonText);
    const { exitCode, stdout, stderr } = await stage.run(['run', '--all', '--pack', pack]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('kafka-topics.sh');
    expect(stderr).toMatch(/--trust [0-9a-f]{16}$/m);
  });

  it('run, with progress of their own', async () => {
    await writeFile(join(pack, 'one', 'lesson.md'), lessonText);
    const { exitCode, stdout, stderr } = await stage.run(['run', '--all', '--pack', pack, '--trust', 'any']);
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
    expect(stdout).toContain('2 passed, 0 failed');
    const listed = JSON.parse((await stage.run(['list', '--json', '--pack', pack])).stdout);
    expect(listed).toMatchObject({ pack: 'own', lessons: [{ done: 2, total: 2 }] });
    expect(JSON.parse((await stage.run(['list', '--json'])).stdout).pack).toBe('kafka-lessons');
  });
});

describe('a home with spaces and Korean letters', () => {
  it('works, and purge leaves nothing there but progress', async () => {
    const cache = await ownCache({ filled: true });
    const home = join(cache.folders.home, '카프카 수업');
    const env = { ...cache.env, KAFKA_LESSONS_HOME: home };
    const own = stageOf(env, home);
    try {
      const { exitCode, stderr } = await own.run(['run', 'topics/create']);
      expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
      expect(await own.run(['down', '--purge'])).toMatchObject({ exitCode: 0 });
      const left = await filesUnder(cache.folders.home);
      expect(left.map((path) => path.slice(home.length + 1)).sort()).toEqual([
        'progress.json',
        'progress.previous.json',
      ]);
      expect(
        JSON.parse(await readFile(join(home, 'progress.json'), 'utf8')).packs['kafka-lessons'].steps,
      ).toHaveProperty(['topics/create']);
      expect(JSON.parse((await own.run(['status', '--json'])).stdout).services[0].state).toBe('absent');
    } finally {
      await own.remove();
      await cache.remove();
    }
  });
});

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
}

const packYaml = `format: 1
name: own
title: { en: My lessons }
languages: [en]
lessons: [one]
`;

const lessonText = `---
id: one
title: One
summary: One step.
minutes: 1
services: [broker]
owns: { topics: [own-topic] }
---

# One

## Make it
<!-- step: make -->

\`\`\`sh run
kafka-topics.sh --bootstrap-server localhost:9092 --create --topic own-topic --partitions 2
\`\`\`

\`\`\`yaml check
- topic: own-topic
  partitions: 2
\`\`\`

## Write to it
<!-- step: write -->

\`\`\`sh run
echo "안녕 Kafka" | kafka-console-producer.sh --bootstrap-server localhost:9092 --topic own-topic
\`\`\`

\`\`\`yaml check
- records: own-topic
  values: ['안녕 Kafka']
\`\`\`
`;
