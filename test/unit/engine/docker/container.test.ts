import { describe, expect, it } from 'vitest';
import { composeFolder } from '../../../../src/engine/compose-folder.ts';
import { dockersWords } from '../../../../src/engine/docker/docker-failed.ts';
import { parseEnvFile, readImages } from '../../../../src/engine/docker/images.ts';
import { parseContainers } from '../../../../src/engine/docker/kafka-containers.ts';
import { saysPortTaken } from '../../../../src/engine/docker/start-nodes.ts';

const inspected = (
  status: string,
  project = 'kafka-lessons',
  bindings: object | null = { '9092/tcp': [{ HostIp: '127.0.0.1', HostPort: '40001' }] },
) =>
  JSON.stringify([
    {
      Name: '/abc',
      State: { Status: status, ExitCode: 0 },
      Config: { Labels: { 'kafka-lessons.project': project } },
      HostConfig: { PortBindings: bindings },
    },
  ]);

describe('parseContainers', () => {
  it.each([
    ['running', 'running'],
    ['restarting', 'running'],
    ['paused', 'paused'],
    ['exited', 'stopped'],
    ['created', 'stopped'],
    ['dead', 'stopped'],
  ])('takes %s for %s', (status, state) => {
    expect(parseContainers(inspected(status), 'kafka-lessons')).toEqual([{ name: 'abc', state, port: 40001 }]);
  });
  it('does not take a container of another project, or of nobody, for ours', () => {
    expect(parseContainers(inspected('running', 'kafka-lessons-1234abcd'), 'kafka-lessons')).toEqual([]);
    expect(parseContainers(inspected('running').replace('kafka-lessons.project', 'other'), 'kafka-lessons')).toEqual(
      [],
    );
  });
  it('knows that there may be none', () => {
    expect(parseContainers('[]\n', 'kafka-lessons')).toEqual([]);
    expect(parseContainers('', 'kafka-lessons')).toEqual([]);
  });
  it('knows one that publishes nothing', () => {
    expect(parseContainers(inspected('exited', 'kafka-lessons', null), 'kafka-lessons')).toMatchObject([
      { port: undefined },
    ]);
  });
});

it.each([
  'Bind for 127.0.0.1:9092 failed: port is already allocated',
  'Error starting userland proxy: listen tcp4 127.0.0.1:9092: bind: address already in use',
  'Ports are not available: exposing port TCP 127.0.0.1:9092 -> 0.0.0.0:0: listen tcp 127.0.0.1:9092: bind: An attempt was made to access a socket in a way forbidden by its access permissions.',
])('takes «%s» for a taken port', (text) => {
  expect(saysPortTaken(text)).toBe(true);
});

it('says the words of docker without their frame', () => {
  const text =
    ' Container kafka-lessons-broker-1  Creating\nError response from daemon: Conflict. The name is in use.\n';
  expect(dockersWords(text)).toBe('Conflict. The name is in use.');
  expect(dockersWords('')).not.toBe('');
});

describe('the images', () => {
  it('are those of compose/.env, unless a variable says otherwise', async () => {
    const compose = composeFolder();
    expect(await readImages({ compose, env: {} })).toEqual({ kafka: 'apache/kafka:4.3.1', mariadb: 'mariadb:11.4' });
    const env = { KAFKA_LESSONS_KAFKA_IMAGE: 'apache/kafka:4.4.0' };
    expect(await readImages({ compose, env })).toEqual({ kafka: 'apache/kafka:4.4.0', mariadb: 'mariadb:11.4' });
  });
  it('are read past comments and Windows line ends', () => {
    expect([...parseEnvFile('# A=1\r\nB=2\r\n\r\nC=d:e=f\r\n')]).toEqual([
      ['B', '2'],
      ['C', 'd:e=f'],
    ]);
  });
});
