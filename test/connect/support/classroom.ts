import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openWorkshop, type Workshop } from '../../../src/commands/workshop.ts';
import type { Address } from '../../../src/engine/types.ts';
import type { ServiceName } from '../../../src/lesson/types.ts';
import { createHeadless, type Headless } from '../../../src/session/headless.ts';
import { testHome } from '../../support/broker.ts';
import { tempFolder } from '../../support/temp.ts';

export type Classroom = {
  readonly workshop: Workshop;
  readonly headless: Headless;
  /** of a service that runs */
  readonly addressOf: (service: ServiceName) => Promise<Address>;
  /** Ends everything and leaves nothing behind. */
  readonly close: () => Promise<void>;
};

/** A pack of one lesson, with a home of its own, on the native engine. lesson: its markdown; id: as it stands there. */
export async function openClassroom(id: string, lesson: string): Promise<Classroom> {
  const pack = await tempFolder();
  const folder = `01-${id}`;
  await mkdir(join(pack, folder));
  await writeFile(
    join(pack, 'pack.yaml'),
    `format: 1\nname: ${id}\ntitle: { en: Test }\nlanguages: [en]\nlessons: [${folder}]\n`,
  );
  await writeFile(join(pack, folder, 'lesson.md'), lesson);
  const { env, folders } = await testHome();
  const workshop = await openWorkshop({ color: false, pack, trust: 'any', engine: 'native' }, { lock: true, env });
  const headless = createHeadless(workshop.sessionDeps);
  const { engine } = await workshop.engine();
  return {
    workshop,
    headless,
    addressOf: async (service) => {
      const address = await engine.address(service);
      if (!address) throw new Error(`no ${service}`);
      return address;
    },
    close: async () => {
      await headless.close();
      await engine.down({ purge: false });
      await workshop.close();
      for (const each of [pack, folders.home]) await rm(each, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
