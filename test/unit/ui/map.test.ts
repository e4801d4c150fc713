import { describe, expect, it, vi } from 'vitest';
import { plainText } from '../../../src/markdown/index.ts';
import { drawFrame } from '../../../src/ui/frame.ts';
import type { MapOverlay } from '../../../src/ui/view-state.ts';
import { command, courseOf, lesson, packOf, record, shellBlock, step, topicsPack } from './support/course.ts';
import { enter, esc, key, notice, started } from './support/keyboard.ts';
import { mapShown, ref, rowsOf, textOf, typed, viewOf } from './support/states.ts';

type Started = ReturnType<typeof started>;

const mapOf = ({ store }: Started): MapOverlay => {
  const { overlay } = store.get();
  if (overlay.kind !== 'map') throw new Error(`no map, but ${overlay.kind}`);
  return overlay;
};
const rowsNow = ({ store }: Started): readonly string[] => plainText(drawFrame(store.get()).rows).split('\n');
const type = ({ press }: Started, text: string): void => press(...text);

const describeLine = 'kafka-topics.sh --bootstrap-server localhost:9092 --describe --topic orders';
const koreanPack = () =>
  packOf(
    lesson('topics', '토픽', [
      step('create', '토픽 만들기'),
      step('look', '살펴보기', { kind: 'run', body: [command(describeLine)], runs: [shellBlock(describeLine)] }),
    ]),
    lesson('groups', '컨슈머 그룹', [step('group', '그룹 하나'), step('topics', '그룹과 토픽')]),
  );

describe('the map', () => {
  it('begins at the step on the screen, its lesson unfolded', () => {
    const app = started([]);
    app.press('l');
    expect(mapOf(app)).toEqual({ kind: 'map', at: ref('create'), unfolded: 'topics', asks: false });
    expect(rowsNow(app).find((row) => row.includes('>'))).toMatch(/> +open +Create a topic +you are here/);
  });

  it('folds to the names of lessons, and unfolds another one', () => {
    const app = started([]);
    app.press('l', key('left'));
    expect(mapOf(app)).toEqual({ kind: 'map', at: { lesson: 'topics' }, asks: false });
    expect(rowsNow(app).filter((row) => /^ *[> ] [+-] /.test(row))).toHaveLength(2);
    app.press(key('down'), enter);
    expect(mapOf(app)).toMatchObject({ at: { lesson: 'groups' }, unfolded: 'groups' });
    app.press(enter);
    expect(mapOf(app).unfolded).toBeUndefined();
    app.press(key('right'), key('right'));
    expect(mapOf(app).at).toEqual(ref('group', 'groups'));
  });

  it('closes with l and with Esc', () => {
    const app = started([]);
    for (const closing of ['l', esc]) {
      app.press('l', closing);
      expect(app.store.get().overlay.kind).toBe('none');
    }
  });

  it('opens a step that is open', () => {
    const app = started([]);
    app.press('l', 'g', key('down'), enter);
    expect(app.session.asked).toEqual(['open topics/create']);
    expect(app.store.get().overlay.kind).toBe('none');
  });

  it('says of each lesson how far it is', () => {
    const pack = topicsPack();
    const old = { ...record('passed'), hash: 'another' };
    const course = courseOf(pack, { 'topics/create': 'passed', 'topics/why': 'skipped' });
    const rows = rowsOf(
      [{ type: 'course', course: { ...course, steps: { ...course.steps, 'topics/create': old } } }, mapShown({})],
      { columns: 120 },
    );
    expect(rows[2]).toMatch(/- {2}1 {2}Topics +1 skipped {3}1 changed since {3}open {3}10 min {3}2\/5 steps/);
    expect(rows.find((row) => row.includes('Consumer groups'))).toMatch(/\+ {2}2 .* locked {3}10 min {3}0\/1 steps/);
  });

  it.each([60, 80, 200])(
    'has the states of the lessons one below the other, near their titles, in %i columns',
    (columns) => {
      const lessonOf = (id: string, count: number) =>
        lesson(
          id,
          `Lesson ${id}`,
          Array.from({ length: count }, (_, index) => step(`${id}${index}`, 'A step')),
        );
      const pack = packOf(lessonOf('one', 3), lessonOf('two', 9), lessonOf('three', 19), lessonOf('four', 11));
      const rows = rowsOf([mapShown({ at: { lesson: 'one' }, unfolded: '' })], { pack, columns });
      const locked = rows.filter((row) => row.includes('locked'));
      expect(locked).toHaveLength(3);
      expect(new Set(locked.map((row) => row.indexOf('locked'))).size).toBe(1);
      expect(new Set(locked.map((row) => row.trimEnd().length)).size).toBe(1);
      expect(locked[0]?.indexOf('locked')).toBeLessThan(60);
    },
  );

  it('keeps the name of a long lesson in sight', () => {
    const steps = Array.from({ length: 40 }, (_, index) => step(`s${index}`, `Step ${index}`));
    const pack = packOf(lesson('long', 'A long lesson', steps), lesson('next', 'The next one', [step('one', 'One')]));
    const at = { lesson: 'long', step: 's30' };
    const rows = rowsOf([mapShown({ at, unfolded: 'long' })], { pack, columns: 60, rows: 16 });
    expect(rows[2]).toContain('A long lesson');
    expect(rows.find((row) => row.includes('>'))).toContain('Step 30');
    expect(rows.some((row) => row.includes('more lines: Down'))).toBe(true);
  });
});

describe('a locked step', () => {
  const asked = (): Started => {
    const app = started([]);
    app.press('l', key('down'), enter);
    return app;
  };

  it('is asked about, and opened ahead by another Enter', () => {
    const app = asked();
    expect(app.session.asked).toEqual([]);
    expect(mapOf(app).asks).toBe(true);
    expect(rowsNow(app).at(-1)).toMatch(/Enter open it anyway {3}Esc back/);
    app.press(enter);
    expect(app.session.asked).toEqual(['open topics/why ahead']);
    expect(app.store.get().overlay.kind).toBe('none');
  });

  it('stays closed after Esc, and the map is there as before', () => {
    const app = asked();
    app.press(esc);
    expect(mapOf(app)).toMatchObject({ at: ref('why'), asks: false });
    app.press(key('up'), enter);
    expect(app.session.asked).toEqual(['open topics/create']);
  });

  it('that was opened is marked, and so is what comes of it', async () => {
    const app = asked();
    app.press(enter, 'l');
    expect(rowsNow(app).find((row) => row.includes('Why partitions'))).toMatch(
      /> +> ahead +Why partitions +you are here/,
    );
    app.press(esc, enter);
    // Who goes ahead goes on from there.
    await vi.waitFor(() => expect(app.store.get().ref).toEqual(ref('quiz')));
    app.press('l');
    const rows = rowsNow(app);
    expect(rows.find((row) => row.includes('Why partitions'))).toMatch(/✓ passed +Why partitions +\(opened ahead\)/);
    expect(rows.find((row) => row.includes('What is an offset'))).toMatch(/open +What is an offset/);
    expect(rows.find((row) => row.includes('A topic of your own'))).toContain('locked');
  });

  it('before the one on the screen is asked about by p, and behind an unfinished one refused by n', () => {
    const app = asked();
    app.press(esc, key('down'), key('down'), enter, enter);
    expect(app.session.asked).toEqual(['open topics/mine ahead']);
    app.press('n');
    expect(notice(app.store)).toContain('The next step opens when this one is passed or skipped.');
    app.press('p');
    expect(mapOf(app)).toMatchObject({ at: ref('quiz'), asks: true });
  });
});

describe('searching in the map', () => {
  const searching = (text: string, pack = topicsPack()): Started => {
    const app = started([{ type: 'language-switched', pack, from: 'en', to: 'en' }], { pack });
    app.press('l', '/');
    type(app, text);
    return app;
  };

  it('finds titles, ids and commands, in any case', () => {
    const found = (text: string) => rowsNow(searching(text)).filter((row) => /^ {5}/.test(row));
    expect(found('YOUR OWN')).toEqual([expect.stringContaining('A topic of your own')]);
    expect(found('mine')).toEqual([expect.stringContaining('A topic of your own')]);
    expect(found('console-producer')).toEqual([expect.stringMatching(/Write records {2}\$ kafka-console-producer/)]);
  });

  it('shows of a command what was found in it', () => {
    const row = rowsNow(searching('describe', koreanPack())).find((each) => each.includes('살펴보기'));
    expect(row).toMatch(/살펴보기 {2}\$ kafka-topics\.sh \.\. --describe --topic orders/);
  });

  it('takes words of the lesson and of the step together', () => {
    const app = searching('groups end');
    expect(rowsNow(app).join()).toContain('Nothing matches "groups end".');
    expect(placesText(searching('topics offset'))).toEqual(['topics/quiz']);
    expect(placesText(searching('groups'))).toEqual(['groups']);
  });

  it('finds Korean, and the cursor is behind what was typed', () => {
    const app = searching('그룹 토픽', koreanPack());
    expect(placesText(app)).toEqual(['groups/topics']);
    const { cursor, rows } = drawFrame(app.store.get());
    expect(cursor).toEqual({ x: 3 + 9, y: 21 });
    expect(plainText(rows.slice(21, 22))).toBe(' / 그룹 토픽');
  });

  it('finds words whose spaces stand elsewhere', () => {
    expect(placesText(searching('topicofyour'))).toEqual(['topics/mine']);
  });

  it('chooses with Up and Down, opens with Enter', () => {
    const app = searching('topic', topicsPack());
    expect(placesText(app)).toEqual(['topics', 'topics/create', 'topics/mine', 'topics/produce']);
    app.press(key('up'), key('up'), enter);
    expect(app.session.asked).toEqual(['open topics/create']);
  });

  it('goes to a lesson that was found', () => {
    const app = searching('consumer g');
    app.press(enter);
    expect(mapOf(app)).toEqual({ kind: 'map', at: { lesson: 'groups' }, unfolded: 'groups', asks: false });
  });

  it('asks about a locked step, and comes back to what was found', () => {
    const app = searching('offset');
    app.press(enter);
    expect(mapOf(app).asks).toBe(true);
    app.press(esc);
    expect(mapOf(app)).toMatchObject({ asks: false, search: { text: 'offset' } });
  });

  it('is cleared by Esc, then left by it; Ctrl+C leaves it at once and does not quit', () => {
    const app = searching('offset');
    app.press(esc);
    expect(mapOf(app).search?.text).toBe('');
    app.press(esc);
    expect(mapOf(app).search).toBeUndefined();
    app.press('/', 'x', key('ctrl-c'));
    expect(mapOf(app).search).toBeUndefined();
    expect(app.effects.quit).not.toHaveBeenCalled();
  });

  it('takes letters that are keys elsewhere', () => {
    const app = searching('ql?/');
    expect(mapOf(app).search?.text).toBe('ql?/');
    expect(app.effects.quit).not.toHaveBeenCalled();
  });

  it('has nothing to open where nothing matches', () => {
    const app = searching('nowhere');
    expect(rowsNow(app).at(-1)).not.toContain('Enter');
    app.press(enter);
    expect(app.session.asked).toEqual([]);
  });
});

/** Where the cursor can go, by walking there. */
function placesText(app: Started): readonly string[] {
  const seen: string[] = [];
  app.press(...Array.from({ length: 20 }, () => key('up')));
  for (;;) {
    const { lesson: id, step: stepId } = mapOf(app).at;
    const place = stepId === undefined ? id : `${id}/${stepId}`;
    if (seen.at(-1) === place) return seen;
    seen.push(place);
    app.press(key('down'));
  }
}

it('shows the map the same in a narrow window, and the search with Korean text in it', () => {
  const state = viewOf([mapShown({ search: typed('만들기') })], { pack: koreanPack(), columns: 60, rows: 16 });
  expect(textOf([mapShown({})], { pack: koreanPack(), columns: 60, rows: 16 })).toContain('토픽 만들기');
  expect(drawFrame(state).cursor).toEqual({ x: 9, y: 13 });
});
