import { messages } from '../../messages/index.ts';
import type { ComposeFile } from '../compose-file.ts';
import type { Properties } from './server-properties.ts';

/** Variables of the image that are no settings of the broker. */
const noSettings = /^KAFKA_(HEAP_OPTS|OPTS|JVM_PERFORMANCE_OPTS|LOG4J\w*|GC_LOG_OPTS|JMX_\w+|TOOLS_LOG4J_LOGLEVEL)$/;

/** Settings that would make the process read or write elsewhere, or load something: a container has nothing there, this computer has. */
const reachesOut = /(^|\.)(dirs?|location|path|file|files|classes|reporters|providers?)(\.|$)/;

/** The data folder is ours, whatever the container's was. */
const ownFolder = ['log.dir', 'log.dirs', 'metadata.log.dir'];

/**
 * The image's way to write settings: `KAFKA_A_B` is `a.b`, `__` is `_`, `___` is `-`
 * (docker/docker_official_images of apache/kafka, KafkaDockerWrapper).
 */
export function settingOf(variable: string): string | undefined {
  if (!variable.startsWith('KAFKA_') || noSettings.test(variable)) return undefined;
  return variable
    .slice('KAFKA_'.length)
    .toLowerCase()
    .replaceAll(/_+/g, (marks) => (marks.length === 1 ? '.' : marks.length === 2 ? '_' : '-'));
}

/** `NAME://HOST:PORT`; the host may be empty */
type Listener = { readonly name: string; readonly host: string; readonly port: number };

const listenersOf = (text: string): readonly Listener[] =>
  text.split(',').flatMap((part) => {
    const [, name, host = '', port] = /^\s*(\w+):\/\/([^:/]*):(\d+)\s*$/.exec(part) ?? [];
    return name === undefined ? [] : [{ name, host, port: Number(port) }];
  });

const listenersText = (listeners: readonly Listener[]): string =>
  listeners.map(({ name, host, port }) => `${name}://${host}:${port}`).join(',');

/** Ports the container would listen on that nobody outside can see: each needs one of this computer's. */
export function hiddenPorts({ environment, ports }: ComposeFile): readonly number[] {
  const all = listenersOf(environment['KAFKA_LISTENERS'] ?? '').map(({ port }) => port);
  return [...new Set(all)].filter((port) => !ports.some(({ container }) => container === port));
}

/**
 * The settings of a compose file's Kafka for a process of this computer. Without a container there is one set of ports: what is
 * published listens where it is published, the rest on ports that were free. What clients are told stays as the file says; it is
 * what the file may have wrong.
 * @param own port of the container → port of this computer, for those that are not published
 * @throws UserError with the file's line for a setting that cannot be had here
 */
export function composedSettings(
  file: ComposeFile,
  { dataFolder, own }: { readonly dataFolder: string; readonly own: ReadonlyMap<number, number> },
): Properties {
  const say = messages().compose;
  const settings: Record<string, string> = {};
  for (const [variable, value] of Object.entries(file.environment)) {
    const setting = settingOf(variable);
    if (setting === undefined || ownFolder.includes(setting)) continue;
    if (reachesOut.test(setting)) throw file.wrong({ variable }, { what: say.reachesOut({ variable }) });
    settings[setting] = value;
  }
  const listeners = listenersOf(settings['listeners'] ?? '');
  if (listeners.length === 0) {
    throw file.wrong({ variable: 'KAFKA_LISTENERS' }, { what: say.noListeners, next: say.noListenersNext });
  }
  const published = new Map(file.ports.map(({ container, host }) => [container, host]));
  const here = (port: number): number => published.get(port) ?? own.get(port) ?? port;
  const isHidden = ({ name }: Listener): boolean => {
    const port = listeners.find((each) => each.name === name)?.port;
    return port !== undefined && !published.has(port);
  };
  const advertised = settings['advertised.listeners'] ?? '';
  const told = listenersOf(advertised).map((listener) =>
    isHidden(listener) ? { ...listener, host: '127.0.0.1', port: here(listener.port) } : listener,
  );
  // What cannot be read here, Kafka is to refuse in its own words.
  const isClear = told.length > 0 && told.length === advertised.split(',').length;
  const voters = settings['controller.quorum.voters'];
  return {
    ...settings,
    'log.dirs': dataFolder,
    listeners: listenersText(listeners.map(({ name, port }) => ({ name, host: '127.0.0.1', port: here(port) }))),
    ...(isClear && { 'advertised.listeners': listenersText(told) }),
    ...(voters !== undefined && {
      'controller.quorum.voters': voters.replaceAll(/@[^:,]*:(\d+)/g, (_, port) => `@127.0.0.1:${here(Number(port))}`),
    }),
  };
}
