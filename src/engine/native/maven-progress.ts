/** What a line of `mvn -B` tells of the download. */
export type MavenLine =
  | { readonly kind: 'downloaded'; readonly bytes: number }
  | { readonly kind: 'copying'; readonly jar: string }
  | { readonly kind: 'error'; readonly text: string };

/**
 * `[INFO] Downloaded from central: URL (1.2 MB at 3.4 MB/s)`, `[INFO] Copying a.jar to /b/a.jar`, `[INFO] Expanding: /b/a.tar.gz into /c`,
 * `[ERROR] …`; else undefined.
 */
export function parseMavenLine(line: string): MavenLine | undefined {
  const downloaded = /\bDownloaded from \S+ \S+ \(([\d.]+) (B|kB|MB|GB) at /.exec(line);
  if (downloaded)
    return { kind: 'downloaded', bytes: Math.round(Number(downloaded[1]) * (units[downloaded[2] ?? ''] ?? 1)) };
  const copying =
    /^\[INFO\] (?:Copying (\S+\.jar) to |(?:Expanding|Unpacking):? .*?([^\s/\\]+\.(?:jar|tar\.gz)) )/.exec(line);
  const jar = copying?.[1] ?? copying?.[2];
  if (jar) return { kind: 'copying', jar };
  const error = /^\[ERROR\]\s+(.*\S)/.exec(line);
  return error?.[1] ? { kind: 'error', text: error[1] } : undefined;
}

/** Maven counts in thousands. */
const units: Readonly<Record<string, number>> = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9 };

/**
 * The line of Maven's output that tells why it failed. Its first error holds the cause after « -> [Help» chatter and long lists
 * of artifacts; a full disk and an unknown host are looked for anywhere.
 */
export function mavenCause(lines: readonly string[]): string | undefined {
  const telling = lines.find((line) =>
    /No space left on device|Disk quota exceeded|not enough space on the disk/i.test(line),
  );
  const errors = lines.map(parseMavenLine).filter((line) => line?.kind === 'error');
  const line = telling ?? errors[0]?.text ?? lines.findLast((text) => text.trim() !== '');
  if (line === undefined) return undefined;
  const text = line
    .replace(/^\[\w+\]\s+/, '')
    .replace(/\s*->\s*\[Help \d+\]\s*$/, '')
    .trim();
  if (text.length <= longest) return text;
  // The cause stands at the end, the artifacts before it.
  return `${text.slice(0, 120)} ... ${text.slice(-(longest - 125))}`;
}

const longest = 400;
