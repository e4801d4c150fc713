import { expect, it } from 'vitest';
import { projectName } from '../../../../src/engine/docker/project.ts';

it('gives the usual home the plain name, and any other one of its own', () => {
  expect(projectName('/home/ann/.local/share/kafka-lessons', '/home/ann/.local/share/kafka-lessons')).toBe(
    'kafka-lessons',
  );
  const [one, two] = [projectName('/tmp/one', '/usual'), projectName('/tmp/two', '/usual')];
  expect(one).not.toBe(two);
  expect(projectName('/tmp/one', '/usual')).toBe(one);
  // What compose takes for a project's name.
  expect(one).toMatch(/^[a-z0-9][a-z0-9_-]*$/);
});
