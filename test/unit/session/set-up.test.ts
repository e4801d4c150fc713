import { describe, expect, it } from 'vitest';
import { reduceCourse } from '../../../src/course/index.ts';
import type { CourseRecords } from '../../../src/course/types.ts';
import type { Lesson, Step } from '../../../src/lesson/types.ts';
import { createSession } from '../../../src/session/create-session.ts';
import { createHeadless } from '../../../src/session/headless.ts';
import { openParts } from '../../../src/session/session-parts.ts';
import { openWorkspace } from '../../../src/session/workspace.ts';
import { step } from '../course/support.ts';
import { bench, done, exercise, exists, kafkaLesson, listen, ref, runStep, sh, soon, started } from './support.ts';

/** A topic `t` has to be mended, that is, be there; `u` stands for what a setup brings about. */
const broken = (more: Partial<Step> = {}): Step =>
  exercise('one', 't', { setup: { blocks: [sh('create u'), sh('break it')], until: [exists('u')] }, ...more });
const lesson = (...steps: readonly Step[]): Lesson => kafkaLesson('a', steps, ['t', 'u']);
const given = lesson(broken(), step('read'), runStep('two', 'two'));

async function keep(one: Lesson = given, records?: CourseRecords) {
  const { world, deps } = await bench([one], records);
  const { state, keeper, subscribe } = openParts(deps);
  const told = listen(subscribe);
  const prepare = (key: string, signal?: AbortSignal) => state.prepare(one, ref(key), signal);
  return { world, deps, keeper, told, prepare, rebuild: (key: string) => state.rebuild(one, ref(key)) };
}

describe('a step with a setup', () => {
  it('is set up when it is first prepared, after what the lesson owns is gone, and said how far it is', async () => {
    const { world, deps, told, prepare } = await keep();
    world.topics.add('t');
    await prepare('a/one');
    expect([...world.topics]).toEqual(['u']);
    expect(world.lines).toEqual(['create u', 'break it']);
    expect(told.events.flatMap((event) => (event.type === 'setup' ? [`${event.done}/${event.total}`] : []))).toEqual([
      '0/3',
      '1/3',
      '2/3',
      '3/3',
    ]);
    expect(told.events.filter(({ type }) => type === 'run-started')).toEqual([]);
    expect(world.records).toMatchObject({ clusters: { a: 'cluster-1' }, setups: { 'a/one': 'cluster-1' } });
    expect(await deps.journal.read(ref('a/one'))).toMatchObject([{ type: 'setup' }]);
  });

  it('is set up once: what was mended since stays, also after a new start', async () => {
    const { world, prepare } = await keep();
    await prepare('a/one');
    world.topics.add('t');
    await prepare('a/one');
    const again = await keep(given, world.records);
    again.world.topics.add('t');
    await again.prepare('a/one');
    expect(again.world.topics).toContain('t');
    expect([...world.lines, ...again.world.lines]).toHaveLength(2);
  });

  it('is set up in another cluster anew, and says so', async () => {
    const { world, told, prepare } = await keep(given, {
      steps: {},
      clusters: { a: 'lost' },
      setups: { 'a/one': 'lost' },
    });
    await prepare('a/one');
    expect(world.lines).toEqual(['create u', 'break it']);
    expect(told.events.flatMap((event) => (event.type === 'notice' ? [event.text] : []))).toEqual([
      'The cluster is a new one, so what was broken at the beginning of this step is broken again.',
    ]);
  });

  it('is set up anew after a reset', async () => {
    const first = await keep();
    await first.prepare('a/one');
    const { pack: _, ...forgotten } = reduceCourse(first.keeper.course(), { type: 'reset', lesson: 'a' });
    expect(forgotten.setups).toBeUndefined();
    const { world, prepare } = await keep(given, forgotten);
    world.topics.add('t');
    await prepare('a/one');
    expect([...world.topics]).toEqual(['u']);
  });

  it('is set up and solved where a later step needs what it left', async () => {
    const { world, prepare } = await keep(given, { ...done(['a/one'], 'lost'), setups: { 'a/one': 'lost' } });
    await prepare('a/two');
    expect(world.lines).toEqual(['create u', 'break it', 'create t']);
    expect(world.records.setups).toEqual({ 'a/one': 'cluster-1' });
  });

  it('that comes later begins with the solutions of the steps before it, from nothing', async () => {
    const later = lesson(runStep('zero', 'create x'), broken());
    const { world, prepare } = await keep(later, done(['a/zero'], 'cluster-1'));
    world.topics.add('t');
    await prepare('a/one');
    expect(world.lines).toEqual(['create x', 'create u', 'break it']);
    expect([...world.topics]).toEqual(['x', 'u']);
  });

  it('removes what the lesson wrote into its workspace, but for the files of the step', async () => {
    const file = { name: 'list.txt', text: 'a\n', edit: false, language: 'text', position: broken().position };
    const one = lesson(broken({ files: [file] }));
    const { deps, prepare } = await keep({ ...one, owns: { ...one.owns, files: ['report.md', 'list.txt'] } });
    const workspace = openWorkspace(deps.workspace, 'a');
    await workspace.write('report.md', 'old');
    await prepare('a/one');
    expect([await workspace.read('report.md'), await workspace.read('list.txt')]).toEqual([undefined, 'a\n']);
  });

  it('tells a command that fails with its output, and begins anew the next time', async () => {
    const { world, prepare } = await keep();
    world.says.set('break it', { exit: 1, lines: ['', 'No, thank you.'] });
    await expect(prepare('a/one')).rejects.toMatchObject({
      explanation: {
        what: 'This step could not be prepared. It needs: break it - and that went wrong: it ended with exit code 1.',
        why: 'No, thank you.',
      },
    });
    expect(world.records.setups).toBeUndefined();
    world.says.delete('break it');
    await prepare('a/one');
    expect(world.lines).toEqual(['create u', 'break it', 'create u', 'break it']);
    expect(world.records.setups).toEqual({ 'a/one': 'cluster-1' });
  });

  it('tells what did not come about', { timeout: 15_000 }, async () => {
    const { prepare } = await keep(lesson(broken({ setup: { blocks: [sh('nothing')], until: [exists('u')] } })));
    await expect(prepare('a/one')).rejects.toMatchObject({
      explanation: { why: 'topic u: exists was expected, found: no such topic.' },
    });
  });

  it('that was stopped half way is set up from the beginning', async () => {
    const one = lesson(broken({ setup: { blocks: [sh('create u'), sh('stay')], until: [] } }));
    const { world, prepare } = await keep(one);
    const controller = new AbortController();
    const preparing = prepare('a/one', controller.signal);
    await started(world, 'stay');
    controller.abort();
    await preparing;
    expect(world.records.setups).toBeUndefined();
    world.says.set('stay', {});
    await prepare('a/one');
    expect(world.lines).toEqual(['create u', 'stay', 'create u', 'stay']);
  });

  it('is set up before a rebuilt step, without its solution', async () => {
    const { world, rebuild } = await keep();
    await rebuild('a/one');
    expect(world.lines).toEqual(['create u', 'break it']);
    await rebuild('a/two');
    expect(world.lines.slice(2)).toEqual(['create u', 'break it', 'create t']);
  });
});

describe('in the app', () => {
  async function app(one: Lesson = given) {
    const { world, deps } = await bench([one]);
    const session = createSession(deps);
    const told = listen(session.subscribe);
    const phases = () => told.events.flatMap((event) => (event.type === 'phase' ? [event.phase] : []));
    return { world, session, told, phases };
  }

  it('it is prepared when it is opened, then watched', async () => {
    const { world, session, phases } = await app();
    session.open(ref('a/one'));
    await soon(() => expect(phases().at(-1)).toBe('watching'));
    expect(phases().slice(0, 3)).toEqual(['open', 'preparing', 'watching']);
    world.topics.add('t');
    await soon(() => expect(phases().at(-1)).toBe('passed'));
    await session.close();
  });

  it('Ctrl+C stops it, and Enter begins it again', async () => {
    const { world, session, phases } = await app(lesson(broken({ setup: { blocks: [sh('stay')], until: [] } })));
    session.open(ref('a/one'));
    await started(world, 'stay');
    expect(await session.stop()).toBe(true);
    await soon(() => expect(phases().at(-1)).toBe('open'));
    world.says.set('stay', {});
    await session.perform();
    await soon(() => expect(phases().at(-1)).toBe('watching'));
    expect(world.lines).toEqual(['stay', 'stay']);
    await session.close();
  });

  it('one that fails blocks the step, which is no wrong answer; starting again tries again', async () => {
    const { world, session, told, phases } = await app();
    world.says.set('break it', { exit: 1, lines: ['No.'] });
    session.open(ref('a/one'));
    await soon(() => expect(phases().at(-1)).toBe('blocked'));
    expect(told.events.findLast(({ type }) => type === 'check')).toMatchObject({
      label: 'environment',
      state: { status: 'blocked', by: expect.stringContaining('No.') },
    });
    world.says.delete('break it');
    await session.repair();
    await soon(() => expect(phases().at(-1)).toBe('watching'));
    await session.close();
  });
});

describe('without a screen', () => {
  it('it is set up and solved each time, and can be set up alone', async () => {
    const { world, deps } = await bench([given]);
    const headless = createHeadless(deps);
    expect(await headless.begin(ref('a/one'))).toBeUndefined();
    expect((await headless.look(ref('a/one'))).status).toBe('failed');
    expect((await headless.solve(ref('a/one'))).status).toBe('passed');
    expect(world.lines).toEqual(['create u', 'break it', 'create t']);
    await headless.leave('a');
    expect((await headless.solve(ref('a/one'))).status).toBe('passed');
    expect(world.lines.slice(3)).toEqual(['create u', 'break it', 'create t']);
    await headless.close();
  });
});
