import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { checkPack } from '../../../../src/author/check-pack.ts';
import type { Finding } from '../../../../src/author/finding.ts';
import { readAuthoredPack } from '../../../../src/author/read-pack.ts';
import { acceptTranslations, writeTranslationLock } from '../../../../src/author/translation-lock.ts';
import { checkCommand } from '../../../../src/commands/load-course.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A pack in a folder of its own. */
export async function packOnDisk(files: Files) {
  const folder = await mkdtemp(join(tmpdir(), 'kafka-lessons-author-'));
  const write = async (changed: Readonly<Record<string, string | Uint8Array | undefined>>): Promise<void> => {
    for (const [name, content] of Object.entries(changed)) {
      const path = join(folder, name);
      if (content === undefined) {
        await rm(path, { force: true });
        continue;
      }
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
    }
  };
  await write(files);
  const read = () => readAuthoredPack(folder, { checkCommand });
  return {
    folder,
    write,
    /** says that the translations are up to date */
    accept: async () => {
      const pack = await read();
      await write({ 'translations.yaml': writeTranslationLock(acceptTranslations(pack, 'ko', {})) });
    },
    check: async (): Promise<readonly Finding[]> => checkPack(await read()),
    /** `file:line rule message` of each finding */
    lines: async (): Promise<readonly string[]> => checkPack(await read()).map((one) => shown(one, folder)),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

export const shown = ({ position, rule, message }: Finding, folder: string): string =>
  `${relative(folder, position.path).replaceAll('\\', '/')}:${position.line} ${rule} ${message}`;
