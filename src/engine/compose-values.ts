import type { Explanation, UserError } from '../errors.ts';
import type { YamlPath } from '../lesson/yaml.ts';
import { isMapping, type Mapping, type Plain } from '../lesson/yaml-plain.ts';
import { messages } from '../messages/index.ts';

/** A port of this computer, published on 127.0.0.1, and the one in the container. */
export type PublishedPort = { readonly hostIp: '127.0.0.1'; readonly host: number; readonly container: number };

/** Makes the error of what stands at a path of the file. */
export type Wrong = (path: YamlPath, told: Explanation, which?: 'key' | 'value') => UserError;

type Value = Plain | undefined;

const say = () => messages().compose;

export function requireKeys(mapping: Mapping, path: YamlPath, keys: readonly string[], wrong: Wrong): void {
  const key = Object.keys(mapping).find((each) => !keys.includes(each));
  if (key === undefined) return;
  throw wrong([...path, key], { what: say().unknownKey({ key }), next: say().keysKnown({ keys }) }, 'key');
}

export function requireName(name: string, path: YamlPath, wrong: Wrong): void {
  if (/^[A-Za-z0-9][\w-]*$/.test(name)) return;
  throw wrong(path, { what: say().badName({ name }), next: say().badNameNext }, 'key');
}

/** A value that every reader takes for the same text, whatever variables the shell has. */
export function readText(value: Value, path: YamlPath, wrong: Wrong): string {
  if (typeof value !== 'string' && typeof value !== 'number') {
    throw wrong(path, { what: say().noText({ name: String(path.at(-1)) }), next: say().noTextNext });
  }
  if (String(value).includes('$')) throw wrong(path, { what: say().noVariables, next: say().noVariablesNext });
  return String(value);
}

/** `NAME: value` or `- NAME=value`. */
export function readEnvironment(value: Value, path: YamlPath, wrong: Wrong) {
  if (isMapping(value)) {
    return Object.entries(value).map(([name, item]) => {
      const own = [...path, name];
      return { name, value: readText(item, own, wrong), path: own };
    });
  }
  return listOf(value, path, wrong).map(({ item, own }) => {
    const text = readText(item, own, wrong);
    const equals = text.indexOf('=');
    if (equals < 1) throw wrong(own, { what: say().badVariable({ text }), next: say().badVariableNext });
    return { name: text.slice(0, equals), value: text.slice(equals + 1), path: own };
  });
}

const portPattern = /^(?:(.*):)?(\d+):(\d+)(?:\/tcp)?$/;

/** `- 127.0.0.1:HOST:CONTAINER` */
export function readPorts(value: Value, path: YamlPath, wrong: Wrong): readonly PublishedPort[] {
  return listOf(value, path, wrong).map(({ item, own }) => {
    const text = typeof item === 'object' ? String(own.at(-2)) : String(item);
    const [, hostIp, host = '9092', container = '9092'] = portPattern.exec(text) ?? [];
    if (hostIp === '127.0.0.1' && isPort(host) && isPort(container)) {
      return { hostIp, host: Number(host), container: Number(container) };
    }
    const told = { what: say().badPort({ text }), why: say().badPortWhy };
    throw wrong(own, { ...told, next: say().badPortNext({ host, container }) });
  });
}

const isPort = (text: string): boolean => Number(text) > 0 && Number(text) < 65_536;

/** The names under `volumes:` at the top; where they are kept is docker's business alone. */
export function readVolumeNames(value: Value, wrong: Wrong): readonly string[] {
  if (value === undefined || value === null) return [];
  if (!isMapping(value)) throw wrong(['volumes'], { what: say().badVolumes });
  return Object.entries(value).map(([name, options]) => {
    requireName(name, ['volumes', name], wrong);
    const isBare = options === null || (isMapping(options) && Object.keys(options).length === 0);
    if (!isBare) throw wrong(['volumes', name], { what: say().volumeOptions({ name }) });
    return name;
  });
}

/** `- NAME:/folder`, of the file's named volumes; returns the folders in the container. */
export function readMounts(value: Value, path: YamlPath, names: readonly string[], wrong: Wrong): readonly string[] {
  return listOf(value, path, wrong).map(({ item, own }) => {
    const text = typeof item === 'string' ? item : String(own.at(-2));
    const [, name = '', folder = ''] = /^([\w-]+):((?:\/[\w.-]+)+)\/?$/.exec(text) ?? [];
    if (names.includes(name)) return folder;
    throw wrong(own, { what: say().badMount({ text }), why: say().badMountWhy, next: say().badMountNext });
  });
}

/** The items of a list, each with its path. */
function listOf(value: Value, path: YamlPath, wrong: Wrong) {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw wrong(path, { what: say().noList({ key: String(path.at(-1)) }) });
  return (value as readonly Plain[]).map((item, index) => ({ item, own: [...path, index] }));
}
