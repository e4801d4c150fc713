import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadCourse, openCourse, ownPack } from '../../../src/commands/load-course.ts';
import { planLines, requireTrust } from '../../../src/commands/trust-pack.ts';
import { type PackPlan, planHash } from '../../../src/pack/pack-plan.ts';
import { packOnDisk } from '../author/support/pack-on-disk.ts';
import { validPack } from '../author/support/valid-pack.ts';
import { capture } from './support.ts';

let files: Awaited<ReturnType<typeof packOnDisk>>;
let home: string;
const written = capture();
beforeEach(async () => {
  files = await packOnDisk(validPack);
  home = join(files.folder, '.home');
});
afterEach(() => files.remove());

const now = () => new Date(0);
const answering = (answer: string) => ({ home, now, ask: async () => answer });
const nobody = () => ({ home, now });
const alpha = validPack['01-alpha/lesson.md'] ?? '';

test('the course itself needs no trust', async () => {
  await requireTrust(await loadCourse(undefined), undefined, nobody());
  await requireTrust(await loadCourse(ownPack()), undefined, nobody());
  expect(written.err()).toBe('');
});

test('all that a pack does is told before it is asked', async () => {
  const pack = await loadCourse(files.folder);
  await expect(requireTrust(pack, undefined, answering(''))).rejects.toMatchObject({ exitCode: 2 });
  expect(written.err().split('\n').slice(1)).toEqual([
    'This is what it can do on this machine:',
    '  starts     broker, connect, shop',
    '  runs       kafka-topics.sh, 3 lines:',
    '               kafka-topics.sh --bootstrap-server localhost:9092 --create --topic parcels --partitions 2',
    '               kafka-topics.sh --bootstrap-server localhost:9092 --list',
    '               kafka-topics.sh --bootstrap-server localhost:9092 --create --topic orders --partitions 3',
    '  runs       kafka-console-consumer.sh, 1 line:',
    '               kafka-console-consumer.sh --bootstrap-server localhost:9092 --topic parcels',
    '  runs       kafka-console-producer.sh, 1 line:',
    '               kafka-console-producer.sh --bootstrap-server localhost:9092 --topic parcels',
    '  writes     1:',
    '               alpha/client.properties',
    '  sends      1:',
    '               PUT http://localhost:8083/connectors/c/config',
    '  SQL to shop 2:',
    '               SELECT 1;',
    '               SELECT 1 AS one',
    '  removes    3:',
    '               topic parcels',
    '               topic orders',
    '               file alpha/client.properties',
    'Its files stay in the folder of the lessons, its requests on this machine.',
    `What it does has the hash ${planHash(pack, [])}; when that changes, you are asked again.`,
    '',
  ]);
});

test('yes is remembered until the pack does something else; its sentences may change', async () => {
  await requireTrust(await loadCourse(files.folder), undefined, answering('y'));
  await requireTrust(await loadCourse(files.folder), undefined, nobody());
  await files.write({
    '01-alpha/lesson.md': alpha.replace('What comes now', 'What happens now').replace('with an s.', 'with an s!'),
  });
  await requireTrust(await loadCourse(files.folder), undefined, nobody());
  await files.write({ '01-alpha/lesson.md': alpha.replace('--partitions 2', '--partitions 4') });
  await expect(requireTrust(await loadCourse(files.folder), undefined, nobody())).rejects.toMatchObject({
    exitCode: 2,
  });
  expect(JSON.parse(await readFile(join(home, 'trusted-packs.json'), 'utf8'))).toMatchObject({
    packs: [{ name: 'small-pack', at: '1970-01-01T00:00:00.000Z' }],
  });
});

test.each([
  ['a command', '--list', '--describe'],
  ['a file', 'acks=0', 'acks=1'],
  ['a solution', 'acks=all', 'acks=-1'],
  ['a request', '/c/config', '/d/config'],
  ['a statement', 'SELECT 1;', 'SELECT 2;'],
  ['a question of a check', 'SELECT 1 AS one', 'SELECT 2 AS one'],
  ['what is removed', 'topics: [parcels, orders]', 'topics: [parcels, others]'],
  ['a service', 'services: [broker, connect, shop]', 'services: [broker, connect, shop, warehouse]'],
  ['what is typed', 'one\ntwo\n```', 'one\ntoo\n```'],
])('%s belongs to what is trusted', async (_name, before, after) => {
  const hash = planHash(await loadCourse(files.folder), []);
  await files.write({ '01-alpha/lesson.md': alpha.replace(before, after) });
  expect(planHash(await loadCourse(files.folder), [])).not.toBe(hash);
});

test('what prepares a step without being shown is told as well', async () => {
  const setup = '```sh setup\nkafka-topics.sh --bootstrap-server localhost:9092 --create --topic secret\n```\n\n';
  await files.write({ '01-alpha/lesson.md': alpha.replace('```sh run\n', `${setup}\`\`\`sh run\n`) });
  await expect(requireTrust(await loadCourse(files.folder), undefined, nobody())).rejects.toMatchObject({
    exitCode: 2,
  });
  expect(written.err()).toContain('--create --topic secret\n');
});

test('files that are copied and batch files that are run are told, and trusted byte by byte', async () => {
  const copied = '```text file=tools/run.bat from=run.bat\n```\n\n```yaml check\n- batch: tools/run.bat\n```\n';
  await files.write({
    '01-alpha/run.bat': '@echo off',
    '01-alpha/lesson.md': alpha.replace(/```properties file[\s\S]*?acks: all \}\n```\n/, copied),
  });
  await expect(requireTrust(await loadCourse(files.folder), undefined, nobody())).rejects.toMatchObject({
    exitCode: 2,
  });
  expect(written.err()).toContain('               alpha/tools/run.bat <- run.bat\n');
  expect(written.err()).toContain('runs batch files 1:\n               alpha/tools/run.bat\n');
  await requireTrust(await loadCourse(files.folder), undefined, answering('y'));
  await requireTrust(await loadCourse(files.folder), undefined, nobody());
  await files.write({ '01-alpha/run.bat': '@echo on' });
  await expect(requireTrust(await loadCourse(files.folder), undefined, nobody())).rejects.toMatchObject({
    exitCode: 2,
  });
});

test.each(['n', '', 'Y?', 'yes please', 'no'])('%j is no', async (answer) => {
  await expect(requireTrust(await loadCourse(files.folder), undefined, answering(answer))).rejects.toMatchObject({
    explanation: { what: 'The pack small-pack is not trusted, so nothing was done.' },
  });
});

test('without a terminal: refused with the option that trusts it, which is then taken', async () => {
  const pack = await loadCourse(files.folder);
  const hash = planHash(pack, []);
  const next = `if you trust it: --trust ${hash}`;
  await expect(requireTrust(pack, undefined, nobody())).rejects.toMatchObject({ exitCode: 2, explanation: { next } });
  await expect(requireTrust(pack, '0123456789abcdef', nobody())).rejects.toMatchObject({
    exitCode: 2,
    explanation: { next },
  });
  await expect(requireTrust(pack, hash.slice(0, 4), nobody())).rejects.toMatchObject({ exitCode: 2 });
  await requireTrust(pack, hash, nobody());
  await requireTrust(pack, undefined, nobody());
  await rm(home, { recursive: true });
  await requireTrust(pack, 'any', nobody());
  await expect(requireTrust(pack, undefined, nobody())).rejects.toMatchObject({ exitCode: 2 });
});

test('what is told cannot steer the terminal or turn around what is read', async () => {
  await files.write({ '01-alpha/lesson.md': alpha.replace('--list\n', "--list --x '\u200Ftac\u061C'\n") });
  await expect(requireTrust(await loadCourse(files.folder), undefined, nobody())).rejects.toThrow();
  expect(written.err()).toContain("--x '?tac?'");
});

test('a pack cannot take the name of the course', async () => {
  await files.write({ 'pack.yaml': validPack['pack.yaml']?.replace('small-pack', 'kafka-lessons') });
  await expect(loadCourse(files.folder)).rejects.toMatchObject({
    exitCode: 2,
    explanation: { what: 'The pack calls itself kafka-lessons, as the course that comes with the program.' },
  });
});

test('trust holds in every language', async () => {
  const course = await openCourse(files.folder);
  const [english, korean] = await Promise.all([course.inLanguage('en'), course.inLanguage('ko')]);
  expect(korean.lessons[0]?.title).toBe('첫 레슨');
  expect(planHash(korean, [])).toBe(planHash(english, []));
});

test('a terminal gets rows that fit, cut between words, and the file that was given', async () => {
  const deps = { ...nobody(), from: '/packs/small-pack.tgz', columns: 60 };
  await expect(requireTrust(await loadCourse(files.folder), undefined, deps)).rejects.toThrow();
  const rows = written.err().split('\n');
  expect(rows[0]).toBe('The pack small-pack comes from elsewhere');
  expect(rows[1]).toBe('  (/packs/small-pack.tgz).');
  expect(rows).toContain('                 localhost:9092 --list');
  expect(rows.filter((row) => row.length > 60)).toEqual([]);
});

test('a pipe is told once, with all its tools', async () => {
  const list = 'kafka-topics.sh --bootstrap-server localhost:9092 --list';
  const pipe = `${list} | kafka-console-producer.sh --bootstrap-server localhost:9092 --topic parcels`;
  await files.write({ '01-alpha/lesson.md': alpha.replace(`${list}\n`, `${pipe}\n`) });
  await expect(requireTrust(await loadCourse(files.folder), undefined, nobody())).rejects.toThrow();
  expect(written.err()).toContain(
    `  runs       kafka-topics.sh | kafka-console-producer.sh, 1 line:\n               ${pipe}\n`,
  );
  expect(written.err().split(pipe)).toHaveLength(2);
});

test('a long plan is told by its numbers first, but for what reaches further; l lists all of it', async () => {
  const topics = Array.from({ length: 30 }, (_, index) => `kafka-topics.sh --describe --topic t${index}`);
  const plan: PackPlan = {
    services: [],
    commands: new Map([
      ['kafka-topics.sh', topics],
      ['docker', ['docker compose -f a.yaml up -d']],
    ]),
    files: ['alpha/a.txt', 'alpha/b.txt'],
    batches: [],
    requests: ['PUT http://localhost:8083/connectors'],
    statements: new Map(),
    addresses: [],
    removes: ['topic t'],
  };
  expect(planLines(plan, 'counted')).toEqual([
    '  runs       kafka-topics.sh, 30 lines',
    '  runs       docker, 1 line:',
    '               docker compose -f a.yaml up -d',
    '  writes     2',
    '  sends      1:',
    '               PUT http://localhost:8083/connectors',
    '  removes    1',
  ]);
  const lines = topics.join('\n');
  await files.write({ '01-alpha/lesson.md': alpha.replace(/^kafka-topics\.sh .*--list$/m, lines) });
  const asked: string[] = [];
  const answers = ['l', 'y'];
  const ask = async (question: string) => {
    asked.push(question);
    return answers.shift() ?? '';
  };
  const pack = await loadCourse(files.folder);
  const before = () => written.err().includes('--topic t29');
  await requireTrust(pack, undefined, {
    home,
    now,
    ask: async (question) => {
      if (asked.length === 0) expect(before()).toBe(false);
      return ask(question);
    },
  });
  expect(before()).toBe(true);
  expect(asked).toEqual(['Trust it? [y/N], l lists all of it: ', 'Trust it? [y/N] ']);
});
