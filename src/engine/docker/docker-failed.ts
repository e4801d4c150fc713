import { EnvironmentError, type Explanation } from '../../errors.ts';
import { messages } from '../../messages/index.ts';
import type { DockerContext } from './context.ts';
import { findProblem } from './diagnose-problem.ts';
import { complaint } from './docker-command.ts';
import { type DockerAnswer, lastLine } from './docker-facts.ts';
import { imageProblem } from './docker-facts-image.ts';

/** An error of this engine; it always offers the other one. */
export function dockerError({ what, why, next }: Explanation): EnvironmentError {
  const say = messages().docker;
  return new EnvironmentError({ what, ...(why && { why }), next: next ? say.orNative({ next }) : say.useNative });
}

/**
 * The error of a docker command that failed: what keeps Docker from being used at all, else the words of docker itself.
 * @param what was to be done and was not, one sentence
 */
export async function dockerFailed(
  { env }: Pick<DockerContext, 'env'>,
  what: string,
  answer: DockerAnswer,
): Promise<EnvironmentError> {
  const problem = await findProblem(env);
  if (problem) return dockerError({ what: problem.what, ...(problem.why && { why: problem.why }), ...nextOf(problem) });
  const say = messages();
  if (answer.kind === 'no-answer') return dockerError({ what, why: say.docker.tooSlow, next: say.engine.doctorNext });
  const text = complaint(answer);
  if (imageProblem(text) === 'disk-full') {
    return dockerError({
      what,
      why: say.doctor.imageProblems['disk-full'],
      next: say.doctor.imageFixes['disk-full'](),
    });
  }
  return dockerError({ what, why: dockersWords(text), next: say.engine.doctorNext });
}

const nextOf = ({ fix }: { readonly fix?: string }) => (fix === undefined ? {} : { next: fix });

/** Without what docker puts in front of every error of the daemon. */
export const dockersWords = (text: string): string =>
  lastLine(text).replace(/^(?:docker: )?(?:Error response from daemon: )+/, '') || messages().engine.noCause;
