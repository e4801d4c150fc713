import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { execa } from 'execa';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diagnoseDocker } from '../../src/engine/docker/diagnose.ts';
import type { Finding } from '../../src/engine/types.ts';
import { findProgram } from '../../src/platform/find-program.ts';
import { programPath } from '../e2e/program.ts';
import { testHome } from '../support/broker.ts';
import { dockerAnswers } from '../support/docker-answers.ts';

/** What the doctor finds on machines that are broken: really, where that can be made here, else by a docker that answers as the real one does. */

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kafka-lessons-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const path = process.env['PATH'] ?? '';

/** A PATH on which this script comes first. */
async function withProgram(name: string, script: string): Promise<string> {
  const bin = join(folder, 'bin');
  await mkdir(bin, { recursive: true });
  await writeFile(join(bin, name), `#!/bin/sh\n${script}\n`);
  await chmod(join(bin, name), 0o755);
  return `${bin}${delimiter}${path}`;
}

const missingImage = 'kafka-lessons-test/nosuch:1';

async function findings(env: NodeJS.ProcessEnv, options: { image?: string; port?: number } = {}) {
  const { image = 'apache/kafka:4.3.1', port = 9092 } = options;
  return diagnoseDocker({
    env: { ...process.env, DOCKER_HOST: undefined, ...env },
    images: [{ name: image, essential: true }],
    project: 'kafka-lessons-test-doctor',
    port,
    status: async () => [{ service: 'broker', state: 'absent' }],
  });
}

const errors = (found: readonly Finding[]) => found.filter(({ level }) => level === 'error');

/** Every problem says what it means, and one thing that mends it. */
function expectProblem(found: readonly Finding[], id: string): Finding {
  const finding = found.find((each) => each.id === id);
  if (!finding) throw new Error(`no ${id} among ${found.map((each) => each.id).join(', ')}`);
  expect(finding.what).toMatch(/\w/);
  expect(finding.fix).toMatch(/\w/);
  return finding;
}

describe('a machine without a usable Docker', () => {
  it('has no docker command', async () => {
    const found = await findings({ PATH: folder });
    expectProblem(found, 'docker-not-installed');
    // Nothing more is asked of what is not there.
    expect(found).toHaveLength(1);
  });

  it('has a docker that hangs: it is given 2 s, also if a child of it keeps the pipes open', async () => {
    const begun = performance.now();
    expectProblem(await findings({ PATH: await withProgram('docker', 'sleep 20') }), 'docker-no-answer');
    expect(performance.now() - begun).toBeLessThan(4000);
  });

  it.each<[string, string]>([
    ['docker-not-in-wsl', "The command 'docker' could not be found in this WSL 2 distro."],
    ['docker-paused', 'Docker Desktop is manually paused. Unpause it through the Whale menu or Dashboard.'],
    ['docker-no-common-api', 'client version 1.43 is too old. Minimum supported API version is 1.44'],
    ['docker-other', 'something of tomorrow'],
  ])('%s', async (id, says) => {
    const PATH = await withProgram('docker', `cat >&2 <<'END'\n${says}\nEND\nexit 1`);
    expectProblem(await findings({ PATH }), id);
  });
});

/** A docker that answers as the real one: each question its text. */
type Answers = {
  readonly server?: object;
  readonly compose?: string;
  readonly info?: object;
  readonly image?: string;
  readonly manifest?: string;
};

function answering({ server, compose = '2.40.2', info = {}, image = 'echo amd64', manifest = 'exit 1' }: Answers) {
  const all = { Version: '28.2.2', Os: 'linux', Arch: 'amd64', ...server };
  const version = JSON.stringify({ Client: { Version: '28.2.2', Context: 'default' }, Server: all });
  const told = JSON.stringify({ MemTotal: 8e9, SystemTime: new Date().toISOString(), ...info });
  return `case "$1" in
  version) echo '${version}' ;;
  compose) ${compose.startsWith('exit') ? compose : `echo ${compose}`} ;;
  context) echo unix:///var/run/docker.sock ;;
  info) echo '${told}' ;;
  image) ${image} ;;
  manifest) ${manifest} ;;
esac`;
}

describe('a Docker that answers', () => {
  it.each<[string, Answers]>([
    ['docker-too-old', { server: { Version: '20.10.3' } }],
    ['docker-windows-containers', { server: { Os: 'windows' } }],
    ['docker-compose-too-old', { compose: '1.29.2' }],
    ['image-offline', { image: 'echo "No such image" >&2; exit 1', manifest: 'echo "no such host" >&2; exit 1' }],
    ['image-rate-limited', { image: 'echo "No such image" >&2; exit 1', manifest: 'echo toomanyrequests >&2; exit 1' }],
  ])('is of no use: %s', async (id, answers) => {
    const found = await findings({ PATH: await withProgram('docker', answering(answers)) });
    expectProblem(found, id);
    expect(errors(found).map((each) => each.id)).toEqual([id]);
  });

  it.each<[string, Answers]>([
    ['docker-memory-short', { info: { MemTotal: 700e6, OperatingSystem: 'Docker Desktop' } }],
    ['docker-clock-skew', { info: { SystemTime: new Date(Date.now() - 600_000).toISOString() } }],
    ['image-emulated', { server: { Arch: 'arm64' } }],
  ])('is of use, with a note: %s', async (id, answers) => {
    const found = await findings({ PATH: await withProgram('docker', answering(answers)) });
    expect(expectProblem(found, id).level).toBe('warning');
    expect(errors(found)).toEqual([]);
  });

  it('has images that are not here yet but can be had', async () => {
    const answers = { image: 'echo "No such image" >&2; exit 1', manifest: 'echo {}' };
    const found = await findings({ PATH: await withProgram('docker', answering(answers)) });
    expect(found).toContainEqual(expect.objectContaining({ id: 'image-missing', level: 'warning' }));
    expect(errors(found)).toEqual([]);
  });

  it('says who has the port', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    try {
      const found = await findings({ PATH: await withProgram('docker', answering({})) }, { port });
      const taken = found.find(({ id }) => id === 'port-taken');
      expect(taken?.what).toContain(`(pid ${process.pid})`);
      expect(taken?.level).toBe('warning');
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });
});

describe.runIf(dockerAnswers)('the real docker', () => {
  const docker = async (...args: string[]): Promise<string> => (await execa('docker', args)).stdout.trim();
  const realDocker = async (): Promise<string> => (await findProgram('docker', process.env)) ?? 'docker';

  it('is fine', async () => {
    const found = await findings({});
    expect(errors(found)).toEqual([]);
    expect(found.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['docker', 'docker-compose', 'image', 'docker-memory', 'broker-absent']),
    );
  });

  it('finds no daemon at DOCKER_HOST', async () => {
    const found = await findings({ DOCKER_HOST: `unix://${join(folder, 'nowhere.sock')}` });
    expect(expectProblem(found, 'docker-not-running').fix).toBe('unset DOCKER_HOST');
  });

  it('may not use the socket', async () => {
    const socket = join(folder, 'docker.sock');
    const server = createServer().listen(socket);
    await once(server, 'listening');
    await chmod(folder, 0o755);
    await chmod(socket, 0o000);
    // Root may use any: the client runs as somebody else.
    const isRoot = process.getuid?.() === 0;
    const run = isRoot ? 'setpriv --reuid=65534 --regid=65534 --clear-groups' : '';
    try {
      const PATH = await withProgram('docker', `HOME=/ exec ${run} ${await realDocker()} "$@"`);
      expectProblem(await findings({ PATH, DOCKER_HOST: `unix://${socket}` }), 'docker-no-permission');
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });

  it('has no such context', async () => {
    expectProblem(await findings({ DOCKER_CONTEXT: 'nosuch' }), 'docker-no-context');
  });

  it('lacks the compose plugin; who has the old docker-compose is told that it will not do', async () => {
    // The real client on a plugin that is not there.
    const script = `[ "$1" = compose ] && { shift; set -- nosuchplugin "$@"; }\nexec ${await realDocker()} "$@"`;
    const PATH = await withProgram('docker', script);
    const missing = expectProblem(await findings({ PATH }), 'docker-compose-missing');
    expect(missing.why).not.toContain('1.29.2');
    await withProgram('docker-compose', 'echo "docker-compose version 1.29.2, build 5becea4c"');
    expect(expectProblem(await findings({ PATH }), 'docker-compose-missing').why).toContain('1.29.2');
  });

  it('cannot get an image, and says so within seconds', async () => {
    const begun = performance.now();
    const [problem] = errors(await findings({}, { image: missingImage }));
    expect(problem?.id).toMatch(/^image-(offline|registry-unreachable|no-such-image|not-allowed|rate-limited)$/);
    expect(problem?.what).toContain(missingImage);
    expect(performance.now() - begun).toBeLessThan(12_000);
  });

  it('names the container that has the port, and what another home runs or has left', async () => {
    const name = `kafka-lessons-test-${process.pid}`;
    const label = `kafka-lessons.project=${name}`;
    await docker(
      'run',
      '-d',
      '--name',
      name,
      '--label',
      label,
      '-p',
      '127.0.0.1::9092',
      'apache/kafka:4.3.1',
      'sleep',
      '60',
    );
    try {
      const port = Number((await docker('port', name, '9092')).split(':').at(-1));
      const found = await findings({}, { port });
      expect(found.find(({ id }) => id === 'port-taken')?.what).toContain(`container ${name}`);
      // Somebody works there: nothing that would end it is offered.
      const about = (all: readonly Finding[]) =>
        all.filter(({ id, what }) => id !== 'port-taken' && what.includes(name));
      expect(about(found)).toMatchObject([{ id: 'docker-other-home', level: 'ok' }]);
      expect(about(found)[0]?.fix).toBeUndefined();
      await docker('kill', name);
      expect(about(await findings({}, { port }))).toMatchObject([
        { id: 'docker-leftover', fix: `docker compose -p ${name} down --volumes` },
      ]);
    } finally {
      await docker('rm', '--force', '--volumes', name);
    }
  });
});

describe('the built program', () => {
  /** Only these programs on PATH. */
  async function only(...programs: string[]): Promise<string> {
    const bin = join(folder, 'only');
    await mkdir(bin, { recursive: true });
    for (const name of programs) {
      const real = await findProgram(name, process.env);
      if (real) await symlink(real, join(bin, name));
    }
    return bin;
  }

  const doctor = (env: NodeJS.ProcessEnv, ...args: string[]) => run(env, 'doctor', ...args);

  /** In a home of its own, which is gone afterwards. */
  async function run(env: NodeJS.ProcessEnv, ...args: string[]) {
    const made = await testHome({ KAFKA_LESSONS_ENGINE: '', ...env });
    try {
      return await execa(process.execPath, [programPath, ...args], {
        env: made.env,
        extendEnv: false,
        reject: false,
      });
    } finally {
      await rm(made.folders.home, { recursive: true, force: true });
    }
  }

  it('takes native where there is no docker, and says so', async () => {
    const { stdout, exitCode } = await doctor({ PATH: await only('java', 'mvn', 'sh') });
    expect(stdout).toMatch(/^engine native: without Docker: not installed/);
    expect(stdout).toContain('note     Docker is not installed');
    expect(stdout).toContain('The lessons can run here (native).');
    expect(exitCode).toBe(0);
  });

  it('ends with 3 where neither engine is ready, and says what both lack', async () => {
    const { stdout, exitCode } = await doctor({ PATH: await only('sh'), JAVA_HOME: '' });
    expect(stdout).toContain('missing  Java is missing');
    expect(stdout).toContain('missing  Docker is not installed');
    expect(exitCode).toBe(3);
  });

  it('offers the other engine where the asked one cannot be used', async () => {
    const { stdout, exitCode } = await doctor({ PATH: await only('java', 'mvn', 'sh') }, '--engine', 'docker');
    expect(stdout).toMatch(/^engine docker: you asked for it/);
    expect(stdout).toContain('kafka-lessons --engine native');
    expect(exitCode).toBe(0);
  });

  it('says what both engines lack where something is to be started', async () => {
    const { stderr, exitCode } = await run({ PATH: await only('sh'), JAVA_HOME: '' }, 'up');
    expect(stderr).toMatch(/With Docker: not installed\n.*Java is missing/);
    expect(stderr).toContain('kafka-lessons doctor');
    expect(exitCode).toBe(3);
  });

  it.runIf(dockerAnswers)('says within seconds that an image cannot be had, and offers the native engine', async () => {
    const begun = performance.now();
    const image = { KAFKA_LESSONS_KAFKA_IMAGE: missingImage };
    const { stderr, exitCode } = await run(image, 'up', '--engine', 'docker');
    expect(stderr).toContain(missingImage);
    expect(stderr).toContain('--engine native');
    expect(exitCode).toBe(3);
    expect(performance.now() - begun).toBeLessThan(20_000);
  });

  it('writes a report without the names of the learner', async () => {
    const home = join(folder, 'home', 'minji');
    const PATH = await withProgram('docker', answering({}));
    await mkdir(join(home, 'kafka'), { recursive: true });
    const KAFKA_HOME = join(home, 'kafka');
    const DOCKER_HOST = 'tcp://minji:geheim@10.9.8.7:2375';
    const { stdout, exitCode } = await doctor({ PATH, HOME: home, KAFKA_HOME, DOCKER_HOST }, '--json');
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({ engine: 'native', usable: false, system: { platform: process.platform } });
    expect(report.engines.map(({ engine }: { engine: string }) => engine)).toEqual(['native', 'docker']);
    expect(stdout).toContain('~/kafka');
    expect(stdout).not.toMatch(/minji|geheim/);
    expect(exitCode).toBe(3);
  });
});
