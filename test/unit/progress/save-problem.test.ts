import { describe, expect, it } from 'vitest';
import { exitCodes, UserError } from '../../../src/errors.ts';
import { saveProblem } from '../../../src/progress/save-problem.ts';

const failure = (code: string): Error => Object.assign(new Error(code), { code });

describe('saveProblem', () => {
  const cases: readonly (readonly [code: string, why: RegExp, next: RegExp])[] = [
    ['ENOSPC', /disk is full/, /Make some room/],
    ['EDQUOT', /disk is full/, /Make some room/],
    ['EROFS', /may not be written/, /KAFKA_LESSONS_HOME/],
    ['EACCES', /may not be written/, /KAFKA_LESSONS_HOME/],
    ['ENOENT', /may not be written/, /KAFKA_LESSONS_HOME/],
    ['EIO', /EIO/, /KAFKA_LESSONS_HOME/],
  ];
  for (const [code, why, next] of cases) {
    it(code, () => {
      const problem = saveProblem('/home/me', failure(code));
      expect(problem.explanation.why).toMatch(why);
      expect(problem.explanation.why).toContain('/home/me');
      expect(problem.explanation.next).toMatch(next);
      expect(problem.exitCode).toBe(exitCodes.environment);
    });
  }

  it('keeps what is told already', () => {
    const told = new UserError({ what: 'told' });
    expect(saveProblem('/home/me', told)).toBe(told);
  });
});
