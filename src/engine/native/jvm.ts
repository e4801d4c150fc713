import { pathToFileURL } from 'node:url';
import { utf8Locale } from '../../platform/utf8-locale.ts';

/**
 * Flags of every JVM we start. C1 and the serial collector start fastest on small machines; the log flags keep what the JVM
 * itself has to say (an archive that does not fit, for one) off stdout.
 */
export type JvmOptions = {
  readonly heapMb: number;
  /** a configuration file of the logger */
  readonly logging: string;
  /** whose file that is; log4j2 if left out */
  readonly logger?: 'log4j' | 'log4j2';
  /** what it is told of its class path */
  readonly classPath: readonly string[];
  /** a class data archive; one that is missing or does not fit is passed over by the JVM */
  readonly archive?: string | undefined;
  readonly properties?: Readonly<Record<string, string>>;
};

export function jvmArguments(options: JvmOptions): string[] {
  return [
    `-Xmx${options.heapMb}m`,
    '-XX:+UseSerialGC',
    '-XX:TieredStopAtLevel=1',
    '-Xlog:disable',
    '-Xlog:all=error:stderr',
    ...(options.archive ? ['-Xshare:auto', `-XX:SharedArchiveFile=${options.archive}`] : []),
    // Names of records and topics are UTF-8, whatever the system's locale is.
    '-Dfile.encoding=UTF-8',
    `-D${loggingProperty[options.logger ?? 'log4j2']}=${pathToFileURL(options.logging).href}`,
    ...Object.entries(options.properties ?? {}).map(([name, value]) => `-D${name}=${value}`),
    ...options.classPath,
  ];
}

const loggingProperty = { log4j: 'log4j.configuration', log4j2: 'log4j2.configurationFile' } as const;

/**
 * What a JVM of ours has other than its surroundings; undefined removes a variable. Variables meant for other JVMs would change ours
 * behind our back, and JAVA_TOOL_OPTIONS and its kin make it print a line on stderr.
 */
export function jvmVariables(env: NodeJS.ProcessEnv): JvmVariables {
  return { ...foreign, ...utf8Locale(env) };
}

type JvmVariables = Readonly<Record<string, string | undefined>>;

const foreign: Readonly<Record<string, undefined>> = {
  CLASSPATH: undefined,
  JAVA_TOOL_OPTIONS: undefined,
  JDK_JAVA_OPTIONS: undefined,
  _JAVA_OPTIONS: undefined,
  KAFKA_OPTS: undefined,
  KAFKA_HEAP_OPTS: undefined,
  KAFKA_JVM_PERFORMANCE_OPTS: undefined,
  KAFKA_LOG4J_OPTS: undefined,
  KAFKA_GC_LOG_OPTS: undefined,
  KAFKA_JMX_OPTS: undefined,
};

/** The environment of a JVM of ours. */
export const jvmEnvironment = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({ ...env, ...jvmVariables(env) });
