import { execa } from 'execa';
import { writeBrokerState } from '../../src/engine/native/broker-state.ts';
import { nativePaths } from '../../src/engine/native/context.ts';
import { createNativeEngine } from '../../src/engine/native/native-engine.ts';
import { freePort } from '../../src/platform/free-port.ts';
import { bundleProgram } from '../support/bundle.ts';
import { ownCache } from '../support/own-cache.ts';
import { engineContract } from './contract.ts';

engineContract('native', async () => {
  const { env, folders, remove } = await ownCache({ filled: true });
  const program = await bundleProgram(new URL('./two-programs.ts', import.meta.url));
  const port = await freePort([]);
  const createEngine = () => createNativeEngine({ folders, env });
  return {
    folders,
    createEngine,
    async ensureInTwoPrograms() {
      await writeBrokerState(nativePaths(folders), { format: 1, port, controllerPort: await freePort([], [port]) });
      const runs = [1, 2].map(() => execa(process.execPath, [program.main], { env, stdin: 'ignore' }));
      return (await Promise.all(runs)).map(({ stdout }) => Number(stdout));
    },
    async remove() {
      await createEngine().down({ purge: true });
      await program.remove();
      await remove();
    },
  };
});
