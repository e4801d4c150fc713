import { expect, it } from 'vitest';
import { keepReading, type Saved } from '../../../src/author/keep-reading.ts';
import { UserError } from '../../../src/errors.ts';
import type { Pack } from '../../../src/lesson/types.ts';
import { lesson, pack, step } from '../course/support.ts';

const text = (source: string) => ({ body: [{ kind: 'markdown', source } as const] });
const version = (source: string) => pack(lesson('one', [step('a', text(source))], { path: '/pack/01-one/lesson.md' }));

async function saving(...results: readonly (Pack | Error)[]) {
  const told: Saved[] = [];
  const watched: (readonly string[])[] = [];
  let save: () => void = () => {};
  const left = [...results];
  const first = version('first');
  const end = keepReading({
    folder: '/pack',
    pack: first,
    read: async () => {
      const next = left.shift();
      if (next instanceof Error) throw next;
      return { pack: next ?? first };
    },
    watch: (changed) => {
      save = changed;
      return { folders: (paths) => void watched.push(paths), close: () => void watched.push([]) };
    },
    tell: (saved) => void told.push(saved),
  });
  for (const _ of results) save();
  while (told.length < results.length) await new Promise(setImmediate);
  return { told, watched, end };
}

it('tells each version that is saved, and which step is another one', async () => {
  const second = version('second');
  expect((await saving(second, second)).told).toEqual([
    { pack: second, goTo: { lesson: 'one', step: 'a' } },
    { pack: second },
  ]);
});

it('keeps the last version that could be read, with what is wrong now', async () => {
  const second = version('second');
  const broken = new UserError({ what: 'one error', why: 'lesson.md:1:1  no' });
  expect((await saving(second, broken, second)).told).toEqual([
    { pack: second, goTo: { lesson: 'one', step: 'a' } },
    { pack: second, problem: 'lesson.md:1:1  no' },
    { pack: second },
  ]);
});

it('watches the folders of the pack and of its lessons until it is ended', async () => {
  const { watched, end } = await saving();
  end();
  expect(watched).toEqual([['/pack', '/pack/01-one'], []]);
});
