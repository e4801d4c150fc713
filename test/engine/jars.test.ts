import { readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type NativeContext, nativeContext } from '../../src/engine/native/context.ts';
import { ensureFetched } from '../../src/engine/native/fetch-set.ts';
import { connectPlugins } from '../../src/engine/native/jar-set.ts';
import { ensureKafkaJars, findKafkaJars } from '../../src/engine/native/kafka-jars.ts';
import type { MavenReport } from '../../src/engine/native/maven.ts';
import { toolNames, toolOf } from '../../src/engine/tool-table.ts';
import { EnvironmentError } from '../../src/errors.ts';
import { identify } from '../../src/platform/process-identity.ts';
import { fakeProgram } from '../support/fake-program.ts';
import { type OwnCache, ownCache } from '../support/own-cache.ts';

let own: OwnCache;
afterEach(() => own.remove());

const contextOf = (env: NodeJS.ProcessEnv = {}): NativeContext =>
  nativeContext({ folders: own.folders, env: { ...own.env, ...env }, memoryMb: () => 8000 });

const fetchJars = (context: NativeContext, signal = new AbortController().signal, reports: MavenReport[] = []) =>
  ensureKafkaJars(context, { signal, report: (report) => reports.push(report) });

async function refusal(context: NativeContext): Promise<EnvironmentError> {
  const error = await fetchJars(context).catch((thrown: unknown) => thrown);
  if (error instanceof EnvironmentError) return error;
  throw new Error('the jars were not refused', { cause: error });
}

const inCache = async (pattern: RegExp): Promise<readonly string[]> =>
  (await readdir(own.folders.cache)).filter((name) => pattern.test(name));

describe('jars that are there', () => {
  let libs: string;
  beforeEach(async () => {
    own = await ownCache({ filled: true });
    const [folder = ''] = await inCache(/^kafka-/);
    libs = join(own.folders.cache, folder, 'libs');
  });

  it('hold the main class of every tool', async () => {
    const jars = await findKafkaJars(contextOf());
    if (jars === undefined) throw new Error('no jars');
    // Names of a zip's entries are not compressed.
    const contents = Buffer.concat(await Promise.all(jars.jars.map((jar) => readFile(jar))));
    const missing = toolNames.filter((name) => {
      const { mainClass } = toolOf(name, jars.kafkaVersion);
      return !contents.includes(`${mainClass.replaceAll('.', '/')}.class`);
    });
    expect(missing).toEqual([]);
  });

  it('are still good when only their time changed', async () => {
    const jar = join(libs, 'jopt-simple-5.0.4.jar');
    const bytes = await readFile(jar);
    // The file is linked to the shared one: it is replaced, never written to.
    await rm(jar);
    await writeFile(jar, bytes);
    await utimes(jar, 1, 1);
    expect(await findKafkaJars(contextOf())).toBeDefined();
  });

  it('are fetched again when one was cut off and one is gone', async () => {
    const [cut, gone] = [join(libs, 'kafka-clients-4.3.1.jar'), join(libs, 'jopt-simple-5.0.4.jar')];
    const { size } = await stat(cut);
    const bytes = await readFile(cut);
    await rm(cut);
    await rm(gone);
    await writeFile(cut, bytes.subarray(0, size / 2));
    expect(await findKafkaJars(contextOf())).toBeUndefined();
    const reports: MavenReport[] = [];
    await fetchJars(contextOf(), undefined, reports);
    expect((await stat(cut)).size).toBe(size);
    expect((await stat(gone)).size).toBeGreaterThan(0);
    expect(reports).toContainEqual({ phase: 'unpacking' });
    expect(await inCache(/^download-/)).toEqual([]);
  });

  it('serve as KAFKA_HOME too; a folder without Kafka is refused', async () => {
    const found = await findKafkaJars(contextOf({ KAFKA_HOME: join(libs, '..'), PATH: '' }));
    expect(found).toMatchObject({ kafkaVersion: '4.3.1' });
    expect((await refusal(contextOf({ KAFKA_HOME: own.folders.home }))).message).toContain('KAFKA_HOME');
  });
});

describe('a fetch that fails', () => {
  beforeEach(async () => {
    own = await ownCache({ filled: false });
  });

  it('names the command that installs Maven', async () => {
    const error = await refusal(contextOf({ PATH: own.folders.home }));
    expect(error.message).toContain('Maven is missing');
    expect(error.explanation.next).toContain('maven');
  });

  it('tells Maven’s own cause and leaves nothing behind', async () => {
    const path = await fakeProgram(
      own.folders.home,
      'mvn',
      `for a in "$@"; do case $a in -DoutputDirectory=*) echo half > "\${a#*=}/kafka-clients-4.3.1.jar";; esac; done
       echo '[INFO] Downloaded from central: https://repo/kafka.jar (5.0 MB at 2.0 MB/s)'
       echo '[ERROR] Could not transfer artifact a:b:jar:1: Connection reset -> [Help 1]'
       exit 1`,
    );
    const error = await refusal(contextOf({ PATH: path }));
    expect(error.explanation.why).toBe('Could not transfer artifact a:b:jar:1: Connection reset');
    expect(await inCache(/^(kafka-.*[^k]|download-.*)$/)).toEqual([]);
    expect(await findKafkaJars(contextOf())).toBeUndefined();
  });

  it('gets good jars although the user’s Maven repository holds a damaged one', async () => {
    const path = await fakeProgram(
      own.folders.home,
      'mvn',
      `libs= ; repository= ; n=$#
       while [ $n -gt 0 ]; do
         a=$1; shift; n=$((n - 1))
         case $a in
           -DoutputDirectory=*) libs=\${a#*=}; set -- "$@" "$a";;
           -Dmaven.repo.local=*) repository=\${a#*=};;
           *) set -- "$@" "$a";;
         esac
       done
       [ -z "$repository" ] && { echo broken > "$libs/kafka-clients-4.3.1.jar"; exit 0; }
       PATH='${process.env['PATH']}' exec mvn "$@"`,
    );
    await fetchJars(contextOf({ PATH: path }));
    expect(await findKafkaJars(contextOf())).toBeDefined();
  });

  it('gets what is to be unpacked although the user’s Maven repository holds a damaged archive', async () => {
    const path = await fakeProgram(
      own.folders.home,
      'mvn',
      `repository= ; plugins=
       for a in "$@"; do case $a in -Dmaven.repo.local=*) repository=\${a#*=};; -Dplugins=*) plugins=\${a#*=};; esac; done
       [ -z "$repository" ] && { echo '[ERROR] Failed: Error unpacking file: /r/a.tar.gz to: /c: Unexpected end'; exit 1; }
       /bin/mkdir "$plugins/debezium" && echo whole > "$plugins/debezium/README.md"`,
    );
    const options = { signal: new AbortController().signal, report: () => undefined };
    const fetched = await ensureFetched(contextOf({ PATH: path }), connectPlugins, options);
    expect(fetched.names).toEqual([join('debezium', 'README.md')]);
  });

  it('ends Maven when aborted', async () => {
    const abort = new AbortController();
    const pidFile = join(own.folders.home, 'pid');
    const path = await fakeProgram(
      own.folders.home,
      'mvn',
      `echo $$ > "${pidFile}"
       echo '[INFO] Downloaded from central: https://repo/kafka.jar (5.0 MB at 2.0 MB/s)'
       exec /bin/sleep 60`,
    );
    const fetching = ensureKafkaJars(contextOf({ PATH: path }), { signal: abort.signal, report: () => abort.abort() });
    await expect(fetching).rejects.toThrow();
    expect(await identify(Number(await readFile(pidFile, 'utf8')))).toBeUndefined();
    expect(await inCache(/^download-/)).toEqual([]);
  });

  it('clears away what a fetch that was killed left', async () => {
    const left = join(own.folders.cache, 'download-AbCd12');
    await writeFile(left, '');
    await truncate(left, 1000);
    const path = await fakeProgram(own.folders.home, 'mvn', 'exit 1');
    await refusal(contextOf({ PATH: path }));
    expect(await inCache(/^download-/)).toEqual([]);
  });
});
