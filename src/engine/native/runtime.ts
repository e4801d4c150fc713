import type { ClassPath } from './class-path.ts';
import type { NativeContext, NodePaths } from './context.ts';
import type { Java } from './java.ts';
import { jvmArguments } from './jvm.ts';
import { resourcePath } from './resources.ts';

/** What is needed to start JVMs. */
export type Runtime = { readonly java: Java; readonly classPath: ClassPath; readonly archive?: string | undefined };

/** Flags, up to the class path, of a server of today's Kafka (a broker, a Connect worker) that logs to its own folder. */
export const serverJvm = (
  { resources }: Pick<NativeContext, 'resources'>,
  { classPath, archive }: Runtime,
  { heapMb, logs }: { readonly heapMb: number } & Pick<NodePaths, 'logs'>,
): readonly string[] =>
  jvmArguments({
    heapMb,
    logging: resourcePath(resources, 'server-log4j2.properties'),
    classPath: classPath.arguments,
    archive,
    properties: { 'kafka.logs.dir': logs },
  });
