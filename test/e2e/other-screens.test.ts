import { afterAll, beforeAll, expect, it } from 'vitest';
import { allSteps } from '../../src/course/index.ts';
import type { Step } from '../../src/lesson/types.ts';
import { placeOf } from './play.ts';
import { keys } from './program.ts';
import { course, openStage, type Stage } from './stage.ts';

/** For those who see no colours, or no screen. */

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  await stage.run(['up']);
});

afterAll(() => stage.remove());

/** CSI sequences, by their final letter. */
const sequences = (text: string): readonly (readonly [parameters: string, final: string])[] =>
  [...text.matchAll(/\x1b\[([0-9;?]*)([A-Za-z])/g)].map(([, parameters = '', final = '']) => [parameters, final]);

/** ECMA-48 SGR: 30-49 and 90-107 are colours; bold, dim and their ends are not. */
const isColour = (parameters: string): boolean => parameters.split(';').some((each) => /^(3|4|9|10)\d$/.test(each));

it.each([
  ['NO_COLOR', { NO_COLOR: '1' }, [], false],
  ['--no-color', {}, ['--no-color'], false],
  ['neither', { NO_COLOR: undefined }, [], true],
])('%s: the whole screen, with colours or not one', async (_, env, args, wanted) => {
  await stage.putAt('topics/create');
  const app = stage.start({ env }, args);
  await app.until('broker up');
  app.type(keys.enter);
  await app.until('✓ Passed');
  app.type('l');
  await app.until(/- Lessons/);
  app.type('q');
  expect(await app.ended).toBe(0);
  const styles = sequences(app.written()).filter(([, final]) => final === 'm');
  expect(styles.some(([parameters]) => isColour(parameters))).toBe(wanted);
});

it('--plain: a whole lesson in lines that are only ever added', async () => {
  await stage.putAt('topics/list');
  const app = stage.start({ env: { NO_COLOR: '1' } }, ['--plain']);
  const steps = allSteps(course).filter(({ lesson }) => lesson === 'topics');
  let from = 0;
  /** Waits for it in what was written since the last line typed. */
  const untilTold = (text: string): Promise<void> => app.until(() => app.written().slice(from).includes(text));
  const say = (line: string): void => {
    from = app.written().length;
    app.type(`${line}\r`);
  };
  for (const ref of steps) {
    await untilTold(placeOf(course, ref));
    const step = course.lessons.find(({ id }) => id === 'topics')?.steps.find(({ id }) => id === ref.step);
    await untilTold(step?.kind === 'quiz' ? '[type the number' : '[Enter ');
    say(answerTo(step));
    await untilTold('Passed. Enter goes on.');
    say('');
  }
  await untilTold(placeOf(course, { lesson: 'producer-and-consumer', step: course.lessons[2]?.steps[0]?.id ?? '' }));
  say('q');
  expect(await app.ended).toBe(0);
  expect(app.written()).not.toContain('\x1b');
  expect(app.isAlternate()).toBe(false);
});

function answerTo(step: Step | undefined): string {
  switch (step?.kind) {
    case 'exercise':
      return `/${step.solution.flatMap((block) => (block.kind === 'sh' ? block.commands : [])).join(' ')}`;
    case 'quiz':
      return (step.quiz?.options ?? []).flatMap(({ correct }, index) => (correct ? [index + 1] : [])).join(' ');
    default:
      return '';
  }
}
