import { quote } from 'shell-quote';
import type { Spawnable } from '../../command/types.ts';
import { mapAddresses, type PortMap } from '../canonical-addresses.ts';
import { type ToolName, toolOf } from '../tool-table.ts';
import { type JvmOptions, jvmArguments, jvmVariables } from './jvm.ts';
import type { Runtime } from './runtime.ts';

export type ToolSurroundings = {
  readonly runtime: Runtime;
  readonly ports: PortMap;
  /** a configuration file of the tools' logger */
  readonly logging: string;
  /** of the program that will start it */
  readonly env: NodeJS.ProcessEnv;
};

/** A Kafka tool as a JVM, with the lesson's addresses replaced by the real ones. */
export function toolCommand(tool: ToolName, written: readonly string[], surroundings: ToolSurroundings): Spawnable {
  const { runtime, ports, logging } = surroundings;
  const { mainClass, heapMb } = toolOf(tool, runtime.classPath.kafkaVersion);
  const args = mapAddresses(written, ports);
  const changed = args.some((arg, index) => arg !== written[index]);
  return {
    ...startedBy(surroundings, { heapMb, logging }, [mainClass, ...args]),
    ...(changed ? { shown: shownCommand(tool, args) } : {}),
  };
}

/** A JVM that runs a tool. @param args the main class and what it is given */
export function startedBy(
  { runtime, env }: Pick<ToolSurroundings, 'runtime' | 'env'>,
  options: Pick<JvmOptions, 'heapMb' | 'logging' | 'logger'>,
  args: readonly string[],
): Spawnable {
  const jvm = jvmArguments({ ...options, classPath: runtime.classPath.arguments, archive: runtime.archive });
  return { file: runtime.java.file, args: [...jvm, ...args], env: jvmVariables(env), stop: 'signal' };
}

/** The command as one would type it. Quotes only what a shell would change, and undoes what the library escapes without need (`localhost\:9092`, `a\=b`). */
export function shownCommand(tool: string, args: readonly string[]): string {
  return [tool, ...args.map((arg) => (/^[\w./:=,@%+-]+$/.test(arg) ? arg : quote([arg])))].join(' ');
}
