import { rm } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { readTools } from '../../src/command/tools/read-tools.ts';
import { loadToolTable } from '../../src/command/tools/tool-table.ts';
import { createNativeEngine } from '../../src/engine/native/native-engine.ts';
import { testHome } from '../support/broker.ts';

it('knows of the tools of the lessons what they say themselves; else: npm run tools', async () => {
  const { env, folders } = await testHome();
  try {
    const names = [
      'kafka-topics',
      'kafka-console-producer',
      'kafka-console-consumer',
      'kafka-consumer-groups',
      'kafka-configs',
    ];
    const said = await readTools(createNativeEngine({ folders, env }), names);
    const table = await loadToolTable();
    expect(said).toEqual(Object.fromEntries(names.map((name) => [name, table[name]])));
  } finally {
    await rm(folders.home, { recursive: true, force: true });
  }
});
