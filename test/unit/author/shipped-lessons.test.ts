import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkPack } from '../../../src/author/check-pack.ts';
import { readAuthoredPack } from '../../../src/author/read-pack.ts';
import { checkCommand } from '../../../src/commands/load-course.ts';
import { formatAuthorErrors } from '../../../src/lesson/author-error.ts';

const course = fileURLToPath(new URL('../../../lessons/', import.meta.url));

test('author check finds nothing to mend in the course', async () => {
  const pack = await readAuthoredPack(course, { checkCommand });
  expect(pack.lessons.length).toBeGreaterThanOrEqual(10);
  expect(pack.side.released?.ok).toBe(true);
  expect(pack.side.glossary?.ok).toBe(true);
  expect(formatAuthorErrors(checkPack(pack), { cwd: course })).toBe('');
});
