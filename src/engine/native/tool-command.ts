import { quote } from 'shell-quote';
import type { Spawnable } from '../../command/types.ts';
import { mapAddresses, type PortMap } from '../canonical-addresses.ts';
import { type ToolName, toolOf } from '../tool-table.ts';
import { jvmArguments, jvmVariables } from './jvm.ts';
import type { Runtime } from './runtime.ts';

export type ToolSurroundings = {
  readonly runtime: Runtime;
  readonly ports: PortMap;
  /** the tools' log4j2 configuration */
  readonly logging: string;
  /** of the program that will start it */
  readonly env: NodeJS.ProcessEnv;
};

/** A Kafka tool as a JVM, with the lesson's addresses replaced by the real ones. */
export function toolCommand(
  tool: ToolName,
  written: readonly string[],
  { runtime, ports, logging, env }: ToolSurroundings,
): Spawnable {
  const { mainClass, heapMb } = toolOf(tool, runtime.classPath.kafkaVersion);
  const args = mapAddresses(written, ports);
  const jvm = jvmArguments({
    heapMb,
    logging,
    classPathFile: runtime.classPath.file,
    archive: runtime.archive,
  });
  const changed = args.some((arg, index) => arg !== written[index]);
  return {
    file: runtime.java.file,
    args: [...jvm, mainClass, ...args],
    env: jvmVariables(env),
    stop: 'signal',
    ...(changed ? { shown: shownCommand(tool, args) } : {}),
  };
}

/** Quotes only what a shell would change, and undoes what the library escapes without need (`localhost\:9092`, `a\=b`). */
function shownCommand(tool: string, args: readonly string[]): string {
  return [tool, ...args.map((arg) => (/^[\w./:=,@%+-]+$/.test(arg) ? arg : quote([arg])))].join(' ');
}
