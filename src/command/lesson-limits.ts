import { outsidePath, serverFileAccess } from '../lesson/confined.ts';
import { messages } from '../messages/index.ts';
import { isMuseumTool, writtenTool } from './known-tools.ts';
import { readCompose } from './own/read-compose.ts';
import type { ParsedCommand } from './types.ts';

/**
 * What a command of a lesson may not do, although the tool could: start servers and programs, reach files outside the
 * workspace, speak to other machines. feedsCurl: what it prints may be a request's body. A learner's own command lines are not limited. undefined: nothing of that.
 */
export function beyondLesson(
  { tool, args }: ParsedCommand,
  { feedsCurl }: { readonly feedsCurl: boolean },
): string | undefined {
  const say = messages().command.lesson;
  if (serverTools.includes(tool)) return say.startsServer({ tool: writtenTool(tool) });
  switch (tool) {
    case 'echo':
    case 'printf':
      return feedsCurl ? outside(args) : undefined;
    case 'docker':
      return docker(args);
    case 'tar':
      return tar(args) ?? outside(args);
    case 'curl':
      return curl(args);
    case 'mariadb':
      return mariadb(args);
    default:
      // What zookeeper-shell is told are names inside ZooKeeper.
      return tool === 'zookeeper-shell' && isMuseumTool(tool) ? undefined : outside(args);
  }
}

/** Tools that run whatever their arguments and files say. */
const serverTools: readonly string[] = [
  'connect-distributed',
  'connect-mirror-maker',
  'connect-standalone',
  'kafka-jmx',
  'kafka-metadata-shell',
  'kafka-run-class',
  'kafka-server-start',
  'kafka-server-stop',
  'kafka-storage',
];

function outside(args: readonly string[]): string | undefined {
  for (const arg of args) {
    const found = outsidePath(arg);
    if (found) return messages().command.lesson.outside({ path: found.path });
  }
  return undefined;
}

const lookingOnly = ['images', 'info', 'ps', 'version'];

/** A compose file is looked at before it is used; everything else of docker could do anything to this machine. */
function docker(args: readonly string[]): string | undefined {
  const compose = readCompose(args);
  if (compose) return compose.file.startsWith('-') ? messages().command.lesson.dockerLimits : outside([compose.file]);
  const [verb, ...rest] = args;
  if (
    verb !== undefined &&
    lookingOnly.includes(verb) &&
    rest.every((arg) => /^-{1,2}[aq]$|^--(?:all|quiet)$/.test(arg))
  )
    return undefined;
  return messages().command.lesson.dockerLimits;
}

/** Other options of tar run programs, or write where they like. */
function tar([mode = '', ...rest]: readonly string[]): string | undefined {
  const say = messages().command.lesson;
  const long =
    /^--(?:create|extract|list|verbose|gzip|keep-old-files|(?:file|directory|strip-components|exclude)(?:=.*)?)$/;
  if (!/^-?[ctxrvfzjJksmO]+$/.test(mode) && !long.test(mode)) return say.option({ tool: 'tar', option: mode });
  if (rest.includes('/')) return say.outside({ path: '/' });
  const option = rest.find((arg) => arg.startsWith('-') && !/^-[ctxrvfzjJksmOC]+$/.test(arg) && !long.test(arg));
  if (option !== undefined) return say.option({ tool: 'tar', option });
  // `host:file` would be asked for from another machine.
  const remote = rest.find((arg) => arg.includes(':'));
  return remote === undefined ? undefined : say.otherMachine({ address: remote });
}

const curlFlags =
  /^(?:-[sSiIfvgN#]+|--(?:silent|show-error|include|head|fail|fail-with-body|verbose|globoff|no-buffer|no-progress-meter|compressed|remote-name))$/;
const curlValues =
  /^(?:-[XHdowmAu]|--(?:request|header|data|data-raw|data-binary|data-urlencode|json|output|write-out|max-time|connect-timeout|retry|retry-delay|user|user-agent|url))$/;

function curl(args: readonly string[]): string | undefined {
  const say = messages().command.lesson;
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? '';
    if (curlFlags.test(arg) || arg === '-O' || arg === '-sO') continue;
    const [, name = arg, joined] = /^(-[XHdowmAu]|--[a-z-]+=)(.+)$/s.exec(arg) ?? [];
    const option = name.replace(/=$/, '');
    if (curlValues.test(option)) {
      const value = joined ?? args[++index] ?? '';
      const wrong = option === '--url' ? elsewhere(value) : outside([value]);
      if (wrong) return wrong;
    } else if (arg.startsWith('-')) return say.option({ tool: 'curl', option: arg });
    else {
      const wrong = elsewhere(arg);
      if (wrong) return wrong;
    }
  }
  return undefined;
}

/** Programs read odd addresses in different ways, so that only plain ones are taken. */
function elsewhere(address: string): string | undefined {
  const url = /^[a-z]+:\/\//i.test(address) ? address : `http://${address}`;
  const isPlain = !/[\\@{}\s]/.test(address) && URL.canParse(url);
  const local =
    isPlain &&
    /^https?:$/.test(new URL(url).protocol) &&
    ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
  return local ? undefined : messages().command.lesson.otherMachine({ address });
}

function mariadb(args: readonly string[]): string | undefined {
  const say = messages().command.lesson;
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? '';
    const joined = /^(?:-e|--execute=)(.+)$/s.exec(arg)?.[1];
    if (arg === '-e' || arg === '--execute' || joined !== undefined) {
      const sql = joined ?? args[++index] ?? '';
      const found = serverFileAccess(sql);
      if (found) return say.sqlFiles({ text: found.text });
      if (/\\[!.eTtPnd]|(?:^|[;\n])\s*(?:system|source|tee|pager|edit|delimiter)\b/i.test(sql))
        return say.clientCommand;
    } else if (arg.startsWith('-') && !/^(?:-[tNBsvEr]+|--(?:table|batch|skip-column-names|vertical|raw))$/.test(arg)) {
      return say.option({ tool: 'mariadb', option: arg });
    }
  }
  return undefined;
}
