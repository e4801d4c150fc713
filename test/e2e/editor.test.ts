import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from './program.ts';
import { openStage, type Stage } from './stage.ts';

/** The learner's own programs, which get the terminal for a while: an editor for the file of a step, a shell. */

const packYaml = `format: 1
name: own
title: { en: Own }
languages: [en]
lessons: [one]
`;

const lessonText = `---
id: one
title: One
summary: A file to be changed.
minutes: 1
services: []
---

# One

## Change it
<!-- step: change -->

Write the right word into it.

\`\`\`text file=answer.txt edit
Which word?
\`\`\`

\`\`\`yaml check
- file: answer.txt
  contains: right
\`\`\`

\`\`\`text solution file=answer.txt
right
\`\`\`
`;

/** Says what it was told and where it is, takes one line from the terminal and writes it at the end of the file. */
const editorScript = `#!/bin/sh
echo "$(basename "$0") $1 in $(basename "$PWD"), $(cat "$2")"
read -r line
echo "$line" >> "$2"
`;

let stage: Stage;
let options: string[];
let editor: string;

beforeAll(async () => {
  stage = await openStage();
  const pack = join(stage.home, 'pack');
  await mkdir(join(pack, 'one'), { recursive: true });
  await writeFile(join(pack, 'pack.yaml'), packYaml);
  await writeFile(join(pack, 'one', 'lesson.md'), lessonText);
  options = ['--pack', pack, '--trust', 'any'];
  editor = join(stage.home, 'my edit');
  await writeFile(editor, editorScript);
  await chmod(editor, 0o755);
});

afterAll(() => stage.remove());

const answer = (): Promise<string> => readFile(join(stage.home, 'workspace', 'one', 'answer.txt'), 'utf8');

describe('the editor', () => {
  it('that is not there is told, with what to set', async () => {
    const app = stage.start({ env: { VISUAL: 'no-such-editor --wait' } }, options);
    await app.until('e edit');
    app.type('e');
    await app.until('VISUAL says no-such-editor --wait, and there is no such program. Set VISUAL or EDITOR');
    app.type('q');
    expect(await app.ended).toBe(0);
  });

  it('opens the file of the step with e, line by line too', async () => {
    const app = stage.start({ env: { VISUAL: '', EDITOR: `'${editor}' --wait` } }, ['--plain', ...options]);
    await app.until('? keys');
    app.type(`e${keys.enter}`);
    await app.until('The file of this step: ');
    await app.until('my edit --wait in one, Which word?');
    app.type(`wrong${keys.enter}`);
    // The line was for the editor.
    await expect.poll(answer).toBe('Which word?\nwrong\n');
    app.type(`q${keys.enter}`);
    expect(await app.ended).toBe(0);
    expect(app.written()).not.toContain('"wrong" is no key here');
  });

  it('gets the terminal and gives it back to the same screen, which has looked again', async () => {
    const app = stage.start({ env: { VISUAL: `'${editor}' -w`, EDITOR: 'no-such-editor' } }, options);
    await app.until('e edit');
    app.type('e');
    await app.until('my edit -w in one, Which word?');
    expect(app.isAlternate()).toBe(false);
    app.type(`right${keys.enter}`);
    await app.until(/✓ [Pp]assed/);
    expect(app.isAlternate()).toBe(true);
    expect(await answer()).toBe('Which word?\nwrong\nright\n');
    app.type('q');
    expect(await app.ended).toBe(0);
  });
});

it('! opens the shell in the folder of the lesson, where the client of the databases is a tool as well', async () => {
  const app = stage.start({ env: { SHELL: '/bin/sh', ENV: '' } }, options);
  await app.until('l lessons');
  app.type('!');
  // What is typed before the shell asks may go to nobody.
  await app.until((screen) => !app.isAlternate() && /^[#$]/m.test(screen));
  app.type(`basename "$PWD"; command -v mariadb${keys.enter}`);
  await app.until(new RegExp(`\\bone\n${join(stage.home, 'environment', 'bin', 'mariadb')}$`, 'm'));
  // The screen comes back with the end of the shell.
  app.type(`exit${keys.enter}`);
  await app.until(() => app.isAlternate());
  app.type('q');
  expect(await app.ended).toBe(0);
});
