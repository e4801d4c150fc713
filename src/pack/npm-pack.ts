import { mkdtemp, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { EnvironmentError } from '../errors.ts';
import { messages } from '../messages/index.ts';
import { findProgram } from '../platform/find-program.ts';

const timeoutMs = 120_000;

/**
 * Fetches a package as a tarball into a folder, once, and returns its path. npm runs without a shell and without the
 * package's scripts; nothing of it is installed.
 * @throws EnvironmentError if there is no npm, or it does not find the package
 */
export async function fetchPackage(
  spec: string,
  { folder, env, onFetch }: { readonly folder: string; readonly env: NodeJS.ProcessEnv; readonly onFetch: () => void },
): Promise<string> {
  const tarball = join(folder, `${spec.replaceAll('/', '+')}.tgz`);
  if ((await stat(tarball).catch(() => undefined))?.isFile()) return tarball;
  const cli = await npmProgram(env);
  onFetch();
  const fresh = await mkdtemp(join(folder, 'npm-'));
  try {
    const args = [cli, 'pack', '--ignore-scripts', '--pack-destination', fresh, '--', spec];
    const { failed, stderr } = await execa(process.execPath, args, {
      cwd: fresh,
      env,
      extendEnv: false,
      reject: false,
      timeout: timeoutMs,
      stdin: 'ignore',
    });
    const [packed] = (await readdir(fresh)).filter((name) => name.endsWith('.tgz'));
    if (failed || packed === undefined) throw notFetched(spec, stderr);
    await rename(join(fresh, packed), tarball);
    return tarball;
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

function notFetched(spec: string, stderr: string): EnvironmentError {
  const say = messages().pack;
  const lines = stderr.split('\n').flatMap((line) => /^npm (?:error|ERR!) (.*)/i.exec(line)?.[1] ?? []);
  const why = lines.find((line) => !/^(?:code|A complete log)\b/.test(line));
  return new EnvironmentError({
    what: say.notFetched({ spec }),
    ...(why !== undefined && { why }),
    next: say.notFetchedNext({ spec }),
  });
}

/** npm's own script: started by Node, it needs no shell on any system. */
async function npmProgram(env: NodeJS.ProcessEnv): Promise<string> {
  const found = await findProgram('npm', env);
  const folders = [
    ...(found === undefined ? [] : [dirname(found)]),
    dirname(process.execPath),
    join(dirname(process.execPath), '..', 'lib'),
  ];
  const beside = folders.map((folder) => join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js'));
  const linked =
    found === undefined ? [] : [await realpath(found).catch(() => '')].filter((path) => path.endsWith('.js'));
  for (const path of [...linked, ...beside]) {
    if ((await stat(path).catch(() => undefined))?.isFile()) return path;
  }
  throw new EnvironmentError({ what: messages().pack.noNpm, next: messages().pack.packForms });
}
