import { databaseNames, type Lesson } from '../lesson/types.ts';
import type { OwnedPlaces } from './deps.ts';
import type { Stage } from './perform-step.ts';
import { serviceAddress } from './service-address.ts';

/** Where a lesson's things are: in Kafka, and in what else it asks for. Throws Unreachable where one of these was never started. */
export async function ownedPlaces(
  { deps, services }: Pick<Stage, 'deps' | 'services'>,
  lesson: Lesson,
): Promise<OwnedPlaces> {
  const databases = databaseNames.filter((name) => lesson.services.includes(name));
  const found = databases.map(async (name) => [name, await serviceAddress(deps, name)] as const);
  return {
    kafka: await services.address(lesson.services),
    ...(lesson.services.includes('connect') && { connect: await serviceAddress(deps, 'connect') }),
    databases: Object.fromEntries(await Promise.all(found)),
  };
}
