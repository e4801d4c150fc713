import { describe, expect, it } from 'vitest';
import { otherHomes, parseContainers } from '../../../../src/engine/docker/diagnose-containers.ts';
import { findClock, findMemory, judgeDisk } from '../../../../src/engine/docker/diagnose-machine.ts';
import { type ImageProblem, imageFact, imageProblem } from '../../../../src/engine/docker/docker-facts-image.ts';
import { clockSkew, infoFact } from '../../../../src/engine/docker/docker-facts-info.ts';

describe('an image', () => {
  it('is here or missing', () => {
    expect(imageFact({ kind: 'ended', exit: 0, stdout: 'amd64\n', stderr: '' })).toEqual({
      state: 'here',
      arch: 'amd64',
    });
    for (const stderr of [
      'Error response from daemon: no such image: nosuch:1: No such image: nosuch:1',
      'Error: No such image: nosuch:1',
      'Error: No such object: nosuch:1',
    ]) {
      expect(imageFact({ kind: 'ended', exit: 1, stdout: '\n', stderr })).toEqual({ state: 'missing' });
    }
    expect(imageFact({ kind: 'no-answer' }).state).toBe('other');
  });

  it.each<[ImageProblem, string]>([
    [
      'offline',
      'Error response from daemon: Get "https://registry.example/v2/": dial tcp: lookup registry.example on 10.255.255.53:53: no such host',
    ],
    ['offline', 'dial tcp 192.0.2.7:443: connect: network is unreachable'],
    ['offline', 'lookup registry.example: Temporary failure in name resolution'],
    ['registry-unreachable', 'Get "https://registry.example/v2/": net/http: TLS handshake timeout'],
    [
      'registry-unreachable',
      'Get "https://registry.example/v2/": net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)',
    ],
    ['registry-unreachable', 'x509: certificate signed by unknown authority'],
    ['registry-unreachable', 'proxyconnect tcp: dial tcp 10.0.0.1:3128: connect: connection refused'],
    ['rate-limited', 'toomanyrequests: You have reached your unauthenticated pull rate limit.'],
    ['disk-full', 'failed to register layer: write /usr/lib/jvm/lib/modules: no space left on device'],
    ['no-such-image', 'manifest for apache/kafka:9 not found: manifest unknown: manifest unknown'],
    [
      'no-such-image',
      "pull access denied for nosuch, repository does not exist or may require 'docker login': denied: requested access to the resource is denied",
    ],
    ['not-allowed', 'unauthorized: authentication required'],
    ['no-such-platform', 'no matching manifest for linux/arm/v7 in the manifest list entries'],
    ['unknown', 'a text of tomorrow'],
  ])('cannot be had, %s: %s', (problem, text) => {
    expect(imageProblem(text)).toBe(problem);
  });
});

describe('the machine of the daemon', () => {
  const info = (fields: object) => infoFact({ kind: 'ended', exit: 0, stdout: JSON.stringify(fields), stderr: '' });

  it('is read from docker info', () => {
    expect(
      info({
        MemTotal: 2_076_000_256,
        SystemTime: '2026-11-22T23:00:25.259311272Z',
        DockerRootDir: '/var/lib/docker',
        OperatingSystem: 'Docker Desktop',
      }),
    ).toEqual({
      memoryBytes: 2_076_000_256,
      clock: Date.UTC(2026, 10, 22, 23, 0, 25, 259),
      rootDir: '/var/lib/docker',
      isDesktop: true,
    });
    expect(infoFact({ kind: 'no-answer' })).toEqual({ isDesktop: false });
    expect(info({ MemTotal: 0, SystemTime: '' })).toEqual({ isDesktop: false });
  });

  it('has too little memory or disk', () => {
    expect(findMemory({ memoryBytes: 900 * 1024 * 1024, isDesktop: true })).toMatchObject([
      { id: 'docker-memory-short', level: 'warning', fix: expect.stringContaining('Memory') },
    ]);
    expect(findMemory({ memoryBytes: 4e9, isDesktop: false })).toMatchObject([{ level: 'ok' }]);
    expect(findMemory({ isDesktop: false })).toEqual([]);
    expect(judgeDisk(100)).toMatchObject([{ id: 'docker-disk-short', fix: expect.stringContaining('prune') }]);
    expect(judgeDisk(100_000)).toMatchObject([{ level: 'ok' }]);
  });

  it('has a clock of its own', () => {
    const asked = { from: 100_000, to: 100_200 };
    expect(clockSkew(100_100, asked)).toBe(0);
    expect(clockSkew(98_500, asked)).toBe(0);
    expect(clockSkew(40_000, asked)).toBe(-60);
    expect(clockSkew(160_200, asked)).toBe(60);
    expect(findClock({ isDesktop: true }, -60)).toMatchObject([
      { id: 'docker-clock-skew', what: expect.stringContaining('60 s behind'), fix: 'docker desktop restart' },
    ]);
    expect(findClock({ isDesktop: true }, 0)).toEqual([]);
  });
});

it('reads containers with and without our label, and whether they run', () => {
  const listed = 'kafka-lessons-broker-1\tkafka-lessons\t\trunning\nkafka-docker-kafka-1\t\t\texited\n';
  expect(parseContainers(listed)).toEqual([
    { name: 'kafka-lessons-broker-1', project: 'kafka-lessons', running: true },
    { name: 'kafka-docker-kafka-1', project: '', running: false },
  ]);
  const composed = 'a-1\tkafka-lessons\tkafka-lessons-07\tcreated\nb-1\tkafka-lessons\tkafka-lessons\tpaused\n';
  expect(parseContainers(composed)).toEqual([
    { name: 'a-1', project: 'kafka-lessons', composeProject: 'kafka-lessons-07', running: false },
    { name: 'b-1', project: 'kafka-lessons', running: true },
  ]);
  // A docker that does not tell the state: nothing is taken for ended.
  expect(parseContainers('a-1\tkafka-lessons\t\t\n')).toMatchObject([{ running: true }]);
  expect(parseContainers('')).toEqual([]);
});

it('offers to remove what another home left only where nothing of that home runs', () => {
  const left = { project: 'kafka-lessons-11111111', running: false };
  const used = { project: 'kafka-lessons-22222222', running: false };
  const findings = otherHomes([
    { ...left, name: 'left-1' },
    { ...left, name: 'left-2', composeProject: 'kafka-lessons-11111111-07' },
    { ...used, name: 'used-1', running: true },
    { ...used, name: 'used-2', composeProject: 'kafka-lessons-22222222-07' },
  ]);
  expect(findings).toMatchObject([
    { id: 'docker-leftover', fix: 'docker compose -p kafka-lessons-11111111 down --volumes' },
    { id: 'docker-leftover', fix: 'docker compose -p kafka-lessons-11111111-07 down --volumes' },
    { id: 'docker-other-home', level: 'ok', what: expect.stringContaining('is running in Docker: used-1.') },
  ]);
  expect(findings[2]).not.toHaveProperty('fix');
});
