import { describe, expect, it } from 'vitest';
import { featureOf, parseReleaseFile, parseVersionOutput } from '../../../../src/engine/native/java-version.ts';

describe('featureOf', () => {
  it.each([
    ['17.0.15', 17],
    ['21', 21],
    ['25-ea', 25],
    ['1.8.0_402', 8],
  ])('%s is %i', (version, feature) => expect(featureOf(version)).toBe(feature));
  it('knows nothing of other text', () => expect(featureOf('unknown')).toBeUndefined());
});

describe('parseReleaseFile', () => {
  it('reads version and build', () => {
    const text =
      'IMPLEMENTOR="Debian"\nJAVA_RUNTIME_VERSION="17.0.15+6-Debian-1deb12u1"\nJAVA_VERSION="17.0.15"\nOS_ARCH="x86_64"\n';
    expect(parseReleaseFile(text)).toEqual({ feature: 17, build: 'Debian 17.0.15+6-Debian-1deb12u1 x86_64' });
  });
  it('does with the version alone, as Java 8 has it', () => {
    expect(parseReleaseFile('JAVA_VERSION="1.8.0_402"\nOS_NAME="Linux"\n')).toEqual({ feature: 8, build: '1.8.0_402' });
  });
  it('knows nothing of a file without a version', () => expect(parseReleaseFile('SOURCE=""\n')).toBeUndefined());
});

describe('parseVersionOutput', () => {
  it('passes over what JAVA_TOOL_OPTIONS makes Java say first', () => {
    const text =
      'Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "21.0.4" 2024-07-16 LTS\nOpenJDK Runtime Environment …\n';
    expect(parseVersionOutput(text)).toMatchObject({ feature: 21 });
    expect(parseVersionOutput(text)?.build).toMatch(/^openjdk version/);
  });
  it('knows nothing of a stub without Java', () => {
    expect(parseVersionOutput('The operation couldn’t be completed. Unable to locate a Java Runtime.')).toBeUndefined();
  });
});
