import type { Finding } from '../types.ts';
import { type NativeEngineOptions, nativeContext } from './context.ts';
import { findJava, findMavenOrHome } from './diagnose-installed.ts';

/** The first thing without which the native engine cannot start a broker (Java, Kafka or what fetches it); undefined: all is there. */
export async function missingForNative(options: NativeEngineOptions): Promise<Finding | undefined> {
  const context = nativeContext(options);
  const findings = await Promise.all([findJava(context), findMavenOrHome(context)]);
  return findings.find(({ level }) => level === 'error');
}
