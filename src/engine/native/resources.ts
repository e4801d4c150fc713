import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The engine's files that are not code. */
export type ResourceName =
  | 'kafka-pom.xml'
  | 'tools-log4j2.properties'
  | 'server-log4j2.properties'
  | 'mariadb-pom.xml'
  | 'museum-pom.xml'
  | 'museum-tools-log4j.properties'
  | 'museum-server-log4j.properties'
  | 'kafka.classlist'
  | 'make-archive.mjs';

/**
 * The folder of the engine's resources. It lies beside this file in the source, and the build puts it beside the bundle
 * (dist/resources), so one relative path serves both.
 */
export const resourceFolder = (moduleUrl: string = import.meta.url): string =>
  fileURLToPath(new URL('./resources/', moduleUrl));

export const resourcePath = (folder: string, name: ResourceName): string => join(folder, name);
