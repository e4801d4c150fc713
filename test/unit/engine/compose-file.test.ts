import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadComposeFile, readComposeFile } from '../../../src/engine/compose-file.ts';
import { UserError } from '../../../src/errors.ts';
import { temporaryFolder } from '../command/run-support.ts';

const good = `name: shop
services:
  kafka:
    image: apache/kafka:4.3.1
    ports:
      - 127.0.0.1:9192:9092
    environment:
      KAFKA_NODE_ID: 1
      KAFKA_AUTO_CREATE_TOPICS_ENABLE: "false"
      KAFKA_ADVERTISED_LISTENERS: PLAINTEXT://kafka:9092
    volumes:
      - data:/var/lib/kafka/data
volumes:
  data:
`;

/** A file with one service, whose settings these are. */
const service = (...lines: string[]): string =>
  ['services:', '  kafka:', '    image: apache/kafka:4.3.1', ...lines.map((line) => `    ${line}`)].join('\n');

function refused(text: string) {
  try {
    readComposeFile(text, 'compose.yaml');
  } catch (error) {
    if (error instanceof UserError) return error.explanation;
    throw error;
  }
  throw new Error('not refused');
}

describe('readComposeFile', () => {
  it('reads what Kafka is told', () => {
    expect(readComposeFile(good, 'compose.yaml')).toMatchObject({
      service: 'kafka',
      image: 'apache/kafka:4.3.1',
      ports: [{ hostIp: '127.0.0.1', host: 9192, container: 9092 }],
      environment: {
        KAFKA_NODE_ID: '1',
        KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
        KAFKA_ADVERTISED_LISTENERS: 'PLAINTEXT://kafka:9092',
      },
      volumes: ['data'],
      mounts: ['/var/lib/kafka/data'],
    });
  });

  it('reads settings that are a list, and Windows line ends', () => {
    const text = service('environment:', '  - KAFKA_NODE_ID=1', '  - "KAFKA_OPTS=-Da=b"', '  - EMPTY=').replaceAll(
      '\n',
      '\r\n',
    );
    expect(readComposeFile(text, 'compose.yaml')).toMatchObject({
      environment: { KAFKA_NODE_ID: '1', KAFKA_OPTS: '-Da=b', EMPTY: '' },
      ports: [],
      volumes: [],
    });
  });

  it('says where something stands that only an engine can judge', () => {
    const { wrong } = readComposeFile(good, 'compose.yaml');
    expect(wrong('image', { what: 'No.', next: 'Yes.' }).explanation).toMatchObject({
      what: 'compose.yaml:4:12  No.',
      next: 'Yes.',
    });
    expect(wrong({ variable: 'KAFKA_ADVERTISED_LISTENERS' }, { what: 'No.' }).message).toMatch(/^compose.yaml:10:35 /);
    expect(wrong({ variable: 'KAFKA_NO_SUCH' }, { what: 'No.' }).message).toMatch(/^compose.yaml:4:5 /);
  });

  it.each([
    ['9192:9092', '- 127.0.0.1:9192:9092'],
    ['"0.0.0.0:9192:9092"', '- 127.0.0.1:9192:9092'],
    ['"[::]:9192:9092"', '- 127.0.0.1:9192:9092'],
    ['192.168.1.7:80:9092', '- 127.0.0.1:80:9092'],
    ['9092', '- 127.0.0.1:9092:9092'],
    ['127.0.0.1:9192-9199:9092', '- 127.0.0.1:9092:9092'],
    ['127.0.0.1:9192:9092/udp', '- 127.0.0.1:9092:9092'],
    ['127.0.0.1:70000:9092', '- 127.0.0.1:70000:9092'],
    ['{ target: 9092, published: 9192 }', '- 127.0.0.1:9092:9092'],
  ])('lets nobody else in the network connect: - %s', (port, next) => {
    const told = refused(service('ports:', `  - ${port}`));
    expect(told.what).toMatch(/^compose\.yaml:5:9 {2}/);
    expect(told.why).toContain('127.0.0.1');
    expect(told.next).toBe(next);
  });

  it.each([
    '/:/host',
    './data:/data',
    '../..:/data',
    '~/.ssh:/data',
    'other:/data',
    '/var/run/docker.sock:/var/run/docker.sock',
    '{ type: bind, source: /, target: /host }',
  ])('mounts no folder of the computer: %s', (mount) => {
    const told = refused(`${service('volumes:', `  - ${mount}`)}\nvolumes:\n  data:\n`);
    expect(told.what).toMatch(/^compose\.yaml:5:9 {2}/);
    expect(told.why).toContain('outside the container');
  });

  it.each([
    'privileged: true',
    'network_mode: host',
    'pid: host',
    'cap_add: [ALL]',
    'devices: [/dev/sda]',
    'build: .',
    'command: [sh]',
    'env_file: /etc/passwd',
    'extends: other',
    'security_opt: [seccomp=unconfined]',
  ])('has no other setting: %s', (line) => {
    const key = line.split(':')[0];
    const told = refused(service(line));
    expect(told.what).toBe(`compose.yaml:4:5  ${key} cannot be used here.`);
    expect(told.why).toContain('only this computer');
    expect(told.next).toContain('image, environment, ports');
  });

  it.each([
    ['include: [/etc/other.yaml]', '1:1'],
    ['secrets: { key: { file: /etc/shadow } }', '1:1'],
    ['volumes: { data: { driver_opts: { type: none, o: bind, device: / } } }', '1:18'],
    ['volumes: { data: { external: true } }', '1:18'],
    ['networks: { default: { external: true } }', '1:1'],
  ])('has nothing else beside its service: %s', (line, place) => {
    expect(refused(`${line}\n${service()}`).what.split('  ')[0]).toBe(`compose.yaml:${place}`);
  });

  it.each([
    ['a variable of the shell', service('environment:', '  A: $HOME'), '5:10'],
    ['a variable as a default', service('environment:', '  - A=$HOME'), '5:9'],
    ['a value from the shell', service('environment:', '  - AWS_SECRET_ACCESS_KEY'), '5:9'],
    ['a value from the shell, in the other form', service('environment:', '  AWS_SECRET_ACCESS_KEY:'), '5:29'],
    ['a truth value', service('environment:', '  A: true'), '5:10'],
    ['a number that readers write differently', service('environment:', '  A: 0x10'), '5:10'],
    ['settings that are no list', service('environment: A=1'), '4:18'],
    ['a second service', `${service()}\n  other:\n    image: apache/kafka:4.3.1`, '4:3'],
    ['no service', 'services:\n', '1:1'],
    ['a service without an image', 'services:\n  kafka:\n    ports: []\n', '2:3'],
    ['a service without anything', 'services:\n  kafka:\n', '2:3'],
    ['a name that is a path', 'services:\n  ../kafka:\n    image: a\n', '2:3'],
    ['no mapping', '- services\n', '1:1'],
    ['nothing', '', '1:1'],
    ['what is no YAML', 'services: [\n', '2:1'],
    ['a key that stands twice', `${service()}\n    image: other`, '4:5'],
    ['an anchor', service('environment: &a', '  A: b'), '4:18'],
    ['a tag', service('environment: !reset', '  A: b'), '4:18'],
    ['a second document', `${service()}\n---\n${service('privileged: true')}`, '4:1'],
    ['a line that only another reader sees', service('# a\u2028    privileged: true'), '4:8'],
    ['a line that only another reader sees, again', service('# a\u0085    privileged: true'), '4:8'],
  ])('refuses %s', (_, text, place) => {
    expect(refused(text).what.split('  ')[0]).toBe(`compose.yaml:${place}`);
  });
});

describe('loadComposeFile', () => {
  it('reads a file of the folder and of no other', async () => {
    const folder = join(temporaryFolder(), 'lesson');
    await mkdir(folder);
    await writeFile(join(folder, 'compose.yaml'), good);
    await writeFile(join(folder, '..', 'outside.yaml'), good);
    expect((await loadComposeFile('compose.yaml', folder)).service).toBe('kafka');
    await expect(loadComposeFile('missing.yaml', folder)).rejects.toThrow(/There is no file missing\.yaml/);
    await expect(loadComposeFile('../outside.yaml', folder)).rejects.toBeInstanceOf(UserError);
    await expect(loadComposeFile('..', folder)).rejects.toBeInstanceOf(UserError);
  });
});
