import { expect, it } from 'vitest';
import { errorForPeople, explanationOf } from '../../src/disk-problem.ts';
import { exitCodes, UserError } from '../../src/errors.ts';

const failure = (code: string, more: object = {}): Error => Object.assign(new Error(`${code}: no`), { code, ...more });

it.each([
  ['ENOSPC', /disk is full/, /Make some room/],
  ['EACCES', /may not write/, /KAFKA_LESSONS_HOME/],
  ['EROFS', /may not write/, /KAFKA_LESSONS_HOME/],
  ['ENOTDIR', /Something else/, /Move it away/],
])('%s is told with its place, why, and what to do', (code, why, next) => {
  const error = errorForPeople(failure(code, { path: '/home/me/logs', syscall: 'mkdir' }));
  expect(error?.exitCode).toBe(exitCodes.environment);
  expect(error?.explanation.what).toContain('/home/me/logs');
  expect(error?.explanation.why).toMatch(why);
  expect(error?.explanation.next).toMatch(next);
});

it('tells a full disk also where the system does not say which file it was', () => {
  expect(errorForPeople(failure('ENOSPC', { syscall: 'write' }))?.explanation.why).toContain('full');
});

it('is not about programs, ports, and what is our own fault', () => {
  expect(errorForPeople(failure('EACCES', { path: '/bin/tool', syscall: 'spawn /bin/tool' }))).toBeUndefined();
  expect(errorForPeople(failure('EACCES', { syscall: 'listen', port: 80 }))).toBeUndefined();
  expect(errorForPeople(new TypeError('x is undefined'))).toBeUndefined();
  expect(errorForPeople(undefined)).toBeUndefined();
  expect(explanationOf(new TypeError('x is undefined')).what).toContain('kafka-lessons itself: x is undefined');
});

it('keeps what is told already', () => {
  const told = new UserError({ what: 'told' });
  expect(errorForPeople(told)).toBe(told);
});
