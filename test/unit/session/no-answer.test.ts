import { describe, expect, it } from 'vitest';
import { mistakeEvent } from '../../../src/session/no-answer.ts';
import { step } from '../course/support.ts';
import { ref, sh } from './support.ts';

const solution = [sh(`printf 'a' | \\\n  producer --topic parcels \\\n  --key yes`)];
const advised = (kind: 'run' | 'exercise', advice: string) =>
  mistakeEvent(ref('a/one'), step('one', { kind, solution }), { when: [], say: 'No key.', try: advice });

describe('the advice to a mistake', () => {
  it('is told', () => {
    expect(advised('exercise', 'topics --delete')).toMatchObject({ say: 'No key.', tryNext: 'topics --delete' });
    expect(advised('run', 'producer --topic parcels --key yes')).toHaveProperty('tryNext');
  });

  it('is kept back where it is a part of the answer to an exercise', () => {
    expect(advised('exercise', 'producer --topic parcels --key yes')).not.toHaveProperty('tryNext');
    expect(advised('exercise', 'producer --topic parc')).toHaveProperty('tryNext');
  });
});
