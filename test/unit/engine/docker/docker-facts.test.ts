import { describe, expect, it } from 'vitest';
import { dockerProblem, remoteHost } from '../../../../src/engine/docker/diagnose-ask.ts';
import { startCommand } from '../../../../src/engine/docker/diagnose-problem.ts';
import {
  composeFact,
  type DaemonFact,
  type DockerAnswer,
  daemonFact,
  isAtLeast,
} from '../../../../src/engine/docker/docker-facts.ts';

/** The texts below were printed by real clients: 20.10.24 and 28.2.2 on Linux, others as reported by their users. */
const failed = (stderr: string, stdout = '', exit = 1): DockerAnswer => ({ kind: 'ended', exit, stdout, stderr });
const went = (stdout: string, stderr = ''): DockerAnswer => ({ kind: 'ended', exit: 0, stdout, stderr });

const onlyClient = (context: string): string =>
  `{"Client":{"Version":"28.2.2","ApiVersion":"1.50","Os":"linux","Arch":"amd64","Context":"${context}"},"Server":null}`;
const both = (server: object): string =>
  JSON.stringify({ Client: { Version: '28.2.2', Context: 'default' }, Server: server });
const good = { Version: '20.10.24+dfsg1', ApiVersion: '1.41', Os: 'linux', Arch: 'amd64' };

describe('the daemon', () => {
  it('answers', () => {
    expect(daemonFact(went(both(good)))).toEqual({
      state: 'answers',
      version: '20.10.24+dfsg1',
      os: 'linux',
      arch: 'amd64',
      context: 'default',
      isPodman: false,
    });
    const podman = went(both(good), 'Emulate Docker CLI using podman. Create /etc/containers/nodocker to quiet msg.');
    expect(daemonFact(podman)).toMatchObject({ state: 'answers', isPodman: true });
  });

  it.each([
    'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
    'failed to connect to the docker API at unix:///var/run/docker.sock; check if the path is correct and if the daemon is running: dial unix /var/run/docker.sock: connect: no such file or directory',
    'failed to connect to the docker API at npipe:////./pipe/dockerDesktopLinuxEngine; check if the path is correct and if the daemon is running: open //./pipe/dockerDesktopLinuxEngine: The system cannot find the file specified.',
    'error during connect: This error may indicate that the docker daemon is not running.: Get "http://%2F%2F.%2Fpipe%2Fdocker_engine/v1.24/version": open //./pipe/docker_engine: The system cannot find the file specified.',
    'error during connect: Get "http://x/v1.50/version": command [ssh -l me -- other docker system dial-stdio] has exited with exit status 255',
    'Docker Desktop is unable to start',
  ])('does not run: %s', (stderr) => {
    expect(daemonFact(failed(stderr, onlyClient('desktop-linux')))).toEqual({
      state: 'not-running',
      context: 'desktop-linux',
    });
  });

  it.each([
    'permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Get "http://%2Fvar%2Frun%2Fdocker.sock/v1.50/version": dial unix /var/run/docker.sock: connect: permission denied',
    'Got permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Get "http://%2Fvar%2Frun%2Fdocker.sock/v1.24/version": dial unix /var/run/docker.sock: connect: permission denied',
    'permission denied while trying to connect to the docker API at unix:///var/run/docker.sock',
    'error during connect: Get "http://%2F%2F.%2Fpipe%2Fdocker_engine/v1.24/version": open //./pipe/docker_engine: Access is denied.',
  ])('does not let us: %s', (stderr) => {
    expect(daemonFact(failed(stderr, onlyClient('default')))).toEqual({ state: 'no-permission' });
  });

  it.each<[string, DaemonFact]>([
    [
      'Failed to initialize: unable to resolve docker endpoint: context "nope": context not found: open /home/me/.docker/contexts/meta/ca37/meta.json: no such file or directory',
      { state: 'no-context', context: 'nope' },
    ],
    [
      "The command 'docker' could not be found in this WSL 2 distro.\nWe recommend to activate the WSL integration in Docker Desktop settings.",
      { state: 'not-in-wsl' },
    ],
    [
      'Error response from daemon: Docker Desktop is manually paused. Unpause it through the Whale menu or Dashboard.',
      { state: 'paused' },
    ],
    [
      'Error response from daemon: client version 1.43 is too old. Minimum supported API version is 1.44, please upgrade your client to a newer version',
      {
        state: 'no-common-api',
        says: 'Error response from daemon: client version 1.43 is too old. Minimum supported API version is 1.44, please upgrade your client to a newer version',
      },
    ],
    ['what is this\nsomething new', { state: 'other', says: 'something new' }],
  ])('says: %s', (stderr, fact) => {
    expect(daemonFact(failed(stderr))).toEqual(fact);
  });

  it('is told about on stdout as well, as in WSL', () => {
    const text = "\nThe command 'docker' could not be found in this WSL 1 distro.\n";
    expect(daemonFact(failed('', text)).state).toBe('not-in-wsl');
  });

  it('is not there, or says nothing', () => {
    expect(daemonFact({ kind: 'not-found' })).toEqual({ state: 'not-installed' });
    expect(daemonFact({ kind: 'no-answer' })).toEqual({ state: 'no-answer' });
  });
});

describe('compose', () => {
  it('is found, whatever stands around its version', () => {
    expect(composeFact(went('2.26.1-4'))).toEqual({ state: 'found', version: '2.26.1-4' });
    expect(composeFact(went('v2.40.2-desktop.1'))).toEqual({ state: 'found', version: '2.40.2-desktop.1' });
    expect(composeFact(went('5.0.1'))).toEqual({ state: 'found', version: '5.0.1' });
    expect(composeFact(went('1.29.2'))).toEqual({ state: 'too-old', version: '1.29.2' });
  });

  it.each([
    "unknown flag: --short\nSee 'docker --help'.\n\nUsage:  docker [OPTIONS] COMMAND",
    "unknown flag: --short\n\nUsage:  docker [OPTIONS] COMMAND\n\nRun 'docker --help' for more information",
    "docker: 'compose' is not a docker command.\nSee 'docker --help'",
    'docker: unknown command: docker compose',
  ])('is missing: %s', (stderr) => {
    expect(composeFact(failed(stderr, '', 125))).toEqual({ state: 'missing' });
  });

  it('is broken', () => {
    expect(composeFact(failed('fork/exec /x/docker-compose: exec format error'))).toEqual({
      state: 'other',
      says: 'fork/exec /x/docker-compose: exec format error',
    });
  });
});

describe('the first problem', () => {
  const compose = { state: 'found', version: '2.26.1' } as const;
  const answers = { ...good, version: '28.0.0' };
  const daemon = daemonFact(went(both(answers)));

  it('is none', () => expect(dockerProblem({ daemon, compose }, {})).toBeUndefined());

  it('is the daemon before compose', () => {
    expect(dockerProblem({ daemon: { state: 'no-permission' }, compose: { state: 'missing' } }, {})?.kind).toBe(
      'no-permission',
    );
    expect(dockerProblem({ daemon, compose: { state: 'missing' } }, {})?.kind).toBe('compose-missing');
  });

  it('is what answers, where that is of no use', () => {
    const of = (server: object, env = {}) =>
      dockerProblem({ daemon: daemonFact(went(both({ ...good, ...server }))), compose }, env)?.kind;
    expect(of({ Version: '20.10.3' })).toBe('too-old');
    expect(of({ Version: '19.03.15' })).toBe('too-old');
    expect(of({ Os: 'windows' })).toBe('windows-containers');
    expect(of({}, { DOCKER_HOST: 'ssh://me@build-server' })).toBe('remote');
    expect(of({}, { DOCKER_HOST: 'unix:///run/user/1000/docker.sock' })).toBeUndefined();
  });
});

it('compares versions by their numbers', () => {
  expect(isAtLeast('20.10.24+dfsg1', '20.10.4')).toBe(true);
  expect(isAtLeast('20.10.4', '20.10.4')).toBe(true);
  expect(isAtLeast('20.10.3', '20.10.4')).toBe(false);
  expect(isAtLeast('20.9.99', '20.10.4')).toBe(false);
  expect(isAtLeast('27', '20.10.4')).toBe(true);
  expect(isAtLeast('dev', '20.10.4')).toBe(true);
});

it('tells another machine from this one', () => {
  expect(remoteHost('tcp://10.0.0.7:2376')).toBe('10.0.0.7');
  expect(remoteHost('ssh://me@build.example')).toBe('build.example');
  for (const here of ['tcp://127.0.0.1:2375', 'tcp://localhost:2375', 'unix:///x.sock', 'npipe:////./pipe/x', '']) {
    expect(remoteHost(here)).toBeUndefined();
  }
  expect(remoteHost(undefined)).toBeUndefined();
});

it('starts the daemon as its maker does', () => {
  expect(startCommand({ family: 'macos' }, 'colima')).toBe('colima start');
  expect(startCommand({ family: 'macos' }, 'desktop-linux')).toBe('open -a Docker');
  expect(startCommand({ family: 'windows' }, 'desktop-linux')).toBe('docker desktop start');
  expect(startCommand({ family: 'debian' }, 'rootless')).toBe('systemctl --user start docker');
  expect(startCommand({ family: 'debian' }, 'default')).toMatch(/^sudo (systemctl|service)/);
});
