import type { Finding } from '../types.ts';
import type { NativeContext } from './context.ts';

/** What this machine has and lacks for the native engine, in order of cause. */
export async function diagnose(_context: NativeContext): Promise<readonly Finding[]> {
  return [];
}
