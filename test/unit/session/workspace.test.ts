import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileBlock } from '../../../src/lesson/types.ts';
import { openWorkspace, type Workspace } from '../../../src/session/workspace.ts';
import { tempFolder } from '../../support/temp.ts';

let root: string;
let workspace: Workspace;
beforeEach(async () => {
  root = await tempFolder();
  workspace = openWorkspace(join(root, 'workspace'), 'a');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const file = (name: string, text: string, edit = false): FileBlock => ({
  name,
  text,
  edit,
  language: '',
  position: { path: 'lesson.md', line: 1, column: 1 },
});
const onDisk = (name: string) => readFile(join(workspace.folder, name), 'utf8');
const write = (name: string, text: string) => writeFile(join(workspace.folder, name), text);

describe('a workspace', () => {
  it('gets the files of a step, in folders too', async () => {
    await workspace.prepare([file('x.json', '{}'), file('conf/y.properties', 'a=1')]);
    expect(await onDisk('x.json')).toBe('{}');
    expect(await workspace.read('conf/y.properties')).toBe('a=1');
  });

  it('keeps what the learner edited, and renews what is not theirs to edit', async () => {
    const files = [file('mine', 'template', true), file('ours', 'as written')];
    await workspace.prepare(files);
    await write('mine', 'edited');
    await write('ours', 'edited');
    await workspace.prepare(files);
    expect(await onDisk('mine')).toBe('edited');
    expect(await onDisk('ours')).toBe('as written');
  });

  it('ends lines as on Windows where the lesson says so', async () => {
    const script = { ...file('a b/x.bat', 'rem\nexit\n', true), crlf: true as const };
    await workspace.prepare([script]);
    expect(await onDisk('a b/x.bat')).toBe('rem\r\nexit\r\n');
    await workspace.finish(script);
    expect(await readdir(join(workspace.folder, 'a b'))).toEqual(['x.bat']);
    await write('a b/x.bat', 'mine\n');
    await workspace.finish(script);
    expect(await onDisk('a b/x.bat.yours')).toBe('mine\n');
  });

  it('copies what lies beside the lesson, byte by byte', async () => {
    const bytes = Buffer.from([0xca, 0xfe, 0x0d, 0x0a, 0xff]);
    await writeFile(join(root, 'x.jar'), bytes);
    const position = { path: join(root, 'lesson.md'), line: 1, column: 1 };
    await workspace.prepare([{ ...file('plugins/x.jar', ''), from: 'x.jar', position }]);
    expect(await readFile(join(workspace.folder, 'plugins/x.jar'))).toEqual(bytes);
  });

  it('puts a solution in its place, and the learner’s own beside it', async () => {
    await workspace.prepare([file('mine', 'template', true)]);
    await write('mine', 'edited');
    await workspace.finish(file('mine', 'finished', true));
    await workspace.finish(file('mine', 'finished', true));
    expect(await onDisk('mine')).toBe('finished');
    expect(await onDisk('mine.yours')).toBe('edited');
  });

  it('does not take the line ends of Windows for a change of the learner', async () => {
    await workspace.prepare([file('mine', 'a\nb\n', true)]);
    await write('mine', 'a\r\nc\r\n');
    await workspace.finish(file('mine', 'a\nc\n', true));
    expect(await readdir(workspace.folder)).toEqual(['mine']);
  });

  it('writes a solution where there was nothing', async () => {
    await workspace.finish(file('mine', 'finished', true));
    expect(await readdir(workspace.folder)).toEqual(['mine']);
  });

  it('removes what it is told to, and nothing else', async () => {
    await workspace.prepare([file('x', '1'), file('y', '2')]);
    await workspace.remove(['x', 'never-there']);
    expect(await readdir(workspace.folder)).toEqual(['y']);
  });

  it('knows no file that is not there', async () => {
    expect(await workspace.read('x')).toBeUndefined();
  });
});

describe('a link out of the workspace', () => {
  let elsewhere: string;
  beforeEach(async () => {
    elsewhere = join(root, 'elsewhere');
    await mkdir(elsewhere);
    await mkdir(workspace.folder, { recursive: true });
    await writeFile(join(elsewhere, 'x'), 'not the learner’s');
  });

  it('is not read', async () => {
    await symlink(join(elsewhere, 'x'), join(workspace.folder, 'x'));
    await symlink(elsewhere, join(workspace.folder, 'sub'));
    expect(await workspace.read('x')).toBeUndefined();
    expect(await workspace.read('sub/x')).toBeUndefined();
  });

  it.each(['x', 'sub/x'])('is not written through: %s', async (name) => {
    await symlink(join(elsewhere, 'x'), join(workspace.folder, 'x'));
    await symlink(elsewhere, join(workspace.folder, 'sub'));
    await workspace.prepare([file(name, 'ours')]);
    await workspace.finish(file(name, 'finished'));
    expect(await readFile(join(elsewhere, 'x'), 'utf8')).toBe('not the learner’s');
    expect(await workspace.read(name)).toBe('finished');
  });

  it('is not followed by what removes a file', async () => {
    await symlink(elsewhere, join(workspace.folder, 'sub'));
    await workspace.remove(['sub/x']);
    expect(await readFile(join(elsewhere, 'x'), 'utf8')).not.toBe('');
  });

  it('is removed as a link', async () => {
    await symlink(join(elsewhere, 'x'), join(workspace.folder, 'x'));
    await workspace.remove(['x']);
    expect(await readdir(workspace.folder)).toEqual([]);
    expect(await readFile(join(elsewhere, 'x'), 'utf8')).toBe('not the learner’s');
  });
});
