import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { quoteWord } from '../../command/quote-line.ts';
import type { Spawnable } from '../../command/types.ts';
import { messages } from '../../messages/index.ts';
import { writeJson } from '../../platform/json-file.ts';
import { type ComposeFile, loadComposeFile } from '../compose-file.ts';
import type { ComposeCall } from '../types.ts';
import { plainCompose } from './compose-command.ts';
import { type DockerContext, projectLabel } from './context.ts';
import { defaultImages, readImages } from './images.ts';
import { findOwn, onAll } from './own-things.ts';

/**
 * `docker compose` for a lesson's file, under a project of its own and with our label, by which everything of ours is found.
 * @throws UserError for a file that cannot be understood, or that wants more than a lesson may have
 */
export async function composeCommand(
  context: DockerContext,
  { file, verb }: ComposeCall,
  folder: string,
): Promise<Spawnable> {
  const read = await loadComposeFile(file, folder);
  const image = await ourImage(context, read);
  const additions = additionsFile(context, folder);
  await writeJson(additions, additionsTo(read, image, context));
  const project = lessonProject(context, folder);
  const files = ['-f', file, '-f', additions];
  // A file that names no volume keeps nothing.
  const command = verb === 'up' ? ['up', '-d'] : ['down', ...(read.volumes.length === 0 ? ['--volumes'] : [])];
  return {
    file: 'docker',
    args: [
      ...['compose', '-p', project, '--project-directory', folder, '--env-file', join(context.compose, '.env')],
      ...files.map((arg) => (arg === file ? join(folder, file) : arg)),
      ...command,
    ],
    env: plainCompose,
    stop: 'signal',
    shown: ['docker', 'compose', '-p', project, ...files, ...command].map(quoteWord).join(' '),
  };
}

/** Ends and removes all that `composeCommand` started in a folder, with its data; the file is not needed for it. */
export async function composeDown(context: DockerContext, folder: string): Promise<void> {
  const labels = [`com.docker.compose.project=${lessonProject(context, folder)}`];
  await onAll(
    context,
    ['container', 'rm', '--force', '--volumes'],
    await findOwn(context, { kind: 'container', labels }),
  );
  await onAll(context, ['network', 'rm'], await findOwn(context, { kind: 'network', labels }));
  await onAll(context, ['volume', 'rm'], await findOwn(context, { kind: 'volume', labels }));
  await rm(additionsFile(context, folder), { force: true });
}

/** The compose project of a lesson's folder. */
export const lessonProject = ({ project }: Pick<DockerContext, 'project'>, folder: string): string =>
  `${project}-${basename(folder)
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]/g, '-')}`;

const additionsFile = (context: DockerContext, folder: string): string =>
  join(context.paths.folder, 'compose', `${lessonProject(context, folder)}.json`);

/** The image that is used for the one of the lessons: another one where a variable says so. */
async function ourImage(context: DockerContext, { image, wrong }: ComposeFile): Promise<string> {
  const [{ kafka }, defaults] = await Promise.all([readImages(context), defaultImages(context)]);
  if (image === kafka || image === defaults.kafka) return kafka;
  const say = messages().compose;
  throw wrong('image', { what: say.otherImage({ image }), next: say.otherImageNext({ image: defaults.kafka }) });
}

const dataFolder = '/var/lib/kafka/data';
const dataVolume = 'kafka-lessons-data';

/** A second compose file, which adds to the first one what is ours. */
export function additionsTo(
  { service, volumes, mounts }: Pick<ComposeFile, 'service' | 'volumes' | 'mounts'>,
  image: string,
  { project }: Pick<DockerContext, 'project'>,
) {
  const labels = { [projectLabel]: project };
  const isFree = (folder: string): boolean => !mounts.includes(folder);
  // The image declares volumes. Without a name nothing would find them again, once a changed file has made another container.
  const data = isFree(dataFolder) ? [dataVolume] : [];
  return {
    services: {
      [service]: {
        image,
        labels,
        init: true,
        tmpfs: ['/etc/kafka/secrets', '/mnt/shared/config'].filter(isFree),
        volumes: data.map((name) => `${name}:${dataFolder}`),
      },
    },
    volumes: Object.fromEntries([...volumes, ...data].map((name) => [name, { labels }])),
    networks: { default: { labels } },
  };
}
