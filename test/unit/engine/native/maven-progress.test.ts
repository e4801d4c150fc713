import { describe, expect, it } from 'vitest';
import { downloadState } from '../../../../src/engine/download-state.ts';
import { mavenCause, parseMavenLine } from '../../../../src/engine/native/maven-progress.ts';

describe('parseMavenLine', () => {
  it.each([
    ['[INFO] Downloaded from central: https://repo/a/a-1.pom (2.1 kB at 15 kB/s)', 2100],
    ['[INFO] Downloaded from mirror: https://repo/a/a-1.jar (7.6 MB at 9.3 MB/s)', 7_600_000],
    ['Downloaded from central: https://repo/a/b.jar (512 B at 1.2 kB/s)', 512],
  ])('counts %s', (line, bytes) => expect(parseMavenLine(line)).toEqual({ kind: 'downloaded', bytes }));
  it('sees a jar being copied', () => {
    expect(parseMavenLine('[INFO] Copying kafka-clients-4.3.1.jar to /cache/libs/kafka-clients-4.3.1.jar')).toEqual({
      kind: 'copying',
      jar: 'kafka-clients-4.3.1.jar',
    });
  });
  it('sees an archive being unpacked', () => {
    const line = '[INFO] Expanding: /r/debezium-connector-jdbc-3.5.0.Final-plugin.tar.gz into /c/libs';
    expect(parseMavenLine(line)).toEqual({ kind: 'copying', jar: 'debezium-connector-jdbc-3.5.0.Final-plugin.tar.gz' });
  });
  it('passes over the rest', () => {
    expect(parseMavenLine('[INFO] Downloading from central: https://repo/a/a-1.pom')).toBeUndefined();
    expect(parseMavenLine('[INFO] BUILD SUCCESS')).toBeUndefined();
    expect(parseMavenLine('[ERROR] ')).toBeUndefined();
  });
});

describe('downloadState', () => {
  it('says how long it will take at the pace so far', () => {
    expect(downloadState(25, 100, 5000)).toEqual({ done: 25, total: 100, secondsLeft: 15 });
  });
  it('says nothing of the time in the first second or tenth, and never passes the end', () => {
    expect(downloadState(25, 100, 200)).toEqual({ done: 25, total: 100 });
    expect(downloadState(9, 100, 9000)).toEqual({ done: 9, total: 100 });
    expect(downloadState(130, 100, 5000)).toEqual({ done: 100, total: 100, secondsLeft: 0 });
  });
});

describe('mavenCause', () => {
  it('takes the first error, without the help link', () => {
    const lines = [
      '[INFO] Scanning for projects...',
      '[ERROR] Plugin x could not be resolved: Could not transfer artifact: Unknown host repo -> [Help 1]',
      '[ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.',
    ];
    expect(mavenCause(lines)).toBe('Plugin x could not be resolved: Could not transfer artifact: Unknown host repo');
  });
  it('prefers a full disk to what follows from it', () => {
    expect(mavenCause(['[WARNING] a.jar: No space left on device', '[ERROR] Failed to execute goal'])).toBe(
      'a.jar: No space left on device',
    );
  });
  it('keeps the end of a long line, where the cause is', () => {
    const cause = mavenCause([`[ERROR] ${'artifact, '.repeat(200)}: Connection refused`]);
    expect(cause).toMatch(/Connection refused$/);
    expect(cause?.length).toBeLessThan(410);
  });
  it('takes the last line of output that has no error, and nothing of none', () => {
    expect(mavenCause(['mvn: cannot execute', ''])).toBe('mvn: cannot execute');
    expect(mavenCause([])).toBeUndefined();
  });
});
