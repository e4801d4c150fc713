import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url);

it('every picture is shown in one of the README files, and none is missing', async () => {
  const pages = await Promise.all(['README.md', 'README.ko.md'].map((name) => readFile(new URL(name, root), 'utf8')));
  const shown = pages.flatMap((page) =>
    [...page.matchAll(/!\[[^\]]+\]\(docs\/pictures\/([^)]+)\)/g)].map(([, name]) => name),
  );
  expect(shown.sort()).toEqual((await readdir(new URL('docs/pictures/', root))).sort());
});
