import { describe, expect, it } from 'vitest';
import { stepsNamed } from '../../../src/commands/select.ts';
import { keyOf } from '../../../src/course/index.ts';
import { UserError } from '../../../src/errors.ts';
import { lesson, pack, step } from '../course/support.ts';

const course = pack(
  lesson('topics', [step('create'), step('list')]),
  lesson('producers', [step('send'), step('keys')]),
);
const named = (...names: string[]) => stepsNamed(course, names).map(keyOf);

function refusal(name: string): UserError {
  try {
    stepsNamed(course, [name]);
  } catch (error) {
    if (error instanceof UserError) return error;
  }
  throw new Error(`${name} was accepted`);
}

describe('the steps that are named', () => {
  it('come in course order, each once', () => {
    expect(named('producers/keys', 'topics', 'topics/list')).toEqual([
      'topics/create',
      'topics/list',
      'producers/keys',
    ]);
    expect(named()).toEqual([]);
  });

  it.each([
    ['topic', 'topics'],
    ['topics/creat', 'topics/create'],
    ['topics/crate', 'topics/create'],
    ['producer', 'producers'],
  ])('%s is unknown, %s is near', (name, near) => {
    const { explanation, exitCode } = refusal(name);
    expect(exitCode).toBe(2);
    expect(explanation.what).toContain(name);
    expect(explanation.why).toContain(`${near}?`);
    expect(explanation.next).toBe('kafka-lessons list');
  });

  it('are those of the pack that was named, and so is their list', () => {
    expect(() => stepsNamed(course, ['nope'], 'mine')).toThrow(
      expect.objectContaining({ explanation: expect.objectContaining({ next: 'kafka-lessons list --pack mine' }) }),
    );
  });

  it('are told where the lesson is there and no step is near', () => {
    expect(refusal('topics/nope-never').explanation.why).toContain('topics/create, topics/list');
  });

  it.each(['connect', '', 'x', 'topic/'.padEnd(30, 'z')])('%j is unknown, and nothing is near', (name) => {
    const { explanation, exitCode } = refusal(name);
    expect(exitCode).toBe(2);
    expect(explanation.why).toBeUndefined();
  });

  it('of a lesson with errors are refused with these', () => {
    const position = { path: '/p/02-more/lesson.md', line: 7, column: 3 };
    const broken = [
      { index: 1, folder: '02-more', id: 'more', errors: [{ position, message: 'Wrong.', excerpt: 'x' }] },
    ];
    for (const name of ['more', 'more/step', '02-more']) {
      expect(() => stepsNamed({ ...course, broken }, [name])).toThrow(
        expect.objectContaining({
          exitCode: 2,
          explanation: expect.objectContaining({ why: expect.stringContaining('lesson.md:7:3  Wrong.') }),
        }),
      );
    }
  });

  it('are refused by a pack without lessons', () => {
    expect(() => stepsNamed(pack(), ['topics'])).toThrow(UserError);
  });
});
