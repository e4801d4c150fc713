/** What docker's answers mean. Pure: texts and exit codes in, facts out. The texts were seen in clients 20.10 to 29 and Docker Desktop. */

/** How one `docker …` ended. */
export type DockerAnswer =
  | { readonly kind: 'ended'; readonly exit: number; readonly stdout: string; readonly stderr: string }
  /** there is no such program on PATH */
  | { readonly kind: 'not-found' }
  /** it did not end within its limit */
  | { readonly kind: 'no-answer' };

/** The daemon, from `docker version --format '{{json .}}'`. */
export type DaemonFact =
  | {
      readonly state: 'answers';
      readonly version: string;
      /** linux, or windows where it runs Windows containers */
      readonly os: string;
      /** Go's name: amd64, arm64 */
      readonly arch: string;
      /** docker context, e.g. `desktop-linux`, `colima`, `rootless`; empty for clients that do not tell */
      readonly context: string;
      readonly isPodman: boolean;
    }
  | { readonly state: 'not-installed' }
  /** the program in WSL that only says that Docker Desktop is not connected to it */
  | { readonly state: 'not-in-wsl' }
  | { readonly state: 'not-running'; readonly context: string }
  | { readonly state: 'paused' }
  | { readonly state: 'no-permission' }
  | { readonly state: 'no-answer' }
  | { readonly state: 'no-context'; readonly context: string }
  /** client and daemon share no version of the API; says: docker's own words */
  | { readonly state: 'no-common-api'; readonly says: string }
  | { readonly state: 'other'; readonly says: string };

/** Docker Compose, from `docker compose version --short`. */
export type ComposeFact =
  | { readonly state: 'found'; readonly version: string }
  /** a plugin, but of another major version than 2 or newer */
  | { readonly state: 'too-old'; readonly version: string }
  | { readonly state: 'missing' }
  | { readonly state: 'other'; readonly says: string };

export function daemonFact(answer: DockerAnswer): DaemonFact {
  switch (answer.kind) {
    case 'not-found':
      return { state: 'not-installed' };
    case 'no-answer':
      return { state: 'no-answer' };
    case 'ended': {
      const { stdout, stderr } = answer;
      const { client, server } = parseVersion(stdout);
      const context = textOf(client['Context']);
      if (answer.exit === 0 && server) {
        return {
          state: 'answers',
          version: textOf(server['Version']),
          os: textOf(server['Os']) || 'linux',
          arch: textOf(server['Arch']),
          context,
          isPodman: /podman/i.test(stderr) || /podman/i.test(stdout),
        };
      }
      return daemonProblem(`${stderr}\n${stdout.startsWith('{') ? '' : stdout}`, context);
    }
    default:
      return answer satisfies never;
  }
}

function daemonProblem(text: string, context: string): DaemonFact {
  const missing = /context "?([^":]+)"?: context not found|context not found: "?([^":]+)"?/.exec(text);
  if (missing) return { state: 'no-context', context: (missing[1] ?? missing[2] ?? '').trim() };
  if (/could not be found in this WSL/i.test(text)) return { state: 'not-in-wsl' };
  if (/is (manually )?paused/i.test(text)) return { state: 'paused' };
  // Before `not running`: its texts also speak of connecting to the daemon.
  if (/permission denied|access is denied/i.test(text)) return { state: 'no-permission' };
  if (/client version .* is too (old|new)|API version .* not supported|API version .*no longer supported/i.test(text)) {
    return { state: 'no-common-api', says: lastLine(text) };
  }
  if (
    /cannot connect to the docker daemon|is the docker daemon running|daemon is not running|daemon is running|error during connect|unable to start|connection refused|cannot find the file specified|no such file or directory/i.test(
      text,
    )
  ) {
    return { state: 'not-running', context };
  }
  return { state: 'other', says: lastLine(text) };
}

export function composeFact(answer: DockerAnswer): ComposeFact {
  if (answer.kind === 'not-found') return { state: 'missing' };
  if (answer.kind === 'no-answer') return { state: 'other', says: '' };
  const version = /\bv?(\d+\.\d+\.\d+\S*)/.exec(answer.stdout)?.[1];
  if (answer.exit === 0 && version !== undefined) {
    return Number.parseInt(version, 10) >= 2 ? { state: 'found', version } : { state: 'too-old', version };
  }
  // A client without the plugin takes `compose` for a word it does not know, and stumbles over the option first.
  if (/unknown flag|unknown command|unknown shorthand flag|is not a docker command/i.test(answer.stderr)) {
    return { state: 'missing' };
  }
  return { state: 'other', says: lastLine(answer.stderr) };
}

/** True for 20.10.4 against 20.10.24+dfsg1; also where a version cannot be read. */
export function isAtLeast(version: string, oldest: string): boolean {
  const [have, want] = [numbersOf(version), numbersOf(oldest)];
  for (const [index, part] of want.entries()) {
    const own = have[index];
    if (own === undefined || own > part) return true;
    if (own < part) return false;
  }
  return true;
}

const numbersOf = (version: string): number[] =>
  (/\d+(\.\d+)*/.exec(version)?.[0] ?? '').split('.').filter(Boolean).map(Number);

type Fields = Readonly<Record<string, unknown>>;

function parseVersion(stdout: string): { readonly client: Fields; readonly server?: Fields } {
  const all = parseFields(stdout);
  const [client, server] = [fieldsOf(all['Client']) ?? {}, fieldsOf(all['Server'])];
  return server && textOf(server['Version']) ? { client, server } : { client };
}

/** The JSON object that docker printed; empty if it is none. */
export function parseFields(stdout: string): Fields {
  try {
    return fieldsOf(JSON.parse(stdout)) ?? {};
  } catch {
    return {};
  }
}

const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null ? (value as Fields) : undefined;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a program said last: the reason stands where it ends. */
export const lastLine = (text: string): string => text.trim().split('\n').at(-1)?.trim() ?? '';
