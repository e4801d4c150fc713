import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { dockerContext } from '../../src/engine/docker/context.ts';
import { createDockerEngine } from '../../src/engine/docker/docker-engine.ts';
import { dockerKafka } from '../../src/engine/docker/kafka-containers.ts';
import { remember } from '../../src/engine/docker/kafka-state.ts';
import { freePort } from '../../src/platform/free-port.ts';
import { drain } from '../support/broker.ts';
import { bundleProgram } from '../support/bundle.ts';
import { dockerAnswers } from '../support/docker-answers.ts';
import { ownCache } from '../support/own-cache.ts';
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
  });
} else {
  it('is not tested here: no Docker daemon answers', () => undefined);
}
