import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Explanation, UserError } from '../errors.ts';
import { formatAuthorError } from '../lesson/author-error.ts';
import { authorError, collectProblems, makeSource, type Place } from '../lesson/source.ts';
import { readYaml } from '../lesson/yaml.ts';
import { isMapping, type Mapping } from '../lesson/yaml-plain.ts';
import { messages } from '../messages/index.ts';
import {
  type PublishedPort,
  readEnvironment,
  readMounts,
  readPorts,
  readText,
  readVolumeNames,
  requireKeys,
  requireName,
  type Wrong,
} from './compose-values.ts';

/** What a lesson's compose file says: one Kafka. */
export type ComposeFile = {
  readonly service: string;
  readonly image: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly ports: readonly PublishedPort[];
  /** the named volumes of the file */
  readonly volumes: readonly string[];
  /** the container's folders that are in them */
  readonly mounts: readonly string[];
  /** The error of something it says, with its line; to be thrown. */
  readonly wrong: (part: 'image' | 'ports' | { readonly variable: string }, told: Explanation) => UserError;
};

/**
 * Reads a compose file.
 * @param file a plain name
 * @throws UserError as `readComposeFile` does, and where there is no such file
 */
export async function loadComposeFile(file: string, folder: string): Promise<ComposeFile> {
  const say = messages().compose;
  const what = say.fileMissing({ file, folder });
  if (!/^\w[\w.-]*$/.test(file)) throw new UserError({ what, next: say.noName });
  const text = await readFile(join(folder, file), 'utf8').catch(() => undefined);
  if (text === undefined) throw new UserError({ what });
  return readComposeFile(text, file);
}

/**
 * Reads the text of a compose file. A lesson's file is data, from whoever wrote the lesson: only what is known to be harmless is
 * let through, so that a file starts one Kafka that this computer alone can reach, and gets no more of it.
 * @param fileName for errors
 * @throws UserError that begins with `file:line:column`
 */
export function readComposeFile(text: string, fileName: string): ComposeFile {
  const source = makeSource(fileName, text);
  const say = messages().compose;
  const fault = (place: Place, { what, why = say.closed, next }: Explanation): UserError => {
    const error = { ...authorError(source, place, what), excerpt: '' };
    return new UserError({ what: formatAuthorError(error), why, ...(next && { next }) });
  };
  const hidden = source.text.search(hiddenCharacter);
  if (hidden >= 0) throw fault(placeOf(source.text, hidden), { what: say.hidden });
  const problems = collectProblems(source);
  const tree = readYaml(source.text, (place) => place, problems);
  const [problem] = problems.errors;
  if (problem) throw fault(problem.position, { what: problem.message });
  if (tree === undefined || !isMapping(tree.value)) throw fault({ line: 1, column: 1 }, { what: say.notMapping });
  return readParts(tree.value, (path, told, which = 'value') =>
    fault(which === 'key' ? tree.keyPlace(path) : tree.place(path), told),
  );
}

/** What nobody sees, and what docker's reader of YAML takes for the end of a line and ours does not (NEL, LS, PS). */
const hiddenCharacter = /[^\P{C}\n\t]|[\u2028\u2029]/u;

function placeOf(text: string, index: number): Place {
  const lines = text.slice(0, index).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

function readParts(top: Mapping, wrong: Wrong): ComposeFile {
  requireKeys(top, [], ['name', 'version', 'services', 'volumes'], wrong);
  for (const key of ['name', 'version']) if (key in top) readText(top[key], [key], wrong);
  const volumes = readVolumeNames(top['volumes'], wrong);
  const { path, settings } = onlyService(top['services'], wrong);
  requireKeys(settings, path, ['image', 'environment', 'ports', 'volumes'], wrong);
  if (!('image' in settings)) throw wrong(path, { what: messages().compose.noImage }, 'key');
  const variables = readEnvironment(settings['environment'], [...path, 'environment'], wrong);
  const variablePath = (name: string) => variables.findLast((each) => each.name === name)?.path ?? path;
  return {
    service: path[1],
    image: readText(settings['image'], [...path, 'image'], wrong),
    environment: Object.fromEntries(variables.map(({ name, value }) => [name, value])),
    ports: readPorts(settings['ports'], [...path, 'ports'], wrong),
    volumes,
    mounts: readMounts(settings['volumes'], [...path, 'volumes'], volumes, wrong),
    wrong: (part, told) => wrong(typeof part === 'string' ? [...path, part] : variablePath(part.variable), told),
  };
}

function onlyService(services: Mapping[string] | undefined, wrong: Wrong) {
  const say = messages().compose;
  if (!isMapping(services)) throw wrong(['services'], { what: say.oneService }, 'key');
  const [name, other] = Object.keys(services);
  if (name === undefined || other !== undefined) {
    throw wrong(['services', ...(other === undefined ? [] : [other])], { what: say.oneService }, 'key');
  }
  const path = ['services', name] as const;
  requireName(name, path, wrong);
  const settings = services[name];
  if (!isMapping(settings)) throw wrong(path, { what: say.noImage }, 'key');
  return { path, settings };
}
