/** A Java's version: the feature release (17) and what tells this build from every other. */
export type JavaVersion = { readonly feature: number; readonly build: string };

/** `17.0.15`, `21`, `1.8.0_402` (the way versions were written before 9) → 17, 21, 8. */
export function featureOf(version: string): number | undefined {
  const match = /^(?:1\.)?(\d+)/.exec(version);
  return match?.[1] === undefined ? undefined : Number(match[1]);
}

/** From the text of `$JAVA_HOME/release` (KEY="VALUE" lines); undefined if it says nothing of a version. */
export function parseReleaseFile(text: string): JavaVersion | undefined {
  const value = (key: string): string | undefined => new RegExp(`^${key}="(.*)"`, 'm').exec(text)?.[1];
  const version = value('JAVA_VERSION');
  const feature = version === undefined ? undefined : featureOf(version);
  if (version === undefined || feature === undefined) return undefined;
  const build = [value('IMPLEMENTOR'), value('JAVA_RUNTIME_VERSION') ?? version, value('OS_ARCH')];
  return { feature, build: build.filter(Boolean).join(' ') };
}

/** From what `java -version` prints on stderr: `openjdk version "17.0.15" 2025-04-15` and two lines that name the build. */
export function parseVersionOutput(text: string): JavaVersion | undefined {
  const match = /^\S+ version "([^"]+)"/m.exec(text);
  const feature = match?.[1] === undefined ? undefined : featureOf(match[1]);
  if (match === null || feature === undefined) return undefined;
  return { feature, build: text.slice(match.index).trim() };
}
