import { messages } from '../../messages/index.ts';
import type { Finding } from '../types.ts';
import { askDocker } from './diagnose-ask.ts';
import { imageFact, imageProblem } from './docker-facts-image.ts';

/** An image of the compose files. */
export type NeededImage = {
  readonly name: string;
  /** the broker's: without it nothing runs; others are for later lessons */
  readonly essential: boolean;
};

/** A registry that does not answer must not hold up the report. */
const registryLimitMs = 5000;

/** Whether the images are here, else whether they can be had. arch: the daemon's processor (`amd64`). */
export async function findImages(
  images: readonly NeededImage[],
  { env, arch }: { readonly env: NodeJS.ProcessEnv; readonly arch: string },
): Promise<readonly Finding[]> {
  return (await Promise.all(images.map((image) => findImage(image, env, arch)))).flat();
}

async function findImage(
  { name: image, essential }: NeededImage,
  env: NodeJS.ProcessEnv,
  own: string,
): Promise<readonly Finding[]> {
  const say = messages().doctor;
  const fact = imageFact(
    await askDocker(['image', 'inspect', '--format', '{{.Architecture}}', image], { env, limitMs: registryLimitMs }),
  );
  switch (fact.state) {
    case 'here': {
      const { arch } = fact;
      if (arch === own || own === '') return [{ id: 'image', level: 'ok', what: say.imageHere({ image }) }];
      return [
        {
          id: 'image-emulated',
          level: 'warning',
          what: say.emulated({ image, arch, own }),
          why: say.emulatedWhy,
          fix: say.emulatedFix({ image, own }),
        },
      ];
    }
    case 'missing':
      return [await findInRegistry(image, essential, env)];
    case 'other':
      return [{ id: 'image-unknown', level: 'warning', what: say.imageMissing({ image }), why: fact.says }];
    default:
      return fact satisfies never;
  }
}

async function findInRegistry(image: string, essential: boolean, env: NodeJS.ProcessEnv): Promise<Finding> {
  const say = messages().doctor;
  const answer = await askDocker(['manifest', 'inspect', image], { env, limitMs: registryLimitMs });
  if (answer.kind === 'ended' && answer.exit === 0) {
    return { id: 'image-missing', level: 'warning', what: say.imageMissing({ image }), why: say.imageMissingWhy };
  }
  const problem = answer.kind === 'ended' ? imageProblem(answer.stderr) : 'registry-unreachable';
  return {
    id: `image-${problem}`,
    level: essential ? 'error' : 'warning',
    what: say.imageUnavailable({ image }),
    why: say.imageProblems[problem],
    fix: say.imageFixes[problem]({ image }),
  };
}
