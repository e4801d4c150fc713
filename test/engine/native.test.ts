import { execa } from 'execa';
import { nativePaths } from '../../src/engine/native/context.ts';
import { createNativeEngine } from '../../src/engine/native/native-engine.ts';
import { readNodeState, writeNodeState } from '../../src/engine/native/node-state.ts';
import { freePort } from '../../src/platform/free-port.ts';
import { bundleProgram } from '../support/bundle.ts';
import { ownCache } from '../support/own-cache.ts';
import { type Bench, engineContract } from './contract.ts';

engineContract('native', async () => {
  const { env, folders, remove } = await ownCache({ filled: true });
  const program = await bundleProgram(new URL('./program.ts', import.meta.url));
  const paths = nativePaths(folders).broker;
  const createEngine: Bench['createEngine'] = (machine) =>
    createNativeEngine({ folders, env, ...(machine && { memoryMb: () => machine.memoryMb }) });
  return {
    folders,
    env,
    createEngine,
    program: [program.main, 'native', ''],
    async prepare() {
      const ports: number[] = [];
      const nextPort = async (): Promise<number> => {
        const port = await freePort([], ports);
        ports.push(port);
        return port;
      };
      for (const node of [paths, ...nativePaths(folders).nodes]) {
        await writeNodeState(node, { format: 1, port: await nextPort(), controllerPort: await nextPort() });
      }
    },
    identity: async () => String((await readNodeState(paths))?.process?.pid),
    toolAddress: ({ host, port }) => `${host}:${port}`,
    async toolsRunning() {
      const { stdout } = await execa('ps', ['-ww', '-A', '-o', 'args=']);
      // Their class path file lies in the cache of this home.
      return stdout.split('\n').filter((line) => line.includes(`@${folders.cache}`) && line.includes('kafka.tools.'));
    },
    async remove() {
      await createEngine().down({ purge: true });
      await program.remove();
      await remove();
    },
  };
});
