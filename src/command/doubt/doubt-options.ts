import { closest, distance } from 'fastest-levenshtein';
import { messages } from '../../messages/index.ts';
import { knownOption } from '../complete/option-place.ts';
import { writtenTool } from '../known-tools.ts';
import { optionsOf, type ToolHelp, type ToolOptions } from '../tools/tool-table.ts';
import type { Command } from './doubt-line.ts';
import { type Doubt, type Place, rewritten } from './types.ts';

const server = '--bootstrap-server';
const address = 'localhost:9092';

/** What Kafka's tools no longer know, in notes of former years, and what took its place. */
const formerly: Readonly<Record<string, string>> = {
  '--zookeeper': server,
  '--broker-list': server,
  '--new-consumer': '',
  '--whitelist': '--include',
  '--max-partitions': '--partitions',
};

/** Looks through the options of one command of Kafka's. */
export function doubtOptions(command: Command, help: ToolHelp, line: string): Doubt | undefined {
  const options = optionsOf(help, command.args);
  if (Object.keys(options).length === 0) return undefined;
  return (
    typography(command, options, line) ?? misread(command, help, options, line) ?? noServer(command, options, line)
  );
}

/** Long dashes and curly quotes, as web pages and word processors make them of `--` and `"`. */
function typography({ words }: Command, options: ToolOptions, line: string): Doubt | undefined {
  const say = messages().command;
  const plainOf = (text: string): string =>
    text
      .replace(/^[\u2010-\u2015\u2212-]+/, '--')
      .replaceAll(/[\u2018\u2019\u201a\u201b]/g, "'")
      .replaceAll(/[\u201c-\u201f]/g, '"');
  const dashed = words.find(
    ({ source }) => /^-?[\u2010-\u2015\u2212]/.test(source) && knownOption(options, plainOf(source)),
  );
  const quoted = words.find(({ source }) => /[\u2018-\u201f]/.test(source) && !/['"]/.test(source));
  const first = dashed ?? quoted;
  if (!first) return undefined;
  const what = dashed ? say.longDash({ word: first.text }) : say.curlyQuotes({ word: first.text });
  const changed = words.filter(({ source }) => /[\u2010-\u2015\u2018-\u201f\u2212]/.test(source));
  const mended = rewritten(
    line,
    changed.map((place) => ({
      place,
      by: /^-?[\u2010-\u2015\u2212]/.test(place.source) ? plainOf(place.source) : quotesOnly(place.source),
    })),
  );
  return { explanation: { what, next: messages().typing.runMended }, mended };
}

const quotesOnly = (text: string): string =>
  text.replaceAll(/[\u2018\u2019\u201a\u201b]/g, "'").replaceAll(/[\u201c-\u201f]/g, '"');

/** Walks through the words as the tool would: what follows an option that wants a value is its value. */
function misread({ tool, words }: Command, help: ToolHelp, options: ToolOptions, line: string): Doubt | undefined {
  const say = messages().typing;
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (!word || !/^--?[a-z]/i.test(word.text)) continue;
    const name = knownOption(options, word.text);
    if (name === undefined) {
      if (isTaken(help, options, word.text)) continue;
      return unknownOption(tool, word, words[index + 1], options, line);
    }
    const option = options[name];
    if (option?.value === undefined || option.isOptional || word.text.includes('=')) continue;
    const next = words[index + 1];
    if (next === undefined || (next.text.startsWith('--') && knownOption(options, next.text) !== undefined)) {
      const what = say.noValue({ option: name });
      const why =
        next === undefined
          ? say.valueIs({ about: option.about })
          : say.takenForValue({ word: next.text, option: name });
      return { explanation: { what, why, next: say.writeValue({ option: name, value: option.value.toUpperCase() }) } };
    }
    index += 1;
  }
  return undefined;
}

/** One-letter options are not in the table; some tools take the beginning of an option for it. */
function isTaken(help: ToolHelp, options: ToolOptions, text: string): boolean {
  const [name = ''] = text.split('=', 1);
  if (name === '--help' || name === '-h' || /^-[a-z]$/i.test(name)) return true;
  return (
    help.abbreviates === true && (!name.startsWith('--') || Object.keys(options).some((each) => each.startsWith(name)))
  );
}

function unknownOption(tool: string, word: Place, value: Place | undefined, options: ToolOptions, line: string): Doubt {
  const say = messages().typing;
  const [written = ''] = word.text.split('=', 1);
  const what = say.unknownOption({ option: written, tool: writtenTool(tool) });
  const former = formerly[written];
  if (former !== undefined && options[former] !== undefined) {
    const isAddress = former === server && value !== undefined && !value.text.startsWith('-');
    const changes = [{ place: word, by: former }, ...(isAddress ? [{ place: value, by: address }] : [])];
    return {
      explanation: { what, why: say.formerly({ option: written, now: former }), next: say.runMended },
      mended: rewritten(line, changes),
    };
  }
  const near = nearest(written, Object.keys(options));
  if (near === undefined) return { explanation: { what, next: say.tabShows } };
  const mended = rewritten(line, [{ place: word, by: word.source.replace(written, near) }]);
  return { explanation: { what, next: messages().command.didYouMean({ tool: near }) }, mended };
}

/** The option that was probably meant: it begins like that, or differs in a letter or two. */
function nearest(written: string, names: readonly string[]): string | undefined {
  const bare = `--${written.replace(/^-+/, '')}`;
  const begun = names.filter((name) => name.startsWith(bare));
  if (begun.length === 1) return begun[0];
  const near = closest(bare, [...names]);
  return distance(bare, near) <= Math.max(2, Math.floor(near.length / 5)) ? near : undefined;
}

/** Tools that need an address, though their help does not call it required: another option may stand for it. */
const needServer = ['kafka-acls', 'kafka-configs', 'kafka-metadata-quorum'];
const insteadOfServer = /^--?(?:bootstrap-server|bootstrap-controller|validate-regex|help|version|h|v)(?:=|$)/;

function noServer({ tool, args, word }: Command, options: ToolOptions, line: string): Doubt | undefined {
  const option = options[server];
  const isNeeded = option?.isRequired === true || needServer.includes(tool);
  // Alone it prints its help.
  if (!option || !isNeeded || args.length === 0 || args.some((arg) => insteadOfServer.test(arg))) return undefined;
  if (args.some((arg) => /^--boot/.test(arg))) return undefined;
  const say = messages().typing;
  const mended = rewritten(line, [{ place: word, by: `${word.source} ${server} ${address}` }]);
  return {
    explanation: { what: say.noServer({ tool: writtenTool(tool) }), why: say.noServerWhy, next: say.runMended },
    mended,
  };
}
