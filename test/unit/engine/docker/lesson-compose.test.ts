import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dockerContext } from '../../../../src/engine/docker/context.ts';
import { additionsTo, composeCommand, lessonProject } from '../../../../src/engine/docker/lesson-compose.ts';
import { UserError } from '../../../../src/errors.ts';
import { folders } from '../../../../src/platform/folders.ts';
import { temporaryFolder } from '../../command/run-support.ts';

async function lesson(text: string, env: NodeJS.ProcessEnv = {}) {
  const home = temporaryFolder();
  const folder = join(home, 'workspace', '07-Compose and listeners');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'compose.yaml'), text);
  return { folder, context: dockerContext({ folders: folders({ KAFKA_LESSONS_HOME: home }), env }) };
}

const file = 'services:\n  kafka:\n    image: apache/kafka:4.3.1\n    ports: [127.0.0.1:9192:9092]\n';

it('starts a file under a project of its own, with our label on all of it', async () => {
  const { folder, context } = await lesson(`${file}volumes:\n  data:\n`);
  const { args, shown, stop } = await composeCommand(context, { file: 'compose.yaml', verb: 'up' }, folder);
  const project = `${context.project}-07-compose-and-listeners`;
  expect(args.slice(0, 3)).toEqual(['compose', '-p', project]);
  expect(args).toContain(join(folder, 'compose.yaml'));
  expect(args.slice(-2)).toEqual(['up', '-d']);
  expect(stop).toBe('signal');
  const [, additions = ''] = /-f compose\.yaml -f (\S+) up -d$/.exec(shown ?? '') ?? [];
  expect(additions).toContain(context.paths.folder);
  const labels = { 'kafka-lessons.project': context.project };
  expect(JSON.parse(await readFile(additions, 'utf8'))).toMatchObject({
    services: { kafka: { labels, image: 'apache/kafka:4.3.1' } },
    volumes: { data: { labels } },
    networks: { default: { labels } },
  });
});

it('ends it, and keeps only the data for which the file has a volume', async () => {
  const named = await lesson(`${file}volumes:\n  data:\n`);
  const unnamed = await lesson(file);
  const down = async ({ context, folder }: typeof named) =>
    (await composeCommand(context, { file: 'compose.yaml', verb: 'down' }, folder)).shown;
  expect(await down(named)).toMatch(/\.json down$/);
  expect(await down(unnamed)).toMatch(/\.json down --volumes$/);
});

it('takes the image of the lessons, or the one that stands for it, and no other', async () => {
  const mirror = 'registry.example/kafka:4.3.1';
  const call = { file: 'compose.yaml', verb: 'up' } as const;
  const { folder, context } = await lesson(file, { KAFKA_LESSONS_KAFKA_IMAGE: mirror });
  const { shown = '' } = await composeCommand(context, call, folder);
  expect(await readFile(shown.split(' ').at(-3) ?? '', 'utf8')).toContain(mirror);
  const other = await lesson(file.replace('apache/kafka:4.3.1', 'someone/miner'));
  const error = await composeCommand(other.context, call, other.folder).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UserError);
  expect((error as UserError).explanation).toMatchObject({
    what: 'compose.yaml:3:12  The image someone/miner is not the one that the lessons use.',
    next: 'image: apache/kafka:4.3.1',
  });
});

it('gives a name to volumes that have none, and leaves those alone that have one', () => {
  const project = { project: 'kafka-lessons' };
  const data = '/var/lib/kafka/data';
  const { kafka } = additionsTo({ service: 'kafka', volumes: [], mounts: [] }, 'i', project).services;
  expect(kafka).toMatchObject({ volumes: [`kafka-lessons-data:${data}`], tmpfs: { length: 2 } });
  const mounts = [data, '/mnt/shared/config'];
  const own = additionsTo({ service: 'kafka', volumes: ['own'], mounts }, 'i', project);
  expect(own.services['kafka']).toMatchObject({ volumes: [], tmpfs: ['/etc/kafka/secrets'] });
  expect(Object.keys(own.volumes)).toEqual(['own']);
});

it('gives every folder a name that compose takes', () => {
  expect(lessonProject({ project: 'kafka-lessons' }, '/w/Léa.s lesson')).toBe('kafka-lessons-l-a-s-lesson');
});
