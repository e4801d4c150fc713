import { execa } from 'execa';
import { nativePaths } from '../../src/engine/native/context.ts';
import { createNativeEngine } from '../../src/engine/native/native-engine.ts';
import { readNodeState, writeNodeState } from '../../src/engine/native/node-state.ts';
import { freePort } from '../../src/platform/free-port.ts';
import { bundleProgram } from '../support/bundle.ts';
import { ownCache } from '../support/own-cache.ts';
import { engineContract } from './contract.ts';

engineContract('native', async () => {
  const { env, folders, remove } = await ownCache({ filled: true });
  const program = await bundleProgram(new URL('./program.ts', import.meta.url));
  const paths = nativePaths(folders).broker;
  const createEngine = () => createNativeEngine({ folders, env });
  return {
    folders,
    env,
    createEngine,
    program: [program.main, 'native', ''],
    async prepare() {
      const port = await freePort([]);
      await writeNodeState(paths, { format: 1, port, controllerPort: await freePort([], [port]) });
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
