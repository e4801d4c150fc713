import type { ClassPath } from './class-path.ts';
import type { Java } from './java.ts';

/** What is needed to start JVMs. */
export type Runtime = { readonly java: Java; readonly classPath: ClassPath; readonly archive?: string | undefined };
