import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exitCodes, UserError } from '../../errors.ts';
import { idFrom } from '../../lesson/names.ts';
import { messages } from '../../messages/index.ts';
import type { CommonOptions } from '../options.ts';
import { printLine } from '../output.ts';

/** A pack with one small lesson that shows what there is: `template` beside `dist`. */
const ownTemplate = (): string => fileURLToPath(new URL('../template/', import.meta.url));

/** The file of the template that names its languages, and the pack that is made of it. */
const manifests = { en: 'pack.yaml', ko: 'pack.ko.yaml' } as const;

/** What only a pack in two languages has. */
const ofTranslation = ['01-first/lesson.ko.md', 'translations.yaml'];

/**
 * `author new DIR`: makes a pack that can be looked through, proved and learned as it is. Returns the exit code; throws UserError where
 * the folder is not empty or cannot be written.
 */
export async function authorNewCommand(
  folder: string,
  options: CommonOptions,
  template: string = ownTemplate(),
): Promise<number> {
  const target = resolve(folder);
  const say = messages().authorNew;
  if ((await entriesOf(target)).length > 0) {
    throw new UserError({ what: say.notEmpty({ folder }), next: say.notEmptyNext }, exitCodes.usage);
  }
  const language = options.lang === 'ko' ? 'ko' : 'en';
  await mkdir(target, { recursive: true });
  await cp(template, target, { recursive: true });
  const manifest = await readFile(join(target, manifests[language]), 'utf8');
  const name = idFrom(basename(target)) ?? 'my-pack';
  await writeFile(join(target, manifests.en), manifest.replace('name: my-pack', `name: ${name}`));
  await rm(join(target, manifests.ko));
  if (language === 'en') for (const file of ofTranslation) await rm(join(target, file));
  printLine(say.made({ folder, lessons: ['01-first'] }));
  printLine(say.nextSteps({ folder }));
  return exitCodes.good;
}

/** None where there is no such folder yet. */
async function entriesOf(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return [];
    const say = messages().authorNew;
    const what = code === 'ENOTDIR' ? say.isFile({ folder }) : say.unusable({ folder, reason: String(code) });
    throw new UserError({ what, next: say.notEmptyNext }, exitCodes.usage);
  }
}
