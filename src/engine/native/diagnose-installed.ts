import { isUserError } from '../../errors.ts';
import { messages } from '../../messages/index.ts';
import { installCommand } from '../../platform/install-command.ts';
import type { Finding } from '../types.ts';
import { archiveFailure } from './class-data.ts';
import type { NativeContext } from './context.ts';
import { requireJava, searchJava } from './java.ts';
import { readKafkaHome } from './kafka-home.ts';
import { findKafkaJars } from './kafka-jars.ts';
import { findMaven } from './maven.ts';

const say = () => messages().engine;

/** An error that is told to people, as a finding; any other is our bug and thrown on. */
function asFinding(id: string, error: unknown): Finding {
  if (!isUserError(error)) throw error;
  const { what, why, next } = error.explanation;
  return { id, level: 'error', what, ...(why ? { why } : {}), ...(next ? { fix: next } : {}) };
}

export async function findJava({ env }: NativeContext): Promise<Finding> {
  try {
    const { feature, file } = await requireJava(env);
    return { id: 'java', level: 'ok', what: say().javaFound({ version: feature, path: file }) };
  } catch (error) {
    const { tooOld } = await searchJava(env);
    return asFinding(tooOld.length > 0 ? 'java-too-old' : 'java-missing', error);
  }
}

/** Maven is only needed as long as the jars are not here. */
export async function findMavenOrHome(context: NativeContext): Promise<Finding> {
  const home = context.env['KAFKA_HOME'];
  if (home) {
    return readKafkaHome(home).then(
      ({ version }) => ({ id: 'kafka-home', level: 'ok', what: say().kafkaHomeFound({ version, path: home }) }),
      (error) => asFinding('kafka-home-wrong', error),
    );
  }
  const maven = await findMaven(context.env);
  if (maven) return { id: 'maven', level: 'ok', what: say().mavenFound({ path: maven }) };
  if (await jarsOf(context)) return { id: 'maven', level: 'ok', what: say().mavenNotNeeded };
  return {
    id: 'maven-missing',
    level: 'error',
    what: say().mavenMissing,
    why: say().mavenWhy,
    fix: await installCommand('maven'),
  };
}

/** Nothing where KAFKA_HOME is wrong: that was told already. */
export async function findKafka(context: NativeContext): Promise<readonly Finding[]> {
  const jars = await jarsOf(context);
  if (jars === undefined) {
    if (context.env['KAFKA_HOME']) return [];
    return [
      {
        id: 'kafka-missing',
        level: 'warning',
        what: say().jarsMissing,
        why: say().jarsMissingWhy,
        fix: say().upCommand,
      },
    ];
  }
  const found: Finding = {
    id: 'kafka',
    level: 'ok',
    what: say().jarsFound({ version: jars.kafkaVersion, count: jars.jars.length }),
  };
  const { found: java } = await searchJava(context.env);
  const failure = java && (await archiveFailure(context, { java, classPath: jars }));
  if (failure === undefined) return [found];
  return [
    found,
    { id: 'class-data-failed', level: 'warning', what: say().archiveFailed, why: failure.trim().split('\n')[0] ?? '' },
  ];
}

const jarsOf = (context: NativeContext) => findKafkaJars(context).catch(() => undefined);
