import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { composeFolder } from '../../../../src/engine/compose-folder.ts';
import { dockerKafka } from '../../../../src/engine/docker/kafka-containers.ts';
import { workspaceUser } from '../../../../src/engine/docker/workspace-user.ts';
import { kafkaNames } from '../../../../src/engine/kafkas.ts';
import { workerEnvironment } from '../../../../src/engine/native/connect-settings.ts';
import { nativePaths } from '../../../../src/engine/native/context.ts';
import { serverArguments } from '../../../../src/engine/native/database-settings.ts';
import { kafkaService } from '../../../../src/engine/native/kafka-nodes.ts';
import { serverProperties } from '../../../../src/engine/native/server-properties.ts';
import { folders } from '../../../../src/platform/folders.ts';

type Service = {
  readonly environment?: Record<string, string>;
  readonly command?: readonly string[];
  readonly ports?: readonly string[];
  readonly extends?: string | { readonly service: string };
};
type Compose = { readonly name?: string; readonly services: Record<string, Service> };

const read = async (name: string): Promise<Compose> =>
  parse(await readFile(join(composeFolder(), name), 'utf8'), { merge: true });

/** The image's rule: `KAFKA_` and the property in capitals, `.` as `_`. */
const variableOf = (property: string): string => `KAFKA_${property.toUpperCase().replaceAll('.', '_')}`;

/** What has to differ: addresses, folders, and how nodes find each other. */
const places = [
  'listeners',
  'advertised.listeners',
  'listener.security.protocol.map',
  'log.dirs',
  'controller.quorum.bootstrap.servers',
];

/** The node's settings in compose, and the native ones. */
async function settingsOf(file: string, service: string, nodeId: number, brokers: number) {
  const { node } = (await read('base.yaml')).services;
  const own = (await read(file)).services[service];
  return {
    inDocker: { ...node?.environment, ...own?.environment },
    native: serverProperties({ nodeId, brokers, port: 1, controllerPort: 2, dataFolder: '/data' }),
  };
}

describe('compose/', () => {
  describe.each([
    ['broker.yaml', 'broker', 1, 1],
    ['cluster.yaml', 'kafka-1', 1, 3],
    ['cluster.yaml', 'kafka-2', 2, 3],
    ['cluster.yaml', 'kafka-3', 3, 3],
  ])('%s: %s', (file, service, nodeId, brokers) => {
    it('has the settings of the native one', async () => {
      const { inDocker, native } = await settingsOf(file, service, nodeId, brokers);
      const settings = Object.entries(native).filter(([property]) => !places.includes(property));
      expect(settings.length).toBeGreaterThan(20);
      for (const [property, value] of settings)
        expect([property, inDocker[variableOf(property)]]).toEqual([property, value]);
    });

    it('has no setting that the native one lacks', async () => {
      const { inDocker, native } = await settingsOf(file, service, nodeId, brokers);
      const known = new Set(Object.keys(native).map(variableOf));
      const own = [
        'CLUSTER_ID',
        'KAFKA_HEAP_OPTS',
        'KAFKA_JVM_PERFORMANCE_OPTS',
        'KAFKA_LISTENER_SECURITY_PROTOCOL_MAP',
        'KAFKA_CONTROLLER_QUORUM_VOTERS',
      ];
      expect(Object.keys(inDocker).filter((name) => !known.has(name) && !own.includes(name))).toEqual([]);
    });

    it('has the native heap', async () => {
      const { inDocker } = await settingsOf(file, service, nodeId, brokers);
      const { heapMb } = kafkaService(brokers === 1 ? 'broker' : 'cluster', nativePaths(folders({})));
      expect(inDocker['KAFKA_HEAP_OPTS']).toBe(`-Xmx${heapMb}m`);
    });
  });

  it('publishes the ports that lessons write', async () => {
    for (const name of kafkaNames) {
      const { services } = await read(`${name}.yaml`);
      for (const { service, port } of dockerKafka(name).nodes)
        expect(services[service]?.ports?.[0]).toContain(`:-${port}}:`);
    }
  });

  it.each(['broker.yaml', 'cluster.yaml', 'connect.yaml', 'databases.yaml'])(
    '%s publishes on this computer only, under a name of ours',
    async (file) => {
      const { name, services } = await read(file);
      expect(name).toMatch(/^\$\{KAFKA_LESSONS_PROJECT:-kafka-lessons\}$/);
      for (const { ports = [] } of Object.values(services)) {
        expect(ports).toHaveLength(1);
        expect(ports[0]).toMatch(/^127\.0\.0\.1:\$\{KAFKA_LESSONS_\w+:-\d+\}:\d+$/);
      }
    },
  );

  it('tells clients of each node the port that is published', async () => {
    const services = [
      ...Object.values((await read('broker.yaml')).services),
      ...Object.values((await read('cluster.yaml')).services),
    ];
    expect(services).toHaveLength(4);
    for (const { ports, environment } of services) {
      const published = /(\$\{[^}]+\}):9092$/.exec(ports?.[0] ?? '')?.[1];
      expect(environment?.['KAFKA_ADVERTISED_LISTENERS']).toContain(`PLAINTEXT_HOST://127.0.0.1:${published},`);
    }
  });

  it('gives connectors the variables that the native worker gives them', async () => {
    const { connect } = (await read('connect.yaml')).services;
    const place = { port: 1, brokerPort: 2, shopPort: 3, warehousePort: 4, plugins: '/plugins' };
    const native = workerEnvironment({ folders: folders({}) }, place);
    expect(Object.keys(connect?.environment ?? {})).toEqual(expect.arrayContaining(Object.keys(native)));
    for (const same of ['DB_USER', 'DB_PASSWORD'])
      expect(connect?.environment?.[same]).toBe((native as Record<string, string>)[same]);
  });

  it('starts databases with the options of the native ones', async () => {
    const { database } = (await read('base.yaml')).services;
    const server = { server: 'mariadbd', install: 'install', client: undefined };
    const native = serverArguments(server, { name: 'shop', port: 1, dataFolder: '/data', log: '/log' });
    // Where they are is the image's matter, and so is TLS, on which its own client insists.
    const ours =
      /^--(?:no-defaults|datadir|user|port|bind-address|skip-networking|socket|skip-ssl|log-error|server-id)\b/;
    expect([...(database?.command ?? [])].sort()).toEqual(native.filter((option) => !ours.test(option)).sort());
  });

  it('lets a worker write the learner’s files as the learner', () => {
    const own = { uid: 1001, gid: 100 };
    expect(workspaceUser('Debian GNU/Linux 13 [name=seccomp,profile=default]', own)).toBe('1001:100');
    expect(workspaceUser('Ubuntu 24.04 [name=seccomp,profile=builtin name=rootless]', own)).toBe('0:0');
    expect(workspaceUser('Docker Desktop [name=seccomp]', own)).toBe('0:0');
    expect(workspaceUser('Debian [name=userns]', own)).toBe('');
    expect(workspaceUser('Docker Desktop []', undefined)).toBe('');
  });
});
