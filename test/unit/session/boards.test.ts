import { describe, expect, it } from 'vitest';
import type { Mistake, Step } from '../../../src/lesson/types.ts';
import { createSession } from '../../../src/session/create-session.ts';
import { createHeadless } from '../../../src/session/headless.ts';
import { nextHint } from '../../../src/session/next-hint.ts';
import { openWorkspace } from '../../../src/session/workspace.ts';
import { bench, exercise, exists, kafkaLesson, listen, ref, sh, soon } from './support.ts';

const panel = (id: string, ...checks: readonly number[]) => ({
  id,
  title: `The ${id}`,
  symptom: `Nobody sees ${id}.`,
  report: `${id} was away.`,
  checks,
});
const mistake = (id: string, wrong: string): Mistake => ({
  when: [exists(wrong)],
  say: `${wrong} is wrong.`,
  panel: id,
});
/** Panel `a` wants the topics a and b, panel `c` the topic c. */
const board = (more: Partial<Step> = {}): Step =>
  exercise('one', 'a', {
    checks: [exists('a'), exists('b'), exists('c')],
    board: [panel('a', 0, 1), panel('c', 2)],
    mistakes: [mistake('a', 'x'), mistake('c', 'y')],
    solution: [sh('create a'), sh('create b'), sh('create c')],
    hints: [
      { title: 'a', source: 'a', panel: 'a' },
      { title: 'c', source: 'c', panel: 'c' },
    ],
    ...more,
  });
const given = kafkaLesson('night', [board()], ['a', 'b', 'c']);

async function app() {
  const { world, deps } = await bench([given]);
  const session = createSession(deps);
  const told = listen(session.subscribe);
  session.open(ref('night/one'));
  const panels = () =>
    told.events.flatMap((event) => (event.type === 'panel' ? [`${event.panel} ${event.state}`] : []));
  const said = () =>
    told.events.flatMap((event) => (event.type === 'mistake' ? [`${event.panel}: ${event.say ?? '-'}`] : []));
  const phase = () => told.events.findLast((event) => event.type === 'phase');
  return { world, deps, session, told, panels, said, phase };
}

describe('a board', () => {
  it('tells each panel by itself, in any order, also when it breaks again, and passes when all hold', async () => {
    const { world, session, panels, phase } = await app();
    await soon(() => expect(panels()).toEqual(['a broken', 'c broken']));
    world.topics.add('c');
    await soon(() => expect(panels().at(-1)).toBe('c mended'));
    world.topics.add('a');
    world.topics.delete('c');
    await soon(() => expect(panels().at(-1)).toBe('c broken'));
    world.topics.add('b');
    await soon(() => expect(panels().at(-1)).toBe('a mended'));
    expect(phase()).toMatchObject({ phase: 'watching' });
    world.topics.add('c');
    await soon(() => expect(phase()).toMatchObject({ phase: 'passed' }));
    expect(panels()).toEqual(['a broken', 'c broken', 'c mended', 'c broken', 'a mended', 'c mended']);
    await session.close();
  });

  it('recognises a mistake in each panel, and takes it back', async () => {
    const { world, session, said } = await app();
    await soon(() => expect(said()).toEqual(['a: -', 'c: -']));
    world.topics.add('x').add('y');
    await soon(() => expect(said().slice(2)).toEqual(['a: x is wrong.', 'c: y is wrong.']));
    world.topics.delete('x');
    await soon(() => expect(said().slice(4)).toEqual(['a: -']));
    await session.close();
  });

  it('names the panel of each check, and does not answer', async () => {
    const { session, told, panels } = await app();
    await soon(() => expect(panels()).toHaveLength(2));
    const checks = told.events.flatMap((event) => (event.type === 'check' ? [event] : []));
    expect(checks.map((check) => check.panel)).toEqual(['a', 'a', 'c']);
    expect(checks.every(({ state }) => !('tryNext' in state))).toBe(true);
    await session.close();
  });

  it('cannot be looked at where nothing answers', async () => {
    const { world, session, panels, phase } = await app();
    await soon(() => expect(panels()).toHaveLength(2));
    world.reachable = false;
    await soon(() => expect(panels().slice(2)).toEqual(['a blocked', 'c blocked']));
    expect(phase()).toMatchObject({ phase: 'blocked' });
    await session.close();
  });

  it('writes its report before it passes, with what was typed, hints and mistakes', async () => {
    const { world, deps, session, said, phase } = await app();
    await soon(() => expect(said()).toHaveLength(2));
    session.hint();
    await session.type('create x');
    await soon(() => expect(said().at(-1)).toBe('a: x is wrong.'));
    await session.type('fail');
    for (const name of ['a', 'b', 'c']) world.topics.add(name);
    await soon(() => expect(phase()).toMatchObject({ phase: 'passed' }));
    const entries = await deps.journal.read(ref('night/one'));
    expect(entries.map(({ type }) => type)).toEqual([
      'panel',
      'panel',
      'hint',
      'command',
      'ended',
      'mistake',
      'command',
      'ended',
      'panel',
      'panel',
      'passed',
    ]);
    const report = await openWorkspace(deps.workspace, 'night').read('report.md');
    expect(report).toContain('The a: x is wrong.');
    expect(report).toContain('fail   [exit code 1]');
    await session.close();
  });

  it('is solved without a screen, with a report of what was done for you', async () => {
    const { deps } = await bench([given]);
    const headless = createHeadless(deps);
    const told = listen(headless.subscribe);
    expect((await headless.solve(ref('night/one'))).checks).toHaveLength(4);
    expect(told.events.flatMap((event) => (event.type === 'panel' ? [event.state] : []))).toEqual(['mended', 'mended']);
    expect(await openWorkspace(deps.workspace, 'night').read('report.md')).toContain('create b   [done for you]');
    await headless.close();
  });
});

describe('the next hint', () => {
  const hints = board().hints;
  it.each([
    ['the first', [], [], 0],
    ['the second', [0], [], 1],
    ['not one for what is mended', [], ['a'], 1],
    ['that one when nothing else is left', [1], ['a'], 0],
    ['none', [0, 1], [], undefined],
  ] as const)('is %s', (_name, shown, mended, hint) => {
    expect(nextHint({ hints }, shown, new Set<string>(mended))).toBe(hint);
  });
});
