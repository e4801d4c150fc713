import { type DatabaseName, databaseNames } from '../../lesson/types.ts';
import { canonicalPorts } from '../side-services.ts';
import type { NativePaths } from './context.ts';
import { readNodeState } from './node-state.ts';
import { reservedPort } from './reserved-port.ts';

/** The ports the databases have or are promised. @param but whose is left out */
export async function databasePorts({ databases }: Pick<NativePaths, 'databases'>, but?: DatabaseName) {
  const others = databaseNames.filter((name) => name !== but);
  return (await Promise.all(others.map((name) => readNodeState(databases[name])))).flatMap(
    (state) => state?.port ?? [],
  );
}

/** The port a database has or is promised from now on: connectors are told it when their worker starts. */
export const databasePort = async (
  paths: Pick<NativePaths, 'databases'>,
  name: DatabaseName,
  except: readonly number[] = [],
): Promise<number> => {
  const taken = [...except, ...(await databasePorts(paths, name))];
  return reservedPort(paths.databases[name], canonicalPorts[name], taken);
};
