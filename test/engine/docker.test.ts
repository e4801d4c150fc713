import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { askBroker } from '../../src/engine/ask-broker.ts';
import { dockerContext } from '../../src/engine/docker/context.ts';
import { diagnoseDocker } from '../../src/engine/docker/diagnose.ts';
import { createDockerEngine } from '../../src/engine/docker/docker-engine.ts';
import { readImages } from '../../src/engine/docker/images.ts';
import { dockerKafka } from '../../src/engine/docker/kafka-containers.ts';
import { remember } from '../../src/engine/docker/kafka-state.ts';
import { EnvironmentError } from '../../src/errors.ts';
import { freePort } from '../../src/platform/free-port.ts';
import { drain } from '../support/broker.ts';
import { bundleProgram } from '../support/bundle.ts';
import { dockerAnswers } from '../support/docker-answers.ts';
import { ownCache } from '../support/own-cache.ts';
import { until } from '../unit/command/run-support.ts';
import { type Bench, engineContract } from './contract.ts';

const compose = fileURLToPath(new URL('../../compose', import.meta.url));

/** A home of its own, whose broker looks for a port of its own. */
async function createHome() {
  const { env, folders, remove } = await ownCache({ filled: false });
  const context = dockerContext({ folders, env, compose });
  const createEngine: Bench['createEngine'] = (machine) =>
    createDockerEngine({ folders, env, compose, ...(machine && { memoryMb: async () => machine.memoryMb }) });
  return {
    env,
    folders,
    context,
    createEngine,
    container: `${context.project}-broker-1`,
    async prepare() {
      const ports: number[] = [];
      while (ports.length < 4) ports.push(await freePort([], ports));
      await remember(context.paths, dockerKafka('broker'), { ports: ports.slice(0, 1) });
      await remember(context.paths, dockerKafka('cluster'), { ports: ports.slice(1) });
    },
    async remove() {
      await createEngine().down({ purge: true });
      await rm(folders.workspace, { recursive: true, force: true });
      await remove();
    },
  };
}

const docker = async (...args: string[]): Promise<string> => (await execa('docker', args)).stdout.trim();

/** The file of a lesson: one Kafka that tells its clients to come back to this address. */
const lessonFile = (port: number, told: string): string => `services:
  kafka:
    image: apache/kafka:4.3.1
    ports:
      - 127.0.0.1:${port}:9092
    environment:
      KAFKA_NODE_ID: 1
      KAFKA_PROCESS_ROLES: broker,controller
      KAFKA_CONTROLLER_QUORUM_VOTERS: 1@localhost:9093
      KAFKA_LISTENERS: PLAINTEXT://:9092,CONTROLLER://:9093
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
      KAFKA_CONTROLLER_LISTENER_NAMES: CONTROLLER
      KAFKA_ADVERTISED_LISTENERS: PLAINTEXT://${told}
`;

/** Everything in Docker that carries this project's label or name. */
async function leftOf(project: string): Promise<string> {
  const lists = [
    ['ps', '--all', '--format', '{{.Names}}'],
    ['volume', 'ls', '--format', '{{.Name}}'],
    ['network', 'ls', '--format', '{{.Name}}'],
  ];
  const all = await Promise.all(lists.map((list) => docker(...list)));
  return all
    .join('\n')
    .split('\n')
    .filter((name) => name.startsWith(project))
    .join('\n');
}

if (dockerAnswers) {
  engineContract('docker', async () => {
    const home = await createHome();
    const program = await bundleProgram(new URL('./program.ts', import.meta.url));
    return {
      ...home,
      program: [program.main, 'docker', compose],
      identity: () => docker('inspect', '--format', '{{.Id}} {{.State.StartedAt}}', home.container),
      toolAddress: () => 'broker:19092',
      async toolsRunning() {
        const top = await execa('docker', ['top', home.container, '-o', 'pid,args'], { reject: false });
        return top.stdout.split('\n').filter((line) => /kafka\.tools\.|exec 3<&0|\bcat$|<defunct>/.test(line));
      },
      async remove() {
        await home.remove();
        await program.remove();
        expect(await leftOf(home.context.project)).toBe('');
      },
    };
  });

  describe.sequential('the docker engine', () => {
    it('notices what is done by hand, and keeps two homes apart', async () => {
      const [one, two] = await Promise.all([createHome(), createHome()]);
      try {
        await Promise.all([one.prepare(), two.prepare()]);
        const [first, second] = [one.createEngine(), two.createEngine()];
        await Promise.all([drain(first.ensure(['broker'])), drain(second.ensure(['broker']))]);
        expect(await first.address('broker')).not.toEqual(await second.address('broker'));

        await docker('stop', one.container);
        expect(await first.status()).toMatchObject([{ state: 'stopped' }]);
        await drain(first.ensure(['broker']));
        await docker('rm', '--force', one.container);
        expect(await first.status()).toMatchObject([{ state: 'stopped' }]);
        await drain(first.ensure(['broker']));
        await docker('pause', one.container);
        expect(await first.status()).toMatchObject([{ state: 'starting' }]);
        await drain(first.ensure(['broker']));
        expect(await first.status()).toMatchObject([{ state: 'running' }]);

        await first.down({ purge: true });
        expect(await leftOf(one.context.project)).toBe('');
        expect(await first.status()).toEqual([{ service: 'broker', state: 'absent' }]);
        expect(await second.status()).toMatchObject([{ state: 'running' }]);
      } finally {
        await Promise.all([one.remove(), two.remove()]);
      }
    });

    it('never ends in half a cluster: not when volumes were removed by hand, and not when one broker cannot start', {
      timeout: 300_000,
    }, async () => {
      const home = await createHome();
      const engine = home.createEngine();
      const volume = (node: number): string => `${home.context.project}_kafka-${node}`;
      const nodes = async () =>
        (await engine.status()).find(({ service }) => service === 'cluster')?.nodes?.map(({ state }) => state);
      const clusterId = async () => {
        const place = await engine.address('cluster');
        return place && (await askBroker(place.host, place.port, 2000))?.clusterId;
      };
      try {
        await home.prepare();
        await drain(engine.ensure(['cluster']));
        const first = await clusterId();

        await engine.down({ purge: false });
        await docker('volume', 'rm', volume(2));
        await drain(engine.ensure(['cluster']));
        expect(await nodes()).toEqual(['running', 'running', 'running']);
        expect(await clusterId()).toBe(first);

        await engine.down({ purge: false });
        await docker('volume', 'rm', volume(1));
        await drain(engine.ensure(['cluster']));
        expect(await nodes()).toEqual(['running', 'running', 'running']);
        expect(await clusterId()).not.toBe(first);

        await engine.stop('cluster');
        const image = (await readImages(home.context)).kafka;
        const spoil = ['sed', '-i', 's/node.id=3/node.id=7/', '/data/meta.properties'];
        await docker('run', '--rm', '-v', `${volume(3)}:/data`, image, ...spoil);
        const error = await drain(engine.ensure(['cluster'])).catch((thrown: unknown) => thrown);
        expect(error).toBeInstanceOf(EnvironmentError);
        const { what, why = '' } = (error as EnvironmentError).explanation;
        expect(what).toBe('broker-3 did not start.');
        expect(why).toMatch(/node ?id.*7/i);
        expect(why).toContain(`docker logs ${home.context.project}-kafka-3-1`);
        expect(await nodes()).toEqual(['stopped', 'stopped', 'stopped']);
      } finally {
        await home.remove();
      }
    });

    it('starts a compose file of a lesson, changes and ends it, and finds it wherever it looks', async () => {
      const home = await createHome();
      const engine = home.createEngine();
      const folder = join(home.folders.workspace, '07-listeners');
      const port = await freePort([]);
      const write = (told: string) => writeFile(join(folder, 'compose.yaml'), lessonFile(port, told));
      const call = async (verb: 'up' | 'down') => {
        const command = await engine.compose({ file: 'compose.yaml', verb }, folder);
        if (!('file' in command)) throw new Error('no command of docker');
        await execa(command.file, command.args, { cwd: folder, env: command.env });
      };
      const told = async () => (await askBroker('127.0.0.1', port, 1000))?.brokers[0]?.host;
      const left = () => leftOf(home.context.project);
      try {
        await mkdir(folder, { recursive: true });
        await engine.composeDown('compose.yaml', folder);
        await write('kafka:9092');
        await call('up');
        await until(async () => (await told()) === 'kafka', 60_000);
        await write(`127.0.0.1:${port}`);
        await call('up');
        await until(async () => (await told()) === '127.0.0.1', 60_000);
        const container = `${home.context.project}-07-listeners-kafka-1`;
        expect(await docker('port', container)).toBe(`9092/tcp -> 127.0.0.1:${port}`);
        const doctor = await diagnoseDocker({ ...home, images: [], project: 'other', port, status: async () => [] });
        expect(doctor.find(({ id, what }) => id === 'docker-other-home' && what.includes(container))).toBeDefined();
        expect(doctor.find(({ fix }) => fix?.includes('07-listeners'))).toBeUndefined();

        await call('down');
        expect(await left()).toBe('');
        await call('up');
        await rm(join(folder, 'compose.yaml'));
        await engine.composeDown('compose.yaml', folder);
        await engine.composeDown('compose.yaml', folder);
        expect(await left()).toBe('');

        await write('kafka:9092');
        await call('up');
        await write(`127.0.0.1:${port}`);
        await call('up');
        // All with names of ours: one without a name would be left behind.
        const mounted = await docker('inspect', '--format', '{{range .Mounts}}{{.Name}} {{end}}', container);
        expect(mounted).toBe(`${home.context.project}-07-listeners_kafka-lessons-data`);
        await engine.down({ purge: true });
        expect(await left()).toBe('');
      } finally {
        await home.remove();
      }
    });
  });
} else {
  it('is not tested here: no Docker daemon answers', () => undefined);
}
